package org.drawdown.engine;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.drawdown.engine.Plan.Movement;

/**
 * The part of the plan before that a replan has to keep.
 *
 * @param asOf the day on which it is replanned: what was dispatched before has happened or is under
 *     way, and no rule can undo it
 * @param from the first day on which anything that is not fixed may set out; {@code asOf} or later
 * @param fixed the movements that stay as they are: history, what is frozen, and what is pinned
 * @param base all movements of the plan that it is based on
 * @param flows for each site what it could ship and fly before {@code asOf}; empty if as now
 * @param handovers for each site the first day of a handover that had begun by then, or -1
 */
public record History(
    int asOf,
    int from,
    List<Movement> fixed,
    List<Movement> base,
    List<Integer> handovers,
    List<Flow> flows,
    Set<String> taken) {

  /** What a plan before leaves behind: no names are taken but those of what stays. */
  public History(
      int asOf,
      int from,
      List<Movement> fixed,
      List<Movement> base,
      List<Integer> handovers,
      List<Flow> flows) {
    this(asOf, from, fixed, base, handovers, flows, Set.of());
  }

  /**
   * Loads and people that a hub could ship and fly home on each day of the plan before.
   *
   * @param onward loads by day
   * @param charter people by day
   */
  public record Flow(int[] onward, int[] charter) {}

  public History {
    fixed = List.copyOf(fixed);
    base = List.copyOf(base);
    handovers = List.copyOf(handovers);
    flows = List.copyOf(flows);
    taken = Set.copyOf(taken);
  }

  /**
   * Loads (or people) that a site could ship (or fly home) on a past day; {@code otherwise} on
   * others.
   */
  public int flow(int site, int day, boolean loads, int otherwise) {
    if (day >= asOf || site >= flows.size()) {
      return otherwise;
    }
    int[] could = loads ? flows.get(site).onward() : flows.get(site).charter();
    return day < could.length ? could[day] : otherwise;
  }

  /** Whether a movement is among those that stay. */
  public boolean keeps(Movement movement) {
    return fixed.contains(movement);
  }

  /**
   * Whether a movement is another than the one of its name in the plan before: it goes on another
   * day or road, with another number of vehicles or escorts, or with other aircraft.
   */
  public static boolean differs(Movement now, Movement before) {
    return now.dispatched() != before.dispatched()
        || now.departs() != before.departs()
        || now.arrives() != before.arrives()
        || now.vehicles() != before.vehicles()
        || now.escorts() != before.escorts()
        || !now.legs().equals(before.legs())
        || !Objects.equals(now.flight(), before.flight());
  }
}
