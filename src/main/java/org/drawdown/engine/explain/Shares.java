package org.drawdown.engine.explain;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.drawdown.engine.History;
import org.drawdown.engine.ObjectiveFigures;
import org.drawdown.engine.Paces;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.verifier.Ledger;

/** The share of each base in every term: a movement counts with the base that it leaves. */
final class Shares {

  private final Problem problem;
  private final Plan plan;
  private final Ledger ledger;
  private final Paces paces;
  private final Map<Term, long[]> by = new EnumMap<>(Term.class);

  private Shares(Problem problem, Plan plan, Ledger ledger) {
    this.problem = problem;
    this.plan = plan;
    this.ledger = ledger;
    this.paces = new Paces(problem);
    for (var term : Term.values()) {
      by.put(term, new long[problem.sites().size()]);
    }
  }

  static Map<Term, long[]> of(Problem problem, Plan plan, Ledger ledger) {
    var shares = new Shares(problem, plan, ledger);
    shares.movements();
    for (var left : plan.leftBehind()) {
      for (var lot : problem.sites().get(left.site()).lots()) {
        if (lot.asset().equals(left.asset())) {
          long sum = ObjectiveFigures.writeOff(lot) * left.loads();
          shares.add(Term.WRITE_OFF, left.site(), sum);
        }
      }
    }
    for (int s = 0; s < problem.sites().size(); s++) {
      shares.site(s);
    }
    return shares.by;
  }

  private void add(Term term, int site, long amount) {
    by.get(term)[site] += amount;
  }

  private void movements() {
    var before = new HashMap<String, Movement>();
    if (problem.history() != null) {
      problem.history().base().forEach(m -> before.put(m.id(), m));
    }
    long risk = 0;
    for (var m : plan.movements()) {
      var site = problem.sites().get(m.site());
      add(Term.EXPOSURE, m.site(), (long) m.people() * site.threat() * (m.departs() + 1L));
      if (m.flight() != null) {
        add(Term.COST, m.site(), (long) ObjectiveFigures.AIRCRAFT_DAY * m.flight().count());
      } else {
        add(
            Term.COST,
            m.site(),
            ObjectiveFigures.poolDays(m.trucks(), m.escorts(), m.arrives() - m.dispatched() + 1));
        long more = risk + (m.kind().isConvoy() ? drive(m, site) : 0);
        // Cut off so that the parts add up to the whole, which is rounded down.
        add(
            Term.CONVOY_RISK,
            m.site(),
            more / ObjectiveFigures.METRES_OF_RISK - risk / ObjectiveFigures.METRES_OF_RISK);
        risk = more;
      }
      var was = before.remove(m.id());
      boolean changed = problem.history() != null && (was == null || History.differs(m, was));
      add(Term.CHANGE, m.site(), changed ? 1 : 0);
    }
    before.values().forEach(m -> add(Term.CHANGE, m.site(), 1));
  }

  private long drive(Movement m, Problem.Site site) {
    int due = site.due(problem.deadline());
    int late = Math.max(0, Math.min(ObjectiveFigures.LONGEST_LOADS_LATE, m.departs() - due));
    for (var cargo : m.cargo()) {
      for (var lot : site.lots()) {
        if (lot.asset().equals(cargo.asset())) {
          add(
              Term.LOADS_LATE,
              m.site(),
              (long) ObjectiveFigures.weight(lot.priority()) * cargo.loads() * late);
        }
      }
    }
    var home = paces.drive(m.legs(), m.departs());
    for (int d = m.departs() + 1; d <= Math.min(m.arrives(), home.arrival()); d++) {
      int threat = problem.legs().get(m.legs().get(home.legAtDawn(d))).threat();
      add(Term.EXPOSURE, m.site(), (long) m.people() * threat);
    }
    return m.legs().stream()
            .map(problem.legs()::get)
            .mapToLong(leg -> leg.metres() * leg.threat())
            .sum()
        * m.vehicles();
  }

  private void site(int s) {
    var site = problem.sites().get(s);
    int closedOn = ledger.closedOn(s);
    int handover = -1;
    int signed = -1;
    for (var span : plan.stages()) {
      if (span.site() == s && span.stage() == Stage.HANDOVER) {
        handover = span.from();
        signed = span.to();
      }
    }
    add(Term.COST, s, (long) ObjectiveFigures.OPEN_DAY * (closedOn + 1));
    int separated = Math.max(0, Math.min(handover, problem.contractsEnd() + 1));
    add(Term.EXPOSURE, s, (long) site.threat() * site.nationalStaff() * (separated + 1L));
    add(Term.PHASE_LATE, s, site.daysLate(closedOn));
    add(Term.EARLY, s, Math.max(0, site.windowFrom() - closedOn));
    add(Term.SERVICE_LOSS, s, site.serviceDays(closedOn));
    if (!site.liquidation() && closedOn == ledger.terms().get(Term.COMPLETION)) {
      boolean first = true;
      for (long other : by.get(Term.COMPLETION)) {
        first &= other == 0;
      }
      add(Term.COMPLETION, s, first ? closedOn : 0);
    }
    if (site.isHub()) {
      hub(s, site, separated, signed);
    }
  }

  private void hub(int h, Problem.Site hub, int separated, int signed) {
    long present = hub.travellers();
    for (int d = 0; d < problem.horizon(); d++) {
      present += ledger.people(h, d) - (d < separated ? hub.nationalStaff() : 0);
    }
    add(Term.EXPOSURE, h, present * hub.threat());
    for (var flow : ledger.onward()) {
      int late =
          Math.min(
              ObjectiveFigures.LONGEST_PEOPLE_LATE, Math.max(0, flow.day() - problem.deadline()));
      boolean exempt = hub.liquidation() && flow.day() > signed;
      if (flow.site() == h && !exempt) {
        add(Term.PEOPLE_LATE, h, (long) late * flow.peopleFlown());
      }
    }
  }
}
