package org.drawdown.situation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.planning.problem.ProblemFactory;
import org.drawdown.planning.replan.KeptPlans;
import org.drawdown.planning.replan.RecordedPlans;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.fact.Incident;
import org.drawdown.record.fact.Loss;
import org.drawdown.record.fact.Parts;
import org.drawdown.record.fact.Permission;
import org.drawdown.record.fact.PublishedCount;
import org.drawdown.record.ledger.Account;
import org.drawdown.record.ledger.Column;
import org.drawdown.record.ledger.Entry;
import org.drawdown.record.ledger.EntryKind;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.record.ledger.Opening;
import org.drawdown.record.ledger.Site;
import org.drawdown.record.movement.Arrivals;
import org.drawdown.record.permission.Asked;
import org.drawdown.record.permission.PermissionState;
import org.drawdown.record.permission.Permissions;
import org.drawdown.schedule.Closures;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.ScheduleViews;
import org.drawdown.schedule.account.AccountKind;
import org.drawdown.schedule.account.AccountRepository;
import org.drawdown.schedule.movement.MovementDocument;
import org.drawdown.schedule.movement.MovementRepository;
import org.drawdown.schedule.request.Assumptions.AssumedRestriction;
import org.drawdown.schedule.stage.StageRepository;

/** Tells where everything stands: what was reported, what was planned, and what is to come. */
@ApplicationScoped
class Situations {

  private static final String REFUSED = "REFUSED";

  private final RecordedMission mission;
  private final Permissions permissions;
  private final RecordedPlans recordedPlans;
  private final KeptPlans keptPlans;
  private final ProblemFactory problems;
  private final ScheduleViews views;
  private final Closures closures;
  private final StageRepository stages;
  private final MovementRepository movements;
  private final AccountRepository accounts;

  /** What becomes of the schedule in force, kept until something is reported or planned. */
  private record Known(String key, Projection plan, Projection coming) {}

  private volatile Known known;

  Situations(
      RecordedMission mission,
      Permissions permissions,
      RecordedPlans recordedPlans,
      KeptPlans keptPlans,
      ProblemFactory problems,
      ScheduleViews views,
      Closures closures,
      StageRepository stages,
      MovementRepository movements,
      AccountRepository accounts) {
    this.mission = mission;
    this.permissions = permissions;
    this.recordedPlans = recordedPlans;
    this.keptPlans = keptPlans;
    this.problems = problems;
    this.views = views;
    this.closures = closures;
    this.stages = stages;
    this.movements = movements;
    this.accounts = accounts;
  }

  /**
   * The situation in the evening of a day.
   *
   * @param asked the last day that the record is to count; null for all of it
   */
  Situation on(LocalDate on, LocalDate asked) {
    var latest = mission.ledger();
    var edge = latest.asOf();
    var asOf = edge == null || asked == null || asked.isAfter(edge) ? edge : asked;
    boolean past = asOf != null && !on.isAfter(asOf);
    var ledger = mission.ledger(past || asOf == null ? on : asOf);
    var active = mission.active().orElse(null);
    var plans = active == null ? null : plans(active, ledger, asOf);
    var plan = plans == null ? null : plans.plan();
    var coming = plans == null ? null : plans.coming();
    var basis =
        asOf == null
            ? Situation.Basis.PLAN
            : past ? Situation.Basis.RECORD : Situation.Basis.FORECAST;
    var view = new View(ledger, on, past || coming == null, plan, coming);
    return new Situation(
        on,
        asOf,
        basis,
        active == null ? null : active.id(),
        mission.booksSequence(),
        view.totals(),
        view.bases(),
        view.underWay(),
        active == null ? List.of() : view.overdue(),
        view.clearances(),
        view.restrictions(),
        view.incidents(),
        view.transport(),
        view.published(),
        coming == null ? null : view.forecast());
  }

  /** When bases close under the schedule in force as things now stand; none without a record. */
  Map<String, LocalDate> comingClosings() {
    var ledger = mission.ledger();
    var active = mission.active().orElse(null);
    if (active == null || ledger.asOf() == null) {
      return Map.of();
    }
    var coming = plans(active, ledger, ledger.asOf()).coming();
    return coming == null ? Map.of() : coming.closings();
  }

  private Known plans(Schedule active, Ledger ledger, LocalDate asOf) {
    var key = active.id() + " " + mission.booksSequence() + " " + asOf;
    var kept = known;
    if (kept == null || !kept.key().equals(key)) {
      var plan =
          Projection.of(
              closures.of(active),
              null,
              stages.of(active),
              movements.of(active),
              accounts.rows(active, AccountKind.STRENGTH));
      kept = new Known(key, plan, asOf == null ? plan : coming(active, asOf));
      known = kept;
    }
    return kept;
  }

  private Projection coming(Schedule active, LocalDate asOf) {
    var asked = views.askedFor(active);
    var ledger = mission.ledger(asOf);
    var dataset = views.dataset(active);
    var held =
        new RecordedPlans.Recorded(null, null, recordedPlans.restrictions(ledger, dataset, asOf));
    var planning = problems.of(dataset, held.assumptions(asked.assumptions()), asked.objective());
    return planning.day(asOf) >= planning.problem().horizon()
        ? null
        : Projection.of(keptPlans.rest(active, planning, ledger, asOf));
  }

  /** One evening. */
  private final class View {
    private final Ledger ledger;
    private final Opening opening;
    private final LocalDate on;
    private final boolean real;
    private final Projection plan;
    private final Projection coming;
    private final List<Asked> asked;
    private final List<Entry> happened;
    private final Map<LocalDate, List<Entry>> onDay;

    View(Ledger ledger, LocalDate on, boolean real, Projection plan, Projection coming) {
      this.ledger = ledger;
      this.opening = ledger.opening();
      this.on = on;
      this.real = real;
      this.plan = plan;
      this.coming = coming;
      this.asked = List.copyOf(permissions.of(ledger).values());
      this.happened =
          ledger.entries().stream().filter(e -> e.kind() == EntryKind.INCIDENT).toList();
      this.onDay = happened.stream().collect(Collectors.groupingBy(Entry::day));
    }

    private LocalDate closedOn(String base) {
      var closed = ledger.closedOn(base);
      if (closed == null && !real) {
        closed = coming.closings().get(base);
      }
      return closed != null && closed.isBefore(on) ? closed : null;
    }

    private Stage stage(String base) {
      if (!real) {
        return closedOn(base) != null ? Stage.CLOSED : coming.stage(base, on);
      }
      var site = ledger.site(base);
      if (closedOn(base) != null) {
        return Stage.CLOSED;
      }
      if (site.transfer() != null && site.transfer().day().isBefore(on)) {
        return Stage.FINAL_WITHDRAWAL;
      }
      boolean handover =
          site.handoverFrom() != null
              || ledger.travellers(base) <= opening.rearParty(base) && ledger.loads(base) == 0;
      if (handover) {
        return Stage.HANDOVER;
      }
      return site.firstMove() == null ? Stage.PREPARATION : Stage.DRAWDOWN;
    }

    /** National staff who are still there: they separate when the base closes or contracts end. */
    private int national(String base) {
      var end = opening.contractsEnd();
      boolean over = closedOn(base) != null || end != null && on.isAfter(end);
      return over ? 0 : ledger.amount(Account.base(base), Opening.Kind.NATIONAL);
    }

    private int people(String base) {
      return real
          ? ledger.travellers(base)
          : travellers(coming, base, ledger.amount(Account.base(base), Opening.Kind.NATIONAL));
    }

    private int loads(String base) {
      return real ? ledger.loads(base) : coming.at(base, on).loads();
    }

    Situation.Totals totals() {
      int closed = 0;
      int handedOver = 0;
      int vacated = 0;
      int national = 0;
      int atBases = 0;
      int loadsAtBases = 0;
      for (var base : opening.bases().keySet()) {
        if (closedOn(base) != null) {
          closed++;
          boolean left = ledger.site(base).manner() == Site.Manner.VACATED;
          vacated += left ? 1 : 0;
          handedOver += left ? 0 : 1;
        }
        national += national(base);
        atBases += people(base);
        loadsAtBases += real ? ledger.amount(Account.base(base), Opening.Kind.LOADS) : loads(base);
      }
      int onRoad = real ? ledger.travellers(Account.Kind.ROAD) : coming.at("", on).people();
      int loadsOnRoad =
          real ? ledger.total(Account.Kind.ROAD, Opening.Kind.LOADS) : coming.at("", on).loads();
      int inYards = real ? ledger.total(Account.Kind.YARD, Opening.Kind.LOADS) : 0;
      int dead = ledger.travellers(Account.DEAD);
      int missing = ledger.travellers(Account.MISSING);
      int unexplained = ledger.travellers(Account.UNEXPLAINED);
      int goneUniformed = ledger.amount(Account.GONE, Opening.Kind.UNIFORMED);
      int goneInternational = ledger.amount(Account.GONE, Opening.Kind.INTERNATIONAL);
      int gone = goneUniformed + goneInternational;
      int lost = ledger.amount(Account.LOST, Opening.Kind.LOADS);
      int transferred = ledger.amount(Account.TRANSFERRED, Opening.Kind.LOADS);
      int unexplainedLoads = ledger.amount(Account.UNEXPLAINED, Opening.Kind.LOADS);
      int loadsGone = ledger.amount(Account.GONE, Opening.Kind.LOADS);
      if (!real) {
        // Who and what is not there any more by then has left by the plan.
        gone = initial(true) - atBases - onRoad - dead - missing - unexplained;
        loadsGone =
            initial(false) - loadsAtBases - loadsOnRoad - lost - transferred - unexplainedLoads;
      }
      return new Situation.Totals(
          new Situation.Bases(opening.bases().size() - closed, closed, handedOver, vacated),
          new Situation.People(
              atBases,
              onRoad,
              gone,
              goneUniformed,
              goneInternational,
              atBases + onRoad,
              national,
              dead,
              missing,
              unexplained),
          new Situation.Loads(
              loadsAtBases,
              inYards,
              loadsOnRoad,
              loadsGone,
              lost,
              lostUsd(),
              transferred,
              unexplainedLoads));
    }

    private int initial(boolean people) {
      return opening.items().values().stream()
          .filter(i -> people ? i.travels() : i.kind() == Opening.Kind.LOADS)
          .mapToInt(Opening.Item::amount)
          .sum();
    }

    private long lostUsd() {
      return ledger.losses().stream()
          .filter(l -> l.fate() != Loss.Fate.DAMAGED)
          .mapToLong(l -> l.valueUsd())
          .sum();
    }

    Map<String, Situation.Base> bases() {
      var all = new LinkedHashMap<String, Situation.Base>();
      opening.bases().keySet().forEach(code -> all.put(code, base(code)));
      return all;
    }

    private Situation.Base base(String code) {
      var planned =
          plan == null
              ? null
              : new Situation.State(
                  plan.stage(code, on),
                  travellers(plan, code, nationalAtFirst(code)),
                  plan.at(code, on).loads());
      var actual = new Situation.State(stage(code), people(code), loads(code));
      var account = Account.base(code);
      return new Situation.Base(
          planned,
          actual,
          planned == null
              ? null
              : new Situation.Variance(
                  actual.people() - planned.people(), actual.loads() - planned.loads()),
          new Situation.Present(
              people(code),
              real ? ledger.amount(account, Opening.Kind.UNIFORMED) : people(code),
              real ? ledger.amount(account, Opening.Kind.INTERNATIONAL) : 0,
              national(code)),
          closing(code),
          handover(code));
    }

    /** The plan counts national staff until they separate; here only who travels counts. */
    private int travellers(Projection projection, String code, int national) {
      var end = opening.contractsEnd();
      var stage = projection.stage(code, on);
      boolean separated =
          stage != Stage.PREPARATION && stage != Stage.DRAWDOWN || end != null && on.isAfter(end);
      return Math.max(0, projection.at(code, on).people() - (separated ? 0 : national));
    }

    private int nationalAtFirst(String code) {
      return opening.items().values().stream()
          .filter(i -> i.kind() == Opening.Kind.NATIONAL && i.base().equals(code))
          .mapToInt(Opening.Item::amount)
          .sum();
    }

    private Situation.Closing closing(String code) {
      var site = ledger.site(code);
      var closed = ledger.closedOn(code);
      boolean over = closed != null && !closed.isAfter(on);
      var planned = plan == null ? null : plan.closings().get(code);
      var forecast = over || coming == null ? null : coming.closings().get(code);
      var is = over ? closed : forecast;
      return new Situation.Closing(
          planned,
          over ? closed : null,
          forecast,
          planned == null || is == null ? null : ChronoUnit.DAYS.between(planned, is),
          over ? site.manner() : null,
          over ? site.receivedBy() : null,
          over ? site.occupiedBy() : null);
    }

    private Situation.Handover handover(String code) {
      var site = ledger.site(code);
      return new Situation.Handover(
          site.next(),
          List.copyOf(site.signed().keySet()),
          site.blockedBy() == null || site.manner() != null ? null : "HOST",
          site.receivedBy());
    }

    Map<String, Situation.UnderWay> underWay() {
      var all = new LinkedHashMap<String, Situation.UnderWay>();
      for (var column : ledger.columns().values()) {
        boolean there =
            column.state().isUnderWay()
                && (real || Arrivals.of(column, ledger, ledger.asOf()).isAfter(on));
        if (there) {
          var id = column.intended().id();
          var road = Account.road(id);
          all.put(
              id,
              new Situation.UnderWay(
                  column.state(),
                  column.intended().base(),
                  column.destination(),
                  column.since(),
                  column.place(),
                  ledger.travellers(road),
                  ledger.amount(road, Opening.Kind.LOADS),
                  column.vehicles(),
                  column.injured(),
                  Arrivals.of(column, ledger, real ? on : ledger.asOf()),
                  cover(id)));
        }
      }
      for (var m : real ? List.<MovementDocument>of() : coming.movements()) {
        boolean there = !m.departs().isAfter(on) && m.arrives().isAfter(on);
        if (there && !all.containsKey(m.id()) && !m.kind().name().equals("REPOSITION")) {
          all.put(
              m.id(),
              new Situation.UnderWay(
                  Column.State.DEPARTED,
                  m.base(),
                  m.destination(),
                  null,
                  null,
                  m.people(),
                  m.loads(),
                  m.trucks() + m.selfDeploying(),
                  0,
                  m.arrives(),
                  cover(m.id())));
        }
      }
      return all;
    }

    private String cover(String movement) {
      String cover = null;
      for (var one : asked) {
        var subject = one.permission().subject();
        if (subject.purpose() == Permission.Purpose.AIR_COVER
            && movement.equals(subject.movement())) {
          cover = one.state(on).forbids() ? REFUSED : one.state(on).name();
        }
      }
      return cover;
    }

    List<Situation.Overdue> overdue() {
      var all = new ArrayList<Situation.Overdue>();
      var edge = ledger.asOf();
      var day = real && edge != null ? on : edge == null ? null : on.isBefore(edge) ? on : edge;
      if (day == null) {
        return all;
      }
      for (var m : plan.movements()) {
        var column = ledger.columns().get(m.id());
        boolean open = column == null || column.state() == Column.State.PLANNED;
        if (open && m.dispatched().isBefore(day) && m.departs().isBefore(day)) {
          all.add(
              new Situation.Overdue(
                  m.id(),
                  m.base(),
                  m.departs(),
                  ChronoUnit.DAYS.between(m.departs(), day),
                  blockedBy(m)));
        }
      }
      return all;
    }

    private String blockedBy(MovementDocument m) {
      for (var one : asked) {
        var subject = one.permission().subject();
        boolean names =
            m.id().equals(subject.movement())
                || subject.allBases().contains(m.base())
                || subject.routes() != null
                    && subject.routes().stream().anyMatch(m.routes()::contains);
        boolean holds = one.state(on) == PermissionState.PENDING || one.state(on).forbids();
        if (names && holds && one.permission().window().has(m.departs())) {
          return one.id();
        }
      }
      for (var r : opening.dataset().restrictions()) {
        boolean names =
            r.bases().contains(m.base()) || r.routes().stream().anyMatch(m.routes()::contains);
        boolean moves = r.affects().isEmpty() || r.affects().contains("MOVEMENTS");
        boolean mode = r.modes().isEmpty() || r.modes().contains(m.mode());
        if (names
            && moves
            && mode
            && !m.departs().isBefore(r.from())
            && !m.departs().isAfter(r.to())) {
          return r.id();
        }
      }
      for (var entry : onDay.getOrDefault(m.departs(), List.of())) {
        var incident = entry.as(Incident.class);
        if (m.base().equals(incident.base())
            || incident.route() != null && m.routes().contains(incident.route())) {
          return entry.name();
        }
      }
      return null;
    }

    Situation.Clearances clearances() {
      var pending = new ArrayList<String>();
      var refused = new ArrayList<String>();
      var due = new ArrayList<String>();
      for (var one : asked) {
        var state = one.state(on);
        if (one.covers(on)) {
          if (state == PermissionState.PENDING) {
            pending.add(one.id());
          } else if (state == PermissionState.REFUSED || state == PermissionState.LAPSED) {
            refused.add(one.id());
          }
        }
        if (state == PermissionState.PENDING && one.permission().window().from().equals(on)) {
          due.add(one.id());
        }
      }
      return new Situation.Clearances(pending, refused, due);
    }

    List<AssumedRestriction> restrictions() {
      return permissions.restrictions(ledger, on).stream()
          .filter(r -> !on.isBefore(r.from()) && !on.isAfter(r.to()))
          .toList();
    }

    Situation.Incidents incidents() {
      var today = new ArrayList<String>();
      int injured = 0;
      int killed = 0;
      int missing = 0;
      for (var entry : happened) {
        var incident = entry.as(Incident.class);
        injured += incident.injured();
        killed += incident.killed();
        missing += incident.missing();
        if (entry.day().equals(on)) {
          today.add(entry.name());
        }
      }
      return new Situation.Incidents(today, injured, killed, missing);
    }

    Situation.Transport transport() {
      int trucks = 0;
      int escorts = 0;
      for (var column : ledger.columns().values()) {
        boolean out =
            column.state().isUnderWay()
                || column.state() == Column.State.DISPATCHED
                || column.state() == Column.State.AT_BASE;
        if (out && !column.intended().flies()) {
          var it = column.intended();
          trucks += Parts.People.or(it.trucks() == null ? column.vehicles() : it.trucks());
          escorts += Parts.People.or(it.escorts());
        }
      }
      int held = 0;
      for (var one : asked) {
        var state = one.state(on);
        boolean waits = state == PermissionState.PENDING || state.forbids();
        if (one.permission().kind() == Permission.Kind.ROAD && waits && one.covers(on)) {
          held += Parts.People.or(one.permission().subject().trucks());
        }
      }
      var pools = opening.dataset().mission().pools();
      int there = 0;
      for (var window : pools == null ? List.<Dataset.Window>of() : pools.trucks()) {
        boolean now = !on.isBefore(window.from()) && !on.isAfter(window.to());
        there += now ? window.available() : 0;
      }
      return new Situation.Transport(trucks, Math.max(0, there - trucks), held, escorts);
    }

    Situation.Published published() {
      Situation.Published last = null;
      for (var entry : ledger.entries()) {
        if (entry.kind() == EntryKind.PUBLISHED_COUNT) {
          int said = entry.as(PublishedCount.class).peopleGone();
          int computed = ledger.travellers(Account.GONE);
          last = new Situation.Published(said, entry.at(), said - computed);
        }
      }
      return last;
    }

    Situation.Forecast forecast() {
      var list = new ArrayList<Situation.ForecastClosure>();
      LocalDate completion = null;
      for (var e : coming.closings().entrySet()) {
        var closed = ledger.closedOn(e.getKey());
        var day = closed == null ? e.getValue() : closed;
        list.add(new Situation.ForecastClosure(e.getKey(), day));
        boolean stays = Boolean.TRUE.equals(opening.bases().get(e.getKey()).liquidation());
        if (!stays && (completion == null || day.isAfter(completion))) {
          completion = day;
        }
      }
      return new Situation.Forecast(completion, list);
    }
  }
}
