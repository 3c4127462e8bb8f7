package org.drawdown.engine.model;

import java.util.Arrays;
import org.drawdown.engine.ObjectiveFigures;
import org.drawdown.engine.Paces;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;

/** The resources that kept movements take and bring: every plan is built upon them. */
public final class Past {

  /** For each hub and day the trucks and escorts that are left; below 0 where history took more. */
  public final int[][] trucks;

  public final int[][] escorts;
  public final int[] slots;
  public final int[][] aircraft;
  public final int[][] fields;
  public final int[][] loadsArriving;
  public final int[][] peopleArriving;

  /** For each site the last day on which one of them passes through or arrives, or -1. */
  public final int[] lastPass;

  /** For each spoke the last departure before its handover, and the first and last after it. */
  public final int[] lastLeft;

  public final int[] firstFinal;
  public final int[] lastFinal;
  public final int[] started;
  public final long[] amount = new long[Term.values().length];
  public long risk;

  private final Model model;
  private final Problem problem;
  private final int days;

  public Past(Model model) {
    this.model = model;
    this.problem = model.problem;
    this.days = model.days;
    int sites = model.sites;
    trucks = copy(problem.trucks());
    escorts = copy(problem.escorts());
    slots = new int[model.slotLimit.length * days];
    aircraft = new int[problem.aircraft().size()][days];
    fields = new int[sites][days];
    loadsArriving = new int[sites][days];
    peopleArriving = new int[sites][days];
    lastPass = filled(sites, -1);
    lastLeft = filled(sites, -1);
    firstFinal = filled(sites, Problem.UNLIMITED);
    lastFinal = filled(sites, -1);
    started = filled(sites, Problem.UNLIMITED);
    var paces = new Paces(problem);
    for (var movement : problem.fixed()) {
      book(movement, paces);
    }
  }

  private int[][] copy(int[][] pool) {
    int[][] copy = new int[pool.length][];
    for (int s = 0; s < copy.length; s++) {
      copy[s] = problem.sites().get(s).isHub() ? Arrays.copyOf(pool[s], days) : pool[s];
    }
    return copy;
  }

  private static int[] filled(int length, int value) {
    int[] array = new int[length];
    Arrays.fill(array, value);
    return array;
  }

  private void book(Movement m, Paces paces) {
    if (m.kind() == Plan.Kind.REPOSITION) {
      reposition(m, paces);
      return;
    }
    int s = m.site();
    var site = problem.sites().get(s);
    started[s] = Math.min(started[s], m.dispatched());
    if (m.kind().isFinal()) {
      firstFinal[s] = Math.min(firstFinal[s], m.departs());
      lastFinal[s] = Math.max(lastFinal[s], m.departs());
    } else {
      lastLeft[s] = Math.max(lastLeft[s], m.departs());
    }
    lastPass[m.hub()] = Math.max(lastPass[m.hub()], m.arrives());
    peopleArriving[m.hub()][m.arrives()] += m.people();
    loadsArriving[m.hub()][m.arrives()] += m.loads();
    amount[Term.EXPOSURE.ordinal()] += (long) m.people() * site.threat() * (m.departs() + 1L);
    if (m.flight() == null) {
      drive(m, site, paces);
    } else {
      fly(m);
    }
  }

  private void reposition(Movement m, Paces paces) {
    for (int d = m.dispatched(); d < days; d++) {
      trucks[m.site()][d] -= m.trucks();
      escorts[m.site()][d] -= m.escorts();
    }
    for (int d = m.arrives() + 1; d < days; d++) {
      trucks[m.hub()][d] += m.trucks();
      escorts[m.hub()][d] += m.escorts();
    }
    amount[Term.COST.ordinal()] +=
        ObjectiveFigures.poolDays(m.trucks(), m.escorts(), m.arrives() - m.dispatched() + 1);
    var drive = paces.drive(m.legs(), m.dispatched());
    int place = m.site();
    for (int i = 0; i < m.legs().size(); i++) {
      place = problem.legs().get(m.legs().get(i)).other(place);
      if (place >= 0) {
        lastPass[place] = Math.max(lastPass[place], m.arrives());
      }
      take(m.legs().get(i), drive.first()[i]);
    }
  }

  private void fly(Movement m) {
    amount[Term.COST.ordinal()] += (long) ObjectiveFigures.AIRCRAFT_DAY * m.flight().count();
    int sorties = m.flight().count() * m.flight().sorties();
    for (int t = 0; t < aircraft.length; t++) {
      if (problem.aircraft().get(t).type().equals(m.flight().type())) {
        aircraft[t][m.departs()] += m.flight().count();
      }
    }
    fields[m.site()][m.departs()] += sorties;
    fields[m.hub()][m.departs()] += sorties;
  }

  private void drive(Movement m, Problem.Site site, Paces paces) {
    for (int d = m.dispatched(); d <= m.arrives(); d++) {
      trucks[m.hub()][d] -= m.trucks();
      escorts[m.hub()][d] -= m.escorts();
    }
    amount[Term.COST.ordinal()] +=
        ObjectiveFigures.poolDays(m.trucks(), m.escorts(), m.arrives() - m.dispatched() + 1);
    int due = site.due(problem.deadline());
    int late = Math.max(0, Math.min(ObjectiveFigures.LONGEST_LOADS_LATE, m.departs() - due));
    for (var cargo : m.cargo()) {
      for (var lot : site.lots()) {
        if (lot.asset().equals(cargo.asset())) {
          amount[Term.LOADS_LATE.ordinal()] +=
              (long) ObjectiveFigures.weight(lot.priority()) * cargo.loads() * late;
        }
      }
    }
    var back = Paces.reversed(m.legs());
    var out = m.dispatched() < 0 ? null : paces.drive(back, m.dispatched());
    var home = m.departs() < 0 ? null : paces.drive(m.legs(), m.departs());
    int place = m.site();
    for (int i = 0; i < m.legs().size(); i++) {
      var leg = problem.legs().get(m.legs().get(i));
      place = leg.other(place);
      if (place >= 0) {
        lastPass[place] = Math.max(lastPass[place], m.arrives());
      }
      risk += m.vehicles() * leg.metres() * leg.threat();
      // What really happened may be later than the calendar has it, or end beyond the horizon.
      if (out != null) {
        take(back.get(i), out.first()[i]);
      }
      if (home != null) {
        take(m.legs().get(i), home.first()[i]);
      }
    }
    int last = home == null ? -1 : Math.min(m.arrives(), home.arrival());
    for (int d = m.departs() + 1; d <= last; d++) {
      int threat = problem.legs().get(m.legs().get(home.legAtDawn(d))).threat();
      amount[Term.EXPOSURE.ordinal()] += (long) m.people() * threat;
    }
  }

  private void take(int leg, int day) {
    if (model.slotOfLeg[leg] >= 0) {
      slots[model.slotOfLeg[leg] * days + day]++;
    }
  }
}
