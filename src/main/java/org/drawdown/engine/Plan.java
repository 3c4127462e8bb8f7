package org.drawdown.engine;

import java.util.List;

/** A complete plan: who and what goes when, what every base is doing, what stays behind. */
public record Plan(List<Movement> movements, List<StageSpan> stages, List<LeftBehind> leftBehind) {

  public Plan {
    movements = List.copyOf(movements);
    stages = List.copyOf(stages);
    leftBehind = List.copyOf(leftBehind);
  }

  /** How a movement goes, and whether it takes the rear party. */
  public enum Kind {
    CONVOY,
    FINAL_CONVOY,
    AIRLIFT,
    FINAL_AIRLIFT,
    /** Trucks and escorts that drive empty from one hub to another, to stay there. */
    REPOSITION;

    /** Whether it drives. */
    public boolean drives() {
      return isConvoy() || this == REPOSITION;
    }

    /** Whether it fetches loads or people from a spoke by road. */
    public boolean isConvoy() {
      return this == CONVOY || this == FINAL_CONVOY;
    }

    /** Whether it takes the rear party. */
    public boolean isFinal() {
      return this == FINAL_CONVOY || this == FINAL_AIRLIFT;
    }
  }

  /** The stages of a base. */
  public enum Stage {
    PREPARATION,
    DRAWDOWN,
    HANDOVER,
    FINAL_WITHDRAWAL,
    CLOSED
  }

  /**
   * One convoy, one lot of people flown on one day, or trucks and escorts that change their hub.
   *
   * @param site position of the base it leaves
   * @param hub position of the hub it ends at
   * @param legs positions in the order of the loaded drive; empty for an airlift
   * @param dispatched day on which it sets out empty from the hub; of a REPOSITION, from its base
   * @param departs day on which it leaves the base
   * @param arrives day on which it reaches the hub
   * @param flight the aircraft, or null for a convoy
   */
  public record Movement(
      String id,
      Kind kind,
      int site,
      int hub,
      List<Integer> legs,
      int dispatched,
      int departs,
      int arrives,
      int trucks,
      int selfDeploying,
      int escorts,
      int loads,
      int people,
      Flight flight,
      List<Cargo> cargo,
      List<Riders> riders) {

    public Movement {
      legs = List.copyOf(legs);
      cargo = List.copyOf(cargo);
      riders = List.copyOf(riders);
    }

    /** Trucks and vehicles that drive themselves. */
    public int vehicles() {
      return trucks + selfDeploying;
    }
  }

  /** {@code count} aircraft of a type, each flying {@code sorties} rounds. */
  public record Flight(String type, int count, int sorties) {}

  /** Items and loads of a lot; an item counts with the load that completes it. */
  public record Cargo(String asset, int quantity, int loads) {}

  /** People of a unit. */
  public record Riders(String unit, int people) {}

  /** A stage from its first to its last day; CLOSED has no end, {@link Problem#UNLIMITED}. */
  public record StageSpan(int site, Stage stage, int from, int to) {}

  /** Loads that stay for disposal or destruction on the spot. */
  public record LeftBehind(int site, String asset, int quantity, int loads) {}
}
