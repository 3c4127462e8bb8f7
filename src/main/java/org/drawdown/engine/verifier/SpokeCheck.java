package org.drawdown.engine.verifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.PartyKind;
import org.drawdown.engine.Problem.Site;
import org.drawdown.engine.Rule;

/** What leaves every spoke: all of it, once, in order, packed, and the rear party last. */
final class SpokeCheck extends Check {

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
        broken(
            Rule.HANDOVER_STEPS,
            m,
            m.departs() + 1L,
            handover.from(),
            "leaves when the handover has begun");
      }
      if (handover != null && m.kind().isFinal() && m.departs() <= handover.to()) {
        broken(
            Rule.REAR_PARTY_LAST,
            m,
            handover.to() + 1L,
            m.departs(),
            "takes the rear party before the handover is signed");
      }
    }
    checkRear(s, site, movements);
    checkMovedOnce(s, site, movements);
    checkOrder(s, site, movements);
    checkPacked(s, site, movements);
    checkShares(s, site, movements);
    if (problem.hardDeadline() && ledger.closedOn(s) > problem.deadline()) {
      broken(
          Rule.HORIZON,
          s,
          null,
          ledger.closedOn(s),
          (long) problem.deadline(),
          (long) ledger.closedOn(s),
          "%s closes after the hard deadline".formatted(site.code()));
    }
  }

  private void checkRear(int s, Site site, List<Movement> movements) {
    long people =
        movements.stream().filter(m -> m.kind().isFinal()).mapToLong(Movement::people).sum();
    if (people != site.rearParty()) {
      broken(
          Rule.REAR_PARTY_LAST,
          s,
          null,
          ledger.closedOn(s),
          (long) site.rearParty(),
          people,
          "the final movements of %s do not carry its rear party".formatted(site.code()));
    }
    int last =
        movements.stream()
            .filter(m -> m.kind().isFinal())
            .mapToInt(Movement::departs)
            .max()
            .orElse(-1);
    if (last >= 0 && last != ledger.closedOn(s)) {
      broken(
          Rule.REAR_PARTY_LAST,
          s,
          null,
          ledger.closedOn(s),
          (long) last,
          (long) ledger.closedOn(s),
          "%s does not close on the day on which its rear party leaves".formatted(site.code()));
    }
    int seats = problem.convoy().seatsPerVehicle();
    int keeps = (site.rearParty() + seats - 1) / seats;
    int kept = 0;
    for (var m : movements) {
      if (m.kind() == Kind.FINAL_CONVOY) {
        kept += m.loads();
        for (var cargo : m.cargo()) {
          if (cargo.loads() > 0 && !lot(s, cargo.asset()).selfDeploying()) {
            broken(
                Rule.REAR_PARTY_LAST,
                m,
                "takes %s, which does not drive itself, after the handover"
                    .formatted(cargo.asset()));
          }
        }
      }
    }
    if (kept > keeps) {
      broken(
          Rule.REAR_PARTY_LAST,
          s,
          null,
          ledger.closedOn(s),
          (long) keeps,
          (long) kept,
          "the rear party of %s keeps more vehicles than it has need of".formatted(site.code()));
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
        broken(Rule.ALL_MOVED_ONCE, m, "lists units that do not make up its people");
      }
    }
    if (aboard != site.travellers()) {
      broken(
          Rule.ALL_MOVED_ONCE,
          s,
          null,
          -1,
          (long) site.travellers(),
          aboard,
          "%d of the %d travellers of %s leave".formatted(aboard, site.travellers(), site.code()));
    }
    if (!people.isEmpty()) {
      for (var party : site.parties()) {
        int expected = party.kind() == PartyKind.NATIONAL ? 0 : party.strength();
        int found = people.getOrDefault(party.unit(), 0);
        if (found != expected) {
          broken(
              Rule.ALL_MOVED_ONCE,
              s,
              null,
              -1,
              (long) expected,
              (long) found,
              "%d people of %s leave, not %d".formatted(found, party.unit(), expected));
        }
      }
    }
    checkLeft(s, site, gone);
    for (var lot : site.lots()) {
      int[] found = gone.getOrDefault(lot.asset(), new int[2]);
      if (found[0] != lot.quantity() || found[1] != lot.loads()) {
        broken(
            Rule.ALL_MOVED_ONCE,
            s,
            null,
            -1,
            (long) lot.quantity(),
            (long) found[0],
            "%d items in %d loads of %s leave or stay, not %d in %d"
                .formatted(found[0], found[1], lot.asset(), lot.quantity(), lot.loads()));
      }
    }
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
    for (var left : plan.leftBehind()) {
      if (left.site() != s) {
        continue;
      }
      count(gone, left.asset(), left.quantity(), left.loads());
      int priority = lot(s, left.asset()).priority();
      boolean allowed = problem.hardDeadline() || problem.mayLeaveBehind() && priority > 1;
      if (!allowed) {
        broken(
            Rule.ALL_MOVED_ONCE,
            s,
            null,
            -1,
            0L,
            (long) left.loads(),
            "%s may not be left behind at %s".formatted(left.asset(), site.code()));
      } else if (priority < lastMoved) {
        broken(
            Rule.ALL_MOVED_ONCE,
            s,
            null,
            -1,
            null,
            null,
            "%s of priority %d is left behind at %s while loads of priority %d leave"
                .formatted(left.asset(), priority, site.code(), lastMoved));
      }
    }
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
          broken(
              Rule.CONVOY_SIZE,
              m,
              before,
              priority,
              "takes %s of priority %d after loads of priority %d have left %s"
                  .formatted(cargo.asset(), priority, before, site.code()));
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
            Rule.SEATS,
            s,
            m,
            m.departs(),
            expected,
            (long) m.people(),
            "%s takes %d people, not its share of %d".formatted(m.id(), m.people(), expected));
        return;
      }
      people -= m.people();
      vehicles -= m.vehicles();
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
          broken(
              Rule.PACKED_FIRST,
              s,
              m,
              m.departs(),
              packed,
              gone,
              "by the departure of %s %d loads have left %s, and %d were packed by the evening before"
                  .formatted(m.id(), gone, site.code(), packed));
        }
      }
    }
  }
}
