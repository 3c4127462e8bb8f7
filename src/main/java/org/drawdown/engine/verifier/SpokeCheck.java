package org.drawdown.engine.verifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.engine.Breach;
import org.drawdown.engine.Particulars;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Lot;
import org.drawdown.engine.Problem.PartyKind;
import org.drawdown.engine.Problem.Site;

/** Checks that all leaves every spoke once, in order, packed, and the rear party last. */
final class SpokeCheck extends Check {

  private static final int LOWEST_PRIORITY = 5;

  SpokeCheck(Problem problem, Plan plan, Ledger ledger, List<Violation> violations) {
    super(problem, plan, ledger, violations);
  }

  @Override
  void run() {
    for (int s = 0; s < problem.sites().size(); s++) {
      if (!problem.sites().get(s).isHub()) {
        checkSpoke(s);
      }
    }
  }

  private void checkSpoke(int s) {
    var site = problem.sites().get(s);
    var movements = ledger.movementsOf(s);
    var handover = ledger.span(s, Stage.HANDOVER);
    for (var m : movements) {
      if (handover != null && !m.kind().isFinal() && m.departs() >= handover.from()) {
        broken(Breach.LEAVES_AFTER_HANDOVER_BEGAN, m, m.departs() + 1L, handover.from());
      }
      if (handover != null && m.kind().isFinal() && m.departs() <= handover.to()) {
        broken(Breach.REAR_PARTY_BEFORE_SIGNATURE, m, handover.to() + 1L, m.departs());
      }
    }
    checkRear(s, site, movements);
    checkMovedOnce(s, site, movements);
    checkOrder(s, site, movements);
    checkPacked(s, site, movements);
    checkShares(s, site, movements);
    checkSmallest(s, movements);
    if (problem.hardDeadline() && ledger.closedOn(s) > problem.deadline()) {
      broken(
          Breach.CLOSES_AFTER_HARD_DEADLINE,
          s,
          ledger.closedOn(s),
          (long) problem.deadline(),
          (long) ledger.closedOn(s));
    }
  }

  private void checkRear(int s, Site site, List<Movement> movements) {
    long people =
        movements.stream().filter(m -> m.kind().isFinal()).mapToLong(Movement::people).sum();
    if (people != site.rearParty()) {
      broken(Breach.REAR_PARTY_NOT_CARRIED, s, ledger.closedOn(s), (long) site.rearParty(), people);
    }
    int last =
        movements.stream()
            .filter(m -> m.kind().isFinal())
            .mapToInt(Movement::departs)
            .max()
            .orElse(-1);
    if (last >= 0 && last != ledger.closedOn(s)) {
      broken(
          Breach.CLOSES_ON_ANOTHER_DAY,
          s,
          ledger.closedOn(s),
          (long) last,
          (long) ledger.closedOn(s));
    }
    checkVehiclesKept(s, site, movements);
    int keeps = keeps(site);
    int kept = 0;
    for (var m : movements) {
      if (m.kind() == Kind.FINAL_CONVOY) {
        kept += m.loads();
        for (var cargo : m.cargo()) {
          if (cargo.loads() > 0 && !lot(s, cargo.asset()).selfDeploying()) {
            broken(Breach.LOADS_AFTER_HANDOVER, m, Particulars.names(cargo.asset()));
          }
        }
      }
    }
    if (kept > keeps) {
      broken(Breach.REAR_PARTY_KEEPS_TOO_MUCH, s, ledger.closedOn(s), (long) keeps, (long) kept);
    }
  }

  /** One vehicle for each {@code seatsPerVehicle} of the rear party. */
  private int keeps(Site site) {
    int seats = problem.convoy().seatsPerVehicle();
    return (site.rearParty() + seats - 1) / seats;
  }

  /**
   * The vehicles of the rear party, those of lowest priority that drive themselves, stay until it
   * leaves; what has happened is not asked.
   */
  private void checkVehiclesKept(int s, Site site, List<Movement> movements) {
    int[] gone = new int[LOWEST_PRIORITY + 1];
    int[] there = new int[LOWEST_PRIORITY + 1];
    site.lots().stream()
        .filter(Lot::selfDeploying)
        .forEach(lot -> there[lot.priority()] += lot.loads());
    Movement last = null;
    for (var m : movements) {
      if (m.kind().isFinal() && isFixed(m)) {
        return;
      }
      if (m.kind() == Kind.CONVOY) {
        for (var cargo : m.cargo()) {
          var lot = lot(s, cargo.asset());
          if (lot.selfDeploying()) {
            (isFixed(m) ? there : gone)[lot.priority()] += (isFixed(m) ? -1 : 1) * cargo.loads();
            last = isFixed(m) ? last : m;
          }
        }
      }
    }
    int kept = keeps(site);
    for (int priority = LOWEST_PRIORITY; priority > 0; priority--) {
      int stays = Math.min(kept, Math.max(0, there[priority]));
      kept -= stays;
      if (gone[priority] > Math.max(0, there[priority]) - stays && last != null) {
        broken(
            Breach.REAR_PARTY_WITHOUT_VEHICLES,
            s,
            last,
            last.departs(),
            (long) Math.max(0, there[priority]) - stays,
            (long) gone[priority],
            Particulars.NONE);
        return;
      }
    }
  }

  private void checkMovedOnce(int s, Site site, List<Movement> movements) {
    Map<String, int[]> gone = new HashMap<>();
    Map<String, Integer> people = new HashMap<>();
    long aboard = 0;
    for (var m : movements) {
      aboard += m.people();
      m.cargo().forEach(c -> count(gone, c.asset(), c.quantity(), c.loads()));
      m.riders().forEach(r -> people.merge(r.unit(), r.people(), Integer::sum));
      if (!m.riders().isEmpty()
          && m.riders().stream().mapToInt(Plan.Riders::people).sum() != m.people()) {
        broken(Breach.UNITS_DO_NOT_ADD_UP, m);
      }
    }
    if (aboard != site.travellers()) {
      broken(Breach.TRAVELLERS_NOT_MOVED_ONCE, s, -1, (long) site.travellers(), aboard);
    }
    if (!people.isEmpty()) {
      for (var party : site.parties()) {
        int expected = party.kind() == PartyKind.NATIONAL ? 0 : party.strength();
        int found = people.getOrDefault(party.unit(), 0);
        if (found != expected) {
          broken(
              Breach.UNIT_NOT_MOVED_ONCE,
              s,
              null,
              -1,
              (long) expected,
              (long) found,
              Particulars.names(party.unit()));
        }
      }
    }
    checkLeft(s, site, gone);
    for (var lot : site.lots()) {
      int[] found = gone.getOrDefault(lot.asset(), new int[2]);
      // Of a lot that history alone has emptied the last item may have gone in part.
      boolean counted = found[1] != lot.loads() || loadsOfFixed(s, lot) != lot.loads();
      boolean itemsDiffer = counted && found[0] != lot.quantity();
      if (itemsDiffer || found[1] != lot.loads()) {
        broken(
            Breach.LOT_NOT_MOVED_ONCE,
            s,
            null,
            -1,
            (long) (itemsDiffer ? lot.quantity() : lot.loads()),
            (long) (itemsDiffer ? found[0] : found[1]),
            Particulars.names(lot.asset())
                .withNumbers(found[0], found[1], lot.quantity(), lot.loads()));
      }
    }
  }

  private int loadsOfFixed(int s, Lot lot) {
    return problem.fixed().stream()
        .filter(m -> m.site() == s)
        .flatMap(m -> m.cargo().stream())
        .filter(c -> c.asset().equals(lot.asset()))
        .mapToInt(Plan.Cargo::loads)
        .sum();
  }

  private static void count(Map<String, int[]> gone, String asset, int quantity, int loads) {
    int[] sum = gone.computeIfAbsent(asset, k -> new int[2]);
    sum[0] += quantity;
    sum[1] += loads;
  }

  private void checkLeft(int s, Site site, Map<String, int[]> gone) {
    int lastMoved = 0;
    for (var m : ledger.movementsOf(s)) {
      if (m.kind() == Kind.CONVOY) {
        lastMoved =
            Math.max(
                lastMoved,
                m.cargo().stream().mapToInt(c -> lot(s, c.asset()).priority()).max().orElse(0));
      }
    }
    int[] keptOf = keptIfFlown(s, site);
    for (var left : plan.leftBehind()) {
      if (left.site() != s) {
        continue;
      }
      count(gone, left.asset(), left.quantity(), left.loads());
      if (left.loads() <= keptOf[site.lots().indexOf(lot(s, left.asset()))]) {
        continue;
      }
      int priority = lot(s, left.asset()).priority();
      boolean allowed = problem.hardDeadline() || problem.mayLeaveBehind() && priority > 1;
      if (!allowed) {
        broken(
            Breach.MAY_NOT_STAY,
            s,
            null,
            -1,
            0L,
            (long) left.loads(),
            Particulars.names(left.asset()));
      } else if (priority < lastMoved) {
        broken(
            Breach.STAYS_BEFORE_LOWER_PRIORITY,
            s,
            null,
            -1,
            null,
            null,
            Particulars.names(left.asset()).withNumbers(priority, lastMoved));
      }
    }
  }

  /** Loads of a lot that what is fixed takes. */
  private int goneBefore(int s, Lot lot) {
    return problem.fixed().stream()
        .filter(m -> m.site() == s)
        .flatMap(m -> m.cargo().stream())
        .filter(c -> c.asset().equals(lot.asset()))
        .mapToInt(Plan.Cargo::loads)
        .sum();
  }

  /** For each lot how many of its vehicles a rear party that flies leaves where they are. */
  private int[] keptIfFlown(int s, Site site) {
    int[] kept = new int[site.lots().size()];
    boolean flies = ledger.movementsOf(s).stream().anyMatch(m -> m.kind() == Kind.FINAL_AIRLIFT);
    int left = flies ? keeps(site) : 0;
    int[] there = new int[kept.length];
    for (int i = 0; i < kept.length; i++) {
      var lot = site.lots().get(i);
      there[i] = lot.selfDeploying() ? lot.loads() - goneBefore(s, lot) : 0;
    }
    for (int priority = LOWEST_PRIORITY; priority > 0; priority--) {
      int sum = 0;
      for (int i = 0; i < kept.length; i++) {
        if (site.lots().get(i).priority() == priority) {
          kept[i] = Math.min(left, there[i]);
          sum += there[i];
        }
      }
      left -= Math.min(left, sum);
    }
    return kept;
  }

  /** Convoys that depart on one day may share a priority between them in any way. */
  private void checkOrder(int s, Site site, List<Movement> movements) {
    int before = 0;
    int today = 0;
    int day = -1;
    for (var m : movements) {
      if (m.kind() != Kind.CONVOY || m.cargo().isEmpty() || isFixed(m)) {
        continue;
      }
      if (m.departs() != day) {
        before = Math.max(before, today);
        today = 0;
        day = m.departs();
      }
      for (var cargo : m.cargo()) {
        int priority = lot(s, cargo.asset()).priority();
        today = Math.max(today, priority);
        if (priority < before) {
          broken(Breach.OUT_OF_PRIORITY, m, before, priority, Particulars.names(cargo.asset()));
          return;
        }
      }
    }
  }

  /**
   * Each convoy before the final one takes those still to leave in proportion to its vehicles, the
   * last all that its seats allow; what has happened is not asked.
   */
  private void checkShares(int s, Site site, List<Movement> movements) {
    long people = site.travellers() - site.rearParty();
    long vehicles = 0;
    var convoys = new ArrayList<Movement>();
    for (var m : movements) {
      if (isFixed(m)) {
        people -= m.kind().isFinal() ? 0 : m.people();
      } else if (m.kind() == Kind.CONVOY) {
        convoys.add(m);
        vehicles += m.vehicles();
      }
    }
    convoys.sort(
        Comparator.comparingInt(Movement::departs)
            .thenComparing(m -> m.id().length())
            .thenComparing(Movement::id));
    people = Math.max(0, people);
    for (var m : convoys) {
      long seats = (long) m.vehicles() * problem.convoy().seatsPerVehicle();
      boolean last = m.vehicles() == vehicles;
      long share = last ? people : Math.round((double) people * m.vehicles() / vehicles);
      long expected = Math.min(seats, share);
      if (m.people() != expected && m.people() <= seats) {
        broken(
            Breach.NOT_ITS_SHARE, s, m, m.departs(), expected, (long) m.people(), Particulars.NONE);
        return;
      }
      people -= m.people();
      vehicles -= m.vehicles();
    }
  }

  /** No escort goes all the way for a few trucks unless they are all that is left. */
  private void checkSmallest(int s, List<Movement> movements) {
    var convoys =
        movements.stream()
            .filter(m -> m.kind() == Kind.CONVOY && !isFixed(m))
            .sorted(
                Comparator.comparingInt(Movement::departs)
                    .thenComparing(m -> m.id().length())
                    .thenComparing(Movement::id))
            .toList();
    long left = convoys.stream().mapToLong(Movement::vehicles).sum();
    for (var m : convoys) {
      long least = Math.min(problem.convoy().minVehicles(), left);
      if (m.vehicles() < least) {
        broken(Breach.CONVOY_TOO_SMALL, m, least, m.vehicles());
      }
      left -= m.vehicles();
    }
  }

  private void checkPacked(int s, Site site, List<Movement> movements) {
    long gone = 0;
    boolean planned = false;
    for (var m : movements) {
      planned |= !isFixed(m);
      if (m.kind() == Kind.CONVOY) {
        gone += m.loads();
        long packed = (long) site.packing() * Math.max(0, m.departs());
        if (planned && gone > packed) {
          broken(Breach.NOT_PACKED, s, m, m.departs(), packed, gone, Particulars.NONE);
        }
      }
    }
  }
}
