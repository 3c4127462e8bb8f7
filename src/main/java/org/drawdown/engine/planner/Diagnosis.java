package org.drawdown.engine.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Outcome.Conflict;
import org.drawdown.engine.Outcome.Fact;
import org.drawdown.engine.Outcome.Relief;
import org.drawdown.engine.Particulars;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Rule;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.bound.Relaxation;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.search.Search;

/**
 * Why no plan can exist, as a smallest set of facts: a deletion filter gives up facts as long as
 * the proof stands without them, many at a time (Junker, QuickXplain, AAAI 2004). What is left is
 * checked: without any one of them the proof falls. Then, for each, the least change with which
 * planning again finds a plan.
 */
final class Diagnosis {

  /** Convoys placed, in plan after plan, to find out whether a problem has one. */
  private static final long PLACED = 60_000;

  private static final long FEWEST_TRIES = 100;

  private static final int SEEDS = 2;

  /** How much longer a relief is looked for the second time. */
  private static final long PATIENCE = 8;

  /** Plans built for all reliefs, as a multiple of {@link #tries}. */
  private static final long BUDGET = 100;

  /** Plans built for all reliefs of a mission that is quickly planned. */
  private static final long MOST_BUILT = 100_000;

  /** The relief of a fact may take one of so many parts of what is left. */
  private static final int SHARES = 4;

  /** The time that the search for reliefs always has, however short the search for plans is. */
  private static final long LEAST_MILLIS = 30_000;

  private final Model model;
  private final Problem problem;
  private final Limits limits;
  private final Watcher watcher;
  private final long end;
  private final long tries;

  /** Plans built by now, and how many may be built for the relief of one fact. */
  private long built;

  private long share;

  private Model left;
  private final List<Variant.Place> smallest = new ArrayList<>();

  private Diagnosis(Model model, Limits limits, Watcher watcher) {
    this.model = model;
    this.problem = model.problem;
    this.limits = limits;
    this.watcher = watcher;
    this.left = model;
    this.end = System.nanoTime() + Math.max(LEAST_MILLIS, limits.timeMillis()) * 1_000_000;
    this.tries = Math.max(FEWEST_TRIES, PLACED / convoys(model));
  }

  /** A smallest set of facts of a problem that a relaxation proves to have no plan. */
  static List<Conflict> of(Model model, Limits limits, Watcher watcher) {
    var it = new Diagnosis(model, limits, watcher);
    it.filter(Facts.of(model.problem));
    return it.conflicts();
  }

  /**
   * What a planner would rather give up stands last among the facts, and is tried first: not all
   * may be looked for long.
   */
  private List<Conflict> conflicts() {
    var found = new ArrayList<Conflict>();
    for (int i = smallest.size() - 1; i >= 0; i--) {
      long most = Math.min(tries * BUDGET, MOST_BUILT);
      share = built + Math.max(0, most - built) / Math.min(i + 1, SHARES);
      found.add(0, conflict(smallest.get(i)));
    }
    return found;
  }

  /** Convoys, at least, of a plan. */
  private static long convoys(Model model) {
    long convoys = 1;
    for (var spoke : model.spokes) {
      if (spoke != null) {
        int most = Math.max(1, Math.min(spoke.maxVehicles, spoke.maxLoads));
        convoys += 2 + spoke.cargo.loads() / most;
      }
    }
    return convoys;
  }

  private static Problem without(Problem problem, List<Variant.Place> facts) {
    var changed = problem;
    for (var fact : facts) {
      changed = Variant.of(changed, fact, Variant.most(problem, fact));
    }
    return changed;
  }

  private static boolean isProven(Model variant) {
    return !new Relaxation(variant).proofs().isEmpty();
  }

  /** Gives up those of some facts without which the proof still stands. */
  private void filter(List<Variant.Place> facts) {
    var without = new Model(without(left.problem, facts), left);
    if (isProven(without)) {
      left = without;
    } else if (facts.size() == 1) {
      smallest.add(facts.get(0));
    } else {
      int half = facts.size() / 2;
      filter(facts.subList(0, half));
      filter(facts.subList(half, facts.size()));
    }
  }

  private Conflict conflict(Variant.Place place) {
    boolean ofSite = isOfSite(place);
    return new Conflict(
        place.fact(),
        rule(place.fact()),
        ofSite ? place.index() : -1,
        ofSite ? null : subject(place),
        particulars(place),
        relief(place));
  }

  private static boolean isOfSite(Variant.Place place) {
    return place.fact() != Fact.RESTRICTION && place.fact() != Fact.AIR_SERVICE;
  }

  private String subject(Variant.Place place) {
    return place.fact() == Fact.RESTRICTION
        ? problem.restrictions().get(place.index()).id()
        : problem.airServices().get(place.index()).id();
  }

  private static Rule rule(Fact fact) {
    return switch (fact) {
      case TRUCKS -> Rule.TRUCKS;
      case ESCORTS -> Rule.ESCORTS;
      case RESTRICTION -> Rule.RESTRICTIONS;
      case HORIZON, HARD_DEADLINE, ONWARD, CHARTER -> Rule.HORIZON;
      case NO_WRITE_OFF, CONTENTS, ROAD -> Rule.ALL_MOVED_ONCE;
      case STORAGE -> Rule.HUB_STORAGE;
      case PACKING -> Rule.PACKED_FIRST;
      case REAR_PARTY -> Rule.REAR_PARTY_LAST;
      case OUTPOST -> Rule.OUTPOSTS_FIRST;
      case FIRST_DAY -> Rule.FIRST_DAY;
      case GUARD -> Rule.GUARD;
      case AIR_SERVICE -> Rule.AIRCRAFT;
      case SMALLEST_CONVOY -> Rule.CONVOY_SIZE;
    };
  }

  private Particulars particulars(Variant.Place place) {
    boolean ofSite = place.index() >= 0 && isOfSite(place);
    var site = ofSite ? problem.sites().get(place.index()) : null;
    return switch (place.fact()) {
      case TRUCKS -> Particulars.numbers(most(problem.trucks()[place.index()]));
      case ESCORTS -> Particulars.numbers(most(problem.escorts()[place.index()]));
      case RESTRICTION -> {
        var r = problem.restrictions().get(place.index());
        yield Particulars.days(Math.max(0, r.from()), Math.min(problem.horizon(), r.to()));
      }
      case HORIZON -> Particulars.days(problem.horizon());
      case HARD_DEADLINE -> Particulars.days(problem.deadline());
      case NO_WRITE_OFF -> Particulars.NONE;
      case STORAGE -> Particulars.numbers(site.storage());
      case ONWARD -> Particulars.numbers(site.onward());
      case CHARTER -> Particulars.numbers(site.charterSeats());
      case PACKING -> Particulars.numbers(site.packing());
      case ROAD -> Particulars.names(problem.sites().get(site.hub()).code());
      case CONTENTS -> Particulars.numbers(site.loads(), site.travellers());
      case REAR_PARTY -> Particulars.numbers(site.rearParty());
      case OUTPOST -> Particulars.names(problem.sites().get(site.parent()).code());
      case FIRST_DAY -> Particulars.days(problem.firstMove());
      case GUARD -> Particulars.numbers(site.guard());
      case AIR_SERVICE -> Particulars.numbers(problem.airServices().get(place.index()).aircraft());
      case SMALLEST_CONVOY -> Particulars.numbers(problem.convoy().minVehicles());
    };
  }

  private static int most(int[] pool) {
    return Arrays.stream(pool).max().orElse(0);
  }

  /** The least amount by which a fact has to give way for a plan to be found. */
  private Relief relief(Variant.Place place) {
    int most = Variant.most(problem, place);
    var plan = plan(Variant.of(problem, place, most), null, tries);
    if (plan == null) {
      return null;
    }
    if (most == 0) {
      return new Relief(place.fact() == Fact.ROAD ? Variant.newRoadKm(problem, place.index()) : 0);
    }
    // From above: a plan is found soon where much has given way, and late or never where little
    // has. Then once more with patience, from where that ended.
    int enough = most;
    for (long patience : new long[] {1, PATIENCE}) {
      int tooLittle = 0;
      int next = enough / 2;
      while (next > tooLittle && next < enough) {
        var found = plan(Variant.of(problem, place, next), plan, tries * patience);
        if (found == null) {
          tooLittle = next;
        } else {
          plan = found;
          enough = next;
        }
        next = tooLittle == 0 ? enough / 2 : (int) (tooLittle + ((long) enough - tooLittle) / 2);
      }
    }
    return new Relief(foundAfresh(place, enough, most));
  }

  /**
   * Whoever does what a relief says searches without knowing the plan that it was found with: the
   * least amount, from one on, for which that is enough.
   */
  private int foundAfresh(Variant.Place place, int least, int most) {
    int amount = least;
    while (amount < most && built < share && !isFound(Variant.of(problem, place, amount))) {
      amount = (int) Math.min(most, amount + Math.max(1L, amount / 4));
    }
    return amount;
  }

  /**
   * Whether the search that was asked for finds a plan, and one that begins with other random
   * numbers does, too.
   */
  private boolean isFound(Problem variant) {
    long asked = limits.maxIterations() > 0 ? limits.maxIterations() : Long.MAX_VALUE;
    for (int other = 0; other < SEEDS; other++) {
      long most = Math.min(asked, tries * PATIENCE);
      if (plan(variant, null, most, limits.seed() + other) == null) {
        return false;
      }
    }
    return true;
  }

  private Plan plan(Problem variant, Plan start, long most) {
    return plan(variant, start, most, limits.seed());
  }

  /** A plan of a variant, or null if none was found in so many tries or the time is over. */
  private Plan plan(Problem variant, Plan start, long most, long seed) {
    if (watcher.wantsStop() || built > share || System.nanoTime() > end) {
      return null;
    }
    var changed = new Model(variant, model);
    var relaxation = new Relaxation(changed);
    if (!relaxation.proofs().isEmpty()) {
      return null;
    }
    // The first valid plan is enough.
    var few = new Limits(LEAST_MILLIS, most, 1, seed, limits.threads());
    long now = System.nanoTime();
    var search = new Search(changed, few, Watcher.NONE, relaxation, now);
    search.begin(start);
    if (!search.hasPlan()) {
      new Stretched(changed, few, Watcher.NONE, relaxation, now).planFor(search, start);
      search.climb();
    }
    built += search.iterations();
    return search.hasPlan() ? search.bestPlan() : null;
  }
}
