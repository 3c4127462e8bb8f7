package org.drawdown.engine.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.drawdown.engine.Outcome.Fact;
import org.drawdown.engine.Paces;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Site;

/** A problem in which a fact gives way, by an amount or altogether. */
final class Variant {

  /** Kilometres a day on a road that there is not, as on a track in the dry season. */
  private static final long NEW_ROAD_METRES_PER_DAY = 75_000;

  /** A track is longer than the straight line by so many per cent. */
  private static final int WINDING = 130;

  /** The longest horizon that the service takes, in days. */
  private static final int LONGEST_HORIZON = 3_660;

  private static final int LONGEST_TRIP = 400;
  private static final int LEAST_LATER = 30;
  private static final long METRES = 1_000;

  private Variant() {}

  /**
   * A fact about a problem.
   *
   * @param index the restriction, air service or site that it is about, or -1
   */
  record Place(Fact fact, int index) {}

  /** By how much a fact can give way at most before it is given up; 0 where it only can be. */
  static int most(Problem problem, Place place) {
    return switch (place.fact()) {
      case TRUCKS, ESCORTS, STORAGE, ONWARD, CHARTER, PACKING -> everything(problem);
      case HORIZON -> asFarAsNeeded(problem);
      // The last step is to give it up: no deadline may lie beyond the horizon.
      case HARD_DEADLINE -> Math.max(0, problem.horizon() - problem.deadline()) + 1;
      case FIRST_DAY -> problem.firstMove();
      case RESTRICTION -> {
        var r = problem.restrictions().get(place.index());
        yield Math.max(1, Math.min(problem.horizon(), r.to()) - Math.max(0, r.from()) + 1);
      }
      default -> 0;
    };
  }

  /** So many days that all convoys one after another, and all that is shipped, find room. */
  private static int asFarAsNeeded(Problem p) {
    long trip = p.convoy().loadingDays() + 2L;
    for (var leg : p.legs()) {
      long slowest = Arrays.stream(leg.metresPerDay()).filter(m -> m > 0).min().orElse(1);
      trip += 2 * (leg.metres() / slowest + 1);
    }
    trip = Math.min(LONGEST_TRIP, trip);
    long days = LEAST_LATER;
    long loads = 0;
    long people = 0;
    for (var site : p.sites()) {
      loads += site.loads();
      people += site.travellers();
      days += site.handoverDays() + site.loads() / Math.max(1, site.packing());
      if (!site.isHub()) {
        long most = Math.min(p.maxVehicles(site), p.sites().get(site.hub()).storage());
        most = Math.max(1, Math.min(most, p.largestTruckPool()));
        long riders = site.travellers() / Math.max(1, p.convoy().seatsPerVehicle());
        days += (2 + (site.loads() + riders) / most) * trip;
      }
    }
    for (var site : p.sites()) {
      if (site.isHub()) {
        days += loads / Math.max(1, site.onward()) + people / Math.max(1, site.charterSeats());
      }
    }
    return (int) Math.max(1, Math.min(2 * days, LONGEST_HORIZON - p.horizon()));
  }

  /** As much as all loads and people at once could need. */
  private static int everything(Problem problem) {
    long all = 1;
    for (var site : problem.sites()) {
      all += (long) site.loads() + site.travellers();
    }
    long escorts = (long) problem.convoy().escorts() * (all + 1);
    return (int) Math.min(Problem.UNLIMITED / 2, Math.max(all, escorts));
  }

  /** The problem in which a fact gives way by an amount of at most {@link #most}. */
  static Problem of(Problem p, Place place, int amount) {
    var draft = p.draft();
    switch (place.fact()) {
      case TRUCKS -> draft.trucks = plus(p, p.trucks(), place.index(), amount);
      case ESCORTS -> draft.escorts = plus(p, p.escorts(), place.index(), amount);
      case FIRST_DAY -> draft.firstMove = Math.max(0, p.firstMove() - amount);
      case GUARD, AIR_SERVICE -> giveUp(draft, p, place);
      case SMALLEST_CONVOY ->
          draft.convoy =
              new Problem.ConvoyRules(
                  1,
                  p.convoy().maxVehicles(),
                  p.convoy().seatsPerVehicle(),
                  p.convoy().loadingDays(),
                  p.convoy().escorts());
      case RESTRICTION -> draft.restrictions = shortened(p, place.index(), amount);
      case HORIZON -> putOff(draft, p, amount);
      case HARD_DEADLINE -> {
        boolean givenUp = amount >= most(p, place);
        draft.deadline = givenUp ? p.deadline() : p.deadline() + amount;
        draft.hardDeadline = p.hardDeadline() && !givenUp;
      }
      case NO_WRITE_OFF -> draft.mayLeaveBehind = true;
      case ROAD -> draft.legs = withRoad(p, place.index());
      default -> {
        draft.sites = new ArrayList<>(p.sites());
        draft.sites.set(place.index(), eased(p.sites().get(place.index()), place.fact(), amount));
      }
    }
    return draft.problem();
  }

  private static void giveUp(Problem.Draft draft, Problem p, Place place) {
    if (place.fact() == Fact.AIR_SERVICE) {
      draft.airServices = new ArrayList<>(p.airServices());
      var it = p.airServices().get(place.index());
      draft.airServices.set(
          place.index(),
          new Problem.AirService(it.id(), it.from(), it.to(), it.type(), 0, it.until()));
      return;
    }
    draft.sites = new ArrayList<>(p.sites());
    draft.sites.set(place.index(), eased(p.sites().get(place.index()), place.fact(), 0));
  }

  /** A hub has so many more on every day. */
  private static int[][] plus(Problem p, int[][] pool, int hub, int amount) {
    int[][] more = pool.clone();
    int[] own = Arrays.copyOf(pool[hub], p.horizon() + 1);
    more[hub] = Arrays.stream(own).map(n -> Math.min(Problem.UNLIMITED / 4, n + amount)).toArray();
    return more;
  }

  private static int more(int number, int amount) {
    return (int) Math.min(Problem.UNLIMITED, (long) number + amount);
  }

  private static Site eased(Site s, Fact fact, int amount) {
    boolean emptied = fact == Fact.CONTENTS;
    return new Site(
        s.code(),
        s.latitude(),
        s.longitude(),
        s.hub(),
        fact == Fact.OUTPOST ? -1 : s.parent(),
        s.threat(),
        fact == Fact.PACKING ? more(s.packing(), amount) : s.packing(),
        emptied || fact == Fact.REAR_PARTY ? 0 : s.rearParty(),
        s.handoverDays(),
        s.airfield(),
        fact == Fact.STORAGE ? more(s.storage(), amount) : s.storage(),
        fact == Fact.ONWARD ? more(s.onward(), amount) : s.onward(),
        fact == Fact.CHARTER ? more(s.charterSeats(), amount) : s.charterSeats(),
        s.liquidation(),
        s.maxVehicles(),
        s.windowFrom(),
        s.windowEnd(),
        emptied || fact == Fact.GUARD ? 0 : s.guard(),
        emptied ? List.of() : s.lots(),
        emptied ? List.of() : s.parties(),
        s.missedUntil());
  }

  private static List<Problem.Restriction> shortened(Problem p, int index, int days) {
    var restrictions = new ArrayList<>(p.restrictions());
    var r = restrictions.get(index);
    int to = Math.min(p.horizon(), r.to()) - days;
    // A window of no days lies before all days, for one that ends before it begins means nothing.
    boolean gone = to < Math.max(0, r.from());
    restrictions.set(
        index,
        new Problem.Restriction(
            r.id(),
            gone ? -1 : r.from(),
            gone ? -1 : to,
            r.legs(),
            r.sites(),
            r.everywhere(),
            r.road(),
            r.air(),
            r.onward(),
            r.charter(),
            r.factor()));
    return restrictions;
  }

  /**
   * The horizon ends later; the trucks and escorts of the last day on which a hub has any are there
   * until then. Seasons and aircraft are as they are known to be.
   */
  private static void putOff(Problem.Draft draft, Problem p, int days) {
    draft.horizon = p.horizon() + days;
    var fleet = new ArrayList<Problem.AircraftType>();
    for (var t : p.aircraft()) {
      fleet.add(
          new Problem.AircraftType(
              t.type(),
              t.rotaryWing(),
              t.seats(),
              t.rangeKm(),
              t.cruiseSpeedKmh(),
              t.minRunwayM(),
              t.surfaces(),
              extended(t.available(), draft.horizon)));
    }
    draft.seasonOfDay =
        Arrays.copyOf(p.seasonOfDay(), Math.max(p.seasonOfDay().length, draft.horizon + 1));
    draft.trucks = goingOn(p.trucks(), draft.horizon);
    draft.escorts = goingOn(p.escorts(), draft.horizon);
    draft.aircraft = fleet;
  }

  private static int[][] goingOn(int[][] pool, int horizon) {
    int[][] longer = new int[pool.length][];
    for (int s = 0; s < pool.length; s++) {
      int last = pool[s].length - 1;
      while (last >= 0 && pool[s][last] == 0) {
        last--;
      }
      longer[s] = last < 0 ? pool[s] : Arrays.copyOf(pool[s], horizon + 1);
      for (int d = last + 1; last >= 0 && d <= horizon; d++) {
        longer[s][d] = pool[s][last];
      }
    }
    return longer;
  }

  private static int[] extended(int[] byDay, int horizon) {
    int[] longer = Arrays.copyOf(byDay, Math.max(byDay.length, horizon + 1));
    Arrays.fill(longer, byDay.length, longer.length, byDay[byDay.length - 1]);
    return longer;
  }

  /** Kilometres of a new road from a site to its hub. */
  static long newRoadKm(Problem p, int site) {
    var from = p.sites().get(site);
    double km = Paces.distanceKm(from, p.sites().get(from.hub()));
    return Double.isNaN(km)
        ? NEW_ROAD_METRES_PER_DAY / METRES
        : Math.max(1, (long) (km * WINDING / 100));
  }

  private static List<Problem.Leg> withRoad(Problem p, int site) {
    var from = p.sites().get(site);
    long metres = newRoadKm(p, site) * METRES;
    long[] paces = new long[Arrays.stream(p.seasonOfDay()).max().orElse(0) + 1];
    Arrays.fill(paces, NEW_ROAD_METRES_PER_DAY);
    var legs = new ArrayList<>(p.legs());
    legs.add(
        new Problem.Leg(
            "a new road", site, from.hub(), metres, paces, Problem.UNLIMITED, from.threat()));
    return legs;
  }
}
