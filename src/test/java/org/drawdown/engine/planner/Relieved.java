package org.drawdown.engine.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.drawdown.engine.Outcome.Conflict;
import org.drawdown.engine.Outcome.Fact;
import org.drawdown.engine.Problem;

/**
 * Does what a relief says, word for word, as a planner would do it to the data; with no code of the
 * diagnosis.
 */
final class Relieved {

  private Relieved() {}

  /** The mission after a relief. */
  static Problem of(Problem p, Conflict conflict, int index) {
    int amount = (int) conflict.relief().amount();
    var draft = p.draft();
    switch (conflict.fact()) {
      case TRUCKS -> draft.trucks = more(p, p.trucks(), index, amount);
      case ESCORTS -> draft.escorts = more(p, p.escorts(), index, amount);
      case RESTRICTION -> draft.restrictions = sooner(p, index, amount);
      case HORIZON -> later(p, draft, amount);
      case HARD_DEADLINE -> {
        // "The deadline is ..."; or, where that would lie beyond the horizon, there is none.
        draft.hardDeadline = p.deadline() + amount <= p.horizon();
        draft.deadline = draft.hardDeadline ? p.deadline() + amount : p.deadline();
      }
      case NO_WRITE_OFF -> draft.mayLeaveBehind = true;
      case FIRST_DAY -> draft.firstMove = p.firstMove() - amount;
      case SMALLEST_CONVOY -> {
        var c = p.convoy();
        draft.convoy =
            new Problem.ConvoyRules(
                1, c.maxVehicles(), c.seatsPerVehicle(), c.loadingDays(), c.escorts());
      }
      case AIR_SERVICE -> {
        draft.airServices = new ArrayList<>(p.airServices());
        draft.airServices.remove(index);
      }
      case ROAD -> {
        long[] paces = new long[Arrays.stream(p.seasonOfDay()).max().orElse(0) + 1];
        Arrays.fill(paces, 75_000);
        draft.legs = new ArrayList<>(p.legs());
        draft.legs.add(
            new Problem.Leg(
                "straight",
                p.sites().get(index).hub(),
                index,
                amount * 1_000L,
                paces,
                Problem.UNLIMITED,
                5));
      }
      default -> {
        draft.sites = new ArrayList<>(p.sites());
        draft.sites.set(index, site(p.sites().get(index), conflict, amount));
      }
    }
    return draft.problem();
  }

  private static int[][] more(Problem p, int[][] pool, int hub, int amount) {
    int[][] result = pool.clone();
    result[hub] = new int[p.horizon() + 1];
    for (int d = 0; d <= p.horizon(); d++) {
      result[hub][d] = (d < pool[hub].length ? pool[hub][d] : 0) + amount;
    }
    return result;
  }

  private static List<Problem.Restriction> sooner(Problem p, int index, int days) {
    var all = new ArrayList<>(p.restrictions());
    var r = all.remove(index);
    int to = Math.min(p.horizon(), r.to()) - days;
    if (to >= Math.max(0, r.from())) {
      all.add(
          new Problem.Restriction(
              r.id(),
              r.from(),
              to,
              r.legs(),
              r.sites(),
              r.everywhere(),
              r.road(),
              r.air(),
              r.onward(),
              r.charter(),
              r.factor()));
    }
    return all;
  }

  private static void later(Problem p, Problem.Draft draft, int days) {
    draft.horizon = p.horizon() + days;
    draft.trucks = until(p.trucks(), draft.horizon);
    draft.escorts = until(p.escorts(), draft.horizon);
    draft.seasonOfDay = Arrays.copyOf(p.seasonOfDay(), draft.horizon + 1);
    draft.aircraft =
        p.aircraft().stream()
            .map(
                t -> {
                  int[] there = Arrays.copyOf(t.available(), draft.horizon + 1);
                  for (int d = t.available().length; d <= draft.horizon; d++) {
                    there[d] = there[d - 1];
                  }
                  return new Problem.AircraftType(
                      t.type(),
                      t.rotaryWing(),
                      t.seats(),
                      t.rangeKm(),
                      t.cruiseSpeedKmh(),
                      t.minRunwayM(),
                      t.surfaces(),
                      there);
                })
            .toList();
  }

  /** "Each hub has the trucks of the last day on which it has any until then." */
  private static int[][] until(int[][] pool, int horizon) {
    return Arrays.stream(pool)
        .map(
            hub -> {
              int last = hub.length - 1;
              while (last >= 0 && hub[last] == 0) {
                last--;
              }
              if (last < 0) {
                return hub;
              }
              int[] longer = Arrays.copyOf(hub, horizon + 1);
              Arrays.fill(longer, last, horizon + 1, hub[last]);
              return longer;
            })
        .toArray(int[][]::new);
  }

  private static Problem.Site site(Problem.Site s, Conflict conflict, int amount) {
    boolean nothing = conflict.fact() == Fact.CONTENTS;
    int packing = s.packing();
    int storage = s.storage();
    int onward = s.onward();
    int charter = s.charterSeats();
    int rear = nothing ? 0 : s.rearParty();
    int guard = nothing ? 0 : s.guard();
    int parent = s.parent();
    switch (conflict.fact()) {
      case PACKING -> packing += amount;
      case STORAGE -> storage = (int) Math.min(Problem.UNLIMITED, (long) storage + amount);
      case ONWARD -> onward += amount;
      case CHARTER -> charter = (int) Math.min(Problem.UNLIMITED, (long) charter + amount);
      case REAR_PARTY -> rear = 0;
      case GUARD -> guard = 0;
      case OUTPOST -> parent = -1;
      case CONTENTS -> {}
      default -> throw new IllegalArgumentException(conflict.toString());
    }
    return new Problem.Site(
        s.code(),
        s.latitude(),
        s.longitude(),
        s.hub(),
        parent,
        s.threat(),
        packing,
        rear,
        s.handoverDays(),
        s.airfield(),
        storage,
        onward,
        charter,
        s.liquidation(),
        s.maxVehicles(),
        s.windowFrom(),
        s.windowEnd(),
        guard,
        nothing ? List.of() : s.lots(),
        nothing ? List.of() : s.parties(),
        s.missedUntil());
  }
}
