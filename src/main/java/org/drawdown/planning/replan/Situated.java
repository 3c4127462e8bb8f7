package org.drawdown.planning.replan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drawdown.dataset.Dataset;
import org.drawdown.dataset.HandoverSteps;
import org.drawdown.engine.History;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Problem;
import org.drawdown.planning.problem.PlanDocument;
import org.drawdown.planning.problem.PlanReader;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.record.fact.SignedStep;
import org.drawdown.record.ledger.Account;
import org.drawdown.record.ledger.Column;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.record.ledger.Opening;
import org.drawdown.record.movement.Arrivals;
import org.drawdown.schedule.movement.MovementDocument;

/**
 * The mission as it stands in the evening of a day: what is still to be planned. What has left, is
 * lost or is closed takes no part any more; what is on the road is history, and so are the trucks
 * and escorts that are out; all else is where it was last seen.
 */
final class Situated {

  private final PlanningProblem planning;
  private final Problem problem;
  private final Ledger ledger;
  private final LocalDate day;
  private final int evening;
  private final Map<String, Integer> siteOf = new LinkedHashMap<>();
  private final Map<String, Integer> legOf = new HashMap<>();
  private final Map<Integer, Map<String, Integer>> onRoadFrom = new HashMap<>();
  private final Map<Integer, Map<String, Integer>> further = new HashMap<>();
  private final List<Out> out = new ArrayList<>();
  private final Map<String, Integer> claims = new HashMap<>();

  /** A column that is out, with what it takes. */
  private record Out(Column column, int site, int hub, List<Integer> legs, boolean loaded) {}

  /**
   * What is to be planned, and what of the plan before is still to come.
   *
   * @param planning what is left to do
   * @param before the movements of the plan before that have not set out
   */
  record Rest(PlanningProblem planning, Plan before, Set<String> over) {}

  Situated(PlanningProblem planning, Ledger ledger, LocalDate day) {
    this.planning = planning;
    this.problem = planning.problem();
    this.ledger = ledger;
    this.day = day;
    this.evening = planning.day(day);
    problem.sites().forEach(s -> siteOf.put(s.code(), siteOf.size()));
    problem.legs().forEach(leg -> legOf.put(leg.id(), legOf.size()));
    ledger.columns().values().forEach(this::placeOnRoad);
  }

  private void placeOnRoad(Column column) {
    var it = column.intended();
    boolean underWay = column.state().isUnderWay();
    boolean empty =
        column.state() == Column.State.DISPATCHED || column.state() == Column.State.AT_BASE;
    if (!underWay && !empty) {
      return;
    }
    var site = siteOf.get(it.base());
    var hub = siteOf.get(column.destination());
    var legs = it.routes().stream().map(legOf::get).toList();
    boolean known =
        site != null
            && hub != null
            && !it.flies()
            && !legs.isEmpty()
            && !legs.contains(null)
            && problem.sites().get(site).hub() == hub;
    if (known) {
      out.add(new Out(column, site, hub, legs, underWay));
      if (underWay) {
        ledger.at(Account.road(it.id())).forEach((item, n) -> add(onRoadFrom, site, item, n));
      }
    } else if (underWay) {
      // Where it goes it cannot be planned for as a column; it is expected there.
      int there = hub == null ? -1 : hub;
      if (there >= 0) {
        ledger.at(Account.road(it.id())).forEach((item, n) -> add(further, there, item, n));
      }
    }
  }

  private static void add(
      Map<Integer, Map<String, Integer>> sums, int site, String item, int amount) {
    sums.computeIfAbsent(site, s -> new TreeMap<>()).merge(item, amount, Integer::sum);
  }

  /**
   * What is left to do from the next day on.
   *
   * @param document of the plan before
   * @param held for movements that may not go yet the last day of that
   * @param frozenDays days in which what is planned stays
   */
  Rest rest(PlanDocument document, Map<String, LocalDate> held, int frozenDays) {
    int last = problem.horizon();
    int asOf = Math.min(last, evening + 1);
    int from = Math.min(last, evening + Math.max(1, frozenDays));
    var draft = problem.draft();
    draft.firstMove = Math.max(problem.firstMove(), asOf);
    var sites = new ArrayList<Problem.Site>();
    for (int s = 0; s < problem.sites().size(); s++) {
      sites.add(site(s));
    }
    draft.sites = sites;
    var left = new PlanningProblem(planning.dataset(), draft.problem());
    var over = over();
    var toCome = document.movements().stream().filter(m -> !over.contains(m.id())).toList();
    var before =
        PlanReader.readWhatFits(
            left, new PlanDocument(toCome, document.stages(), document.leftBehind()));
    var fixed = new ArrayList<Movement>();
    claims.clear();
    out.forEach(o -> fixed.add(movement(o, left.problem())));
    var none = Collections.nCopies(sites.size(), -1);
    var flows = Collections.nCopies(sites.size(), new History.Flow(new int[asOf], new int[asOf]));
    // What happened is no change of the plan.
    var base = new ArrayList<>(fixed);
    base.addAll(before.movements());
    var history = new History(asOf, from, fixed, base, none, flows, over);
    return new Rest(left.after(history), before, over);
  }

  /** The last day of what holds up a movement alone, or null. */
  private LocalDate untilWhen(String movement, Map<String, LocalDate> held) {
    var until = held.get(movement);
    for (var r : planning.dataset().restrictions()) {
      if (r.binds().contains(movement)
          && !r.to().isBefore(day)
          && (until == null || r.to().isAfter(until))) {
        until = r.to();
      }
    }
    return until;
  }

  /** A movement that does not leave before a day has gone by. */
  private static MovementDocument later(MovementDocument m, LocalDate until) {
    if (until == null || m.departs().isAfter(until)) {
      return m;
    }
    long days = ChronoUnit.DAYS.between(m.departs(), until) + 1;
    return new MovementDocument(
        m.id(),
        m.kind(),
        m.mode(),
        m.base(),
        m.destination(),
        m.routes(),
        m.dispatched().plusDays(days),
        m.departs().plusDays(days),
        m.arrives().plusDays(days),
        m.trucks(),
        m.selfDeploying(),
        m.escorts(),
        m.loads(),
        m.people(),
        m.aircraft(),
        m.assets(),
        m.units());
  }

  /** Names of movements that have set out, have ended, or were given to what nobody planned. */
  private Set<String> over() {
    var over = new HashSet<String>();
    ledger
        .columns()
        .forEach(
            (id, column) -> {
              boolean planned = column.intended().schedule() != null;
              if (!planned || column.state() != Column.State.PLANNED) {
                over.add(id);
              }
            });
    return over;
  }

  private Problem.Site site(int s) {
    var site = problem.sites().get(s);
    var code = site.code();
    var people = new TreeMap<String, Integer>();
    var loads = new TreeMap<String, Integer>();
    boolean closed = ledger.closedOn(code) != null;
    if (!closed) {
      for (var account : List.of(Account.base(code), Account.yard(code))) {
        sort(ledger.at(account), people, loads);
      }
    }
    int present = travellers(people);
    sort(onRoadFrom.getOrDefault(s, Map.of()), people, loads);
    sort(further.getOrDefault(s, Map.of()), people, loads);
    int expected = travellers(further.getOrDefault(s, Map.of()));
    var parties = new ArrayList<Problem.Party>();
    people.forEach(
        (unit, n) ->
            parties.add(new Problem.Party(unit, kind(ledger.opening().items().get(unit)), n)));
    var lots = new ArrayList<Problem.Lot>();
    loads.forEach((asset, n) -> lots.add(lot(asset, n)));
    int rear = Math.min(site.rearParty(), present + expected);
    int guard = Math.min(site.guard(), present + expected);
    return handover(s, site.with(lots, parties, rear, guard));
  }

  private void sort(
      Map<String, Integer> held, Map<String, Integer> people, Map<String, Integer> loads) {
    held.forEach(
        (item, n) -> {
          if (n > 0) {
            boolean cargo = ledger.opening().items().get(item).kind() == Opening.Kind.LOADS;
            (cargo ? loads : people).merge(item, n, Integer::sum);
          }
        });
  }

  private int travellers(Map<String, Integer> amounts) {
    return amounts.entrySet().stream()
        .filter(e -> ledger.opening().items().get(e.getKey()).travels())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static Problem.PartyKind kind(Opening.Item item) {
    return switch (item.kind()) {
      case NATIONAL -> Problem.PartyKind.NATIONAL;
      case INTERNATIONAL -> Problem.PartyKind.INTERNATIONAL;
      default -> Problem.PartyKind.UNIFORMED;
    };
  }

  private Problem.Lot lot(String id, int loads) {
    var asset = ledger.opening().asset(id);
    var whole =
        new Problem.Lot(
            id,
            asset.quantity(),
            asset.loadsPerItem() == null ? BigDecimal.ONE : asset.loadsPerItem(),
            Boolean.TRUE.equals(asset.selfDeploying()),
            asset.priority() == null ? 3 : asset.priority(),
            "CONTINGENT_OWNED".equals(asset.ownership()),
            asset.valueUsd() == null ? 0 : asset.valueUsd());
    int items = Math.max(1, ledger.opening().itemsOf(id, loads));
    return loads == whole.loads() ? whole : Departed.of(whole, items, loads);
  }

  /** Of the handover only the steps that nobody has signed are still to come. */
  private Problem.Site handover(int s, Problem.Site site) {
    var signed = ledger.site(site.code()).signed();
    int days = 0;
    for (var step : HandoverSteps.of(base(s))) {
      days += signed.containsKey(SignedStep.Step.valueOf(step.step())) ? 0 : step.days();
    }
    int left = ledger.closedOn(site.code()) != null ? 1 : Math.max(1, days);
    return new Problem.Site(
        site.code(),
        site.latitude(),
        site.longitude(),
        site.hub(),
        site.parent(),
        site.threat(),
        site.packing(),
        site.rearParty(),
        left,
        site.airfield(),
        site.storage(),
        site.onward(),
        site.charterSeats(),
        site.liquidation(),
        site.maxVehicles(),
        site.windowFrom(),
        site.windowEnd(),
        site.guard(),
        site.lots(),
        site.parties(),
        site.missedUntil());
  }

  private Dataset.Base base(int s) {
    return planning.dataset().bases().get(s);
  }

  /** A column that is out, with the days on which it really was where, and is expected to be. */
  private Movement movement(Out o, Problem left) {
    var column = o.column();
    var it = column.intended();
    var riders = new ArrayList<Plan.Riders>();
    var cargo = new ArrayList<Plan.Cargo>();
    if (o.loaded()) {
      ledger
          .at(Account.road(it.id()))
          .forEach(
              (item, n) -> {
                if (ledger.opening().items().get(item).kind() == Opening.Kind.LOADS) {
                  int items = Math.max(1, ledger.opening().itemsOf(item, n));
                  cargo.add(new Plan.Cargo(item, items, n));
                } else {
                  riders.add(new Plan.Riders(item, n));
                }
              });
    } else {
      takeAlong(o, left, riders, cargo);
    }
    int people = riders.stream().mapToInt(Plan.Riders::people).sum();
    int loads = cargo.stream().mapToInt(Plan.Cargo::loads).sum();
    int driving =
        cargo.stream()
            .filter(c -> Boolean.TRUE.equals(ledger.opening().asset(c.asset()).selfDeploying()))
            .mapToInt(Plan.Cargo::loads)
            .sum();
    int trucks = it.trucks() != null ? it.trucks() : loads - driving;
    int dispatched = planning.day(column.dispatched());
    int departs =
        column.departed() != null
            ? planning.day(column.departed())
            : Math.max(evening + 1, it.departs() == null ? 0 : planning.day(it.departs()));
    int arrives =
        o.loaded()
            ? planning.day(Arrivals.of(column, ledger, day))
            : planning.day(Arrivals.drive(it, ledger, planning.date(departs)));
    return new Movement(
        it.id(),
        Plan.Kind.CONVOY,
        o.site(),
        o.hub(),
        o.legs(),
        dispatched,
        departs,
        Math.max(evening + 1, Math.min(left.horizon(), arrives)),
        trucks,
        driving,
        it.escorts() == null ? problem.convoy().escorts() : it.escorts(),
        loads,
        people,
        null,
        cargo,
        riders);
  }

  /** What columns that are out have taken, or will, of a unit or asset of a base. */
  private int claimed(int site, String item) {
    return claims.getOrDefault(site + " " + item, 0)
        + onRoadFrom.getOrDefault(site, Map.of()).getOrDefault(item, 0);
  }

  private int ridersOnRoad(int site) {
    return travellers(onRoadFrom.getOrDefault(site, Map.of()));
  }

  private int boarded(int site) {
    return claims.entrySet().stream()
        .filter(e -> e.getKey().startsWith(site + " "))
        .filter(e -> isTraveller(e.getKey().substring(e.getKey().indexOf(' ') + 1)))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private boolean isTraveller(String item) {
    return ledger.opening().items().get(item).travels();
  }

  /** A column that has not left takes what it was meant to take, as far as it is there. */
  private void takeAlong(Out o, Problem left, List<Plan.Riders> riders, List<Plan.Cargo> cargo) {
    var site = left.sites().get(o.site());
    var it = o.column().intended();
    int free = site.travellers() - site.rearParty() - ridersOnRoad(o.site()) - boarded(o.site());
    for (var unit : it.units()) {
      for (var party : site.parties()) {
        if (party.unit().equals(unit.unit())) {
          int rest = party.strength() - claimed(o.site(), unit.unit());
          int some = Math.min(free, Math.min(unit.people(), rest));
          free -= some;
          if (some > 0) {
            claims.merge(o.site() + " " + unit.unit(), some, Integer::sum);
            riders.add(new Plan.Riders(unit.unit(), some));
          }
        }
      }
    }
    for (var part : it.assets()) {
      for (var lot : site.lots()) {
        int wanted = part.loads() == null ? 0 : part.loads();
        if (!lot.asset().equals(part.asset())) {
          continue;
        }
        int before = claimed(o.site(), lot.asset());
        int some = Math.min(wanted, lot.loads() - before);
        if (some > 0) {
          claims.merge(o.site() + " " + lot.asset(), some, Integer::sum);
          int items = lot.itemsOf(before + some) - lot.itemsOf(before);
          cargo.add(new Plan.Cargo(lot.asset(), items, some));
        }
      }
    }
  }
}
