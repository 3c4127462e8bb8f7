package org.drawdown.planning.replan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.record.fact.Loss;
import org.drawdown.record.fact.Parts;
import org.drawdown.record.ledger.Account;
import org.drawdown.record.ledger.Column;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.record.ledger.Opening;
import org.drawdown.record.movement.Arrivals;
import org.drawdown.schedule.Closure;
import org.drawdown.schedule.account.Strength;
import org.drawdown.schedule.movement.MovementDocument;
import org.drawdown.schedule.result.ScheduleResult.LeftBehind;
import org.drawdown.schedule.stage.StageDocument;

/** What a plan that goes on from the record says of the days before it: what really happened. */
public final class RecordedPast {

  private final Ledger ledger;
  private final LocalDate day;

  /**
   * The past of a plan.
   *
   * @param ledger in the evening of {@code day}
   */
  public RecordedPast(Ledger ledger, LocalDate day) {
    this.ledger = ledger;
    this.day = day;
  }

  /** The movements that have set out, as they went, and then those of a plan in their order. */
  public List<MovementDocument> movements(List<MovementDocument> planned) {
    var carried = carried();
    var all = new ArrayList<MovementDocument>();
    var names = new HashSet<String>();
    for (var column : ledger.columns().values()) {
      var it = column.intended();
      boolean set = column.dispatched() != null && column.state() != Column.State.CANCELLED;
      boolean within = ledger.opening().bases().containsKey(column.destination());
      if (set && within) {
        all.add(document(column, carried.getOrDefault(it.id(), Map.of())));
        names.add(it.id());
      }
    }
    all.sort(
        Comparator.comparing(MovementDocument::dispatched)
            .thenComparing(MovementDocument::departs)
            .thenComparing(MovementDocument::id));
    planned.stream().filter(m -> !names.contains(m.id())).forEach(all::add);
    return all;
  }

  /** What set out with each movement. */
  private Map<String, Map<String, Integer>> carried() {
    var carried = new HashMap<String, Map<String, Integer>>();
    for (var entry : ledger.entries()) {
      for (var posting : ledger.postings(entry.sequence())) {
        if (posting.to().kind() == Account.Kind.ROAD) {
          carried
              .computeIfAbsent(posting.to().code(), m -> new TreeMap<>())
              .merge(posting.item(), posting.amount(), Integer::sum);
        }
      }
    }
    return carried;
  }

  private MovementDocument document(Column column, Map<String, Integer> with) {
    var it = column.intended();
    var cargo = new ArrayList<MovementDocument.Cargo>();
    var riders = new ArrayList<MovementDocument.Riders>();
    with.forEach(
        (item, n) -> {
          if (ledger.opening().items().get(item).kind() == Opening.Kind.LOADS) {
            cargo.add(new MovementDocument.Cargo(item, ledger.opening().itemsOf(item, n), n));
          } else {
            riders.add(new MovementDocument.Riders(item, n));
          }
        });
    int loads = column.departed() == null ? planned(it.loads()) : column.loadsOut();
    int people = column.departed() == null ? it.travellers() : column.peopleOut();
    int driving =
        cargo.stream()
            .filter(c -> Boolean.TRUE.equals(ledger.opening().asset(c.asset()).selfDeploying()))
            .mapToInt(MovementDocument.Cargo::loads)
            .sum();
    int vehicles = column.vehicles() == null ? loads : column.vehicles();
    boolean flies = it.flies();
    var departs =
        column.departed() != null
            ? column.departed()
            : it.departs() != null && it.departs().isAfter(day) ? it.departs() : day.plusDays(1);
    var arrives =
        column.arrived() != null
            ? column.arrived()
            : column.departed() == null
                ? Arrivals.drive(it, ledger, departs)
                : Arrivals.of(column, ledger, day);
    return new MovementDocument(
        it.id(),
        Kind.valueOf(it.kind()),
        null,
        it.base(),
        column.destination(),
        it.routes(),
        column.dispatched(),
        departs,
        arrives.isBefore(departs) ? departs : arrives,
        flies ? 0 : Math.max(0, vehicles - driving),
        flies ? 0 : Math.min(vehicles, driving),
        it.escorts() == null ? 0 : it.escorts(),
        loads,
        people,
        null,
        cargo,
        riders);
  }

  private static int planned(Integer number) {
    return Parts.People.or(number);
  }

  /** The days on which bases really closed, and those of a plan where they are still open. */
  public List<Closure> closures(List<Closure> planned) {
    return planned.stream().map(this::closure).toList();
  }

  private Closure closure(Closure planned) {
    var closed = ledger.closedOn(planned.base());
    return closed == null
        ? planned
        : new Closure(
            planned.base(),
            closed,
            planned.phase(),
            late(planned, closed),
            new Closure.Range(closed, closed));
  }

  private static int late(Closure planned, LocalDate closed) {
    long moved = ChronoUnit.DAYS.between(planned.closedOn(), closed);
    return (int) Math.max(0, planned.daysLate() == 0 ? 0 : planned.daysLate() + moved);
  }

  /** The stages of a plan, each base's as they really were up to the day. */
  public List<StageDocument> stages(List<StageDocument> planned) {
    var byBase = new LinkedHashMap<String, List<StageDocument>>();
    planned.forEach(s -> byBase.computeIfAbsent(s.base(), b -> new ArrayList<>()).add(s));
    var all = new ArrayList<StageDocument>();
    byBase.forEach((base, spans) -> all.addAll(stages(base, spans)));
    return all;
  }

  private List<StageDocument> stages(String base, List<StageDocument> planned) {
    var begins = new TreeMap<Stage, LocalDate>();
    planned.forEach(s -> begins.put(s.stage(), s.from()));
    var site = ledger.site(base);
    var closed = ledger.closedOn(base);
    begins.put(Stage.PREPARATION, ledger.opening().startDate());
    if (site.firstMove() != null) {
      begins.merge(Stage.DRAWDOWN, site.firstMove(), (a, b) -> a.isBefore(b) ? a : b);
    }
    if (closed != null) {
      begins.remove(Stage.HANDOVER);
      begins.remove(Stage.FINAL_WITHDRAWAL);
      if (site.handoverFrom() != null && site.handoverFrom().isBefore(closed)) {
        begins.put(Stage.HANDOVER, site.handoverFrom());
      }
      if (site.transfer() != null && site.transfer().day().isBefore(closed)) {
        begins.put(Stage.FINAL_WITHDRAWAL, site.transfer().day().plusDays(1));
      }
      begins.put(Stage.CLOSED, closed.plusDays(1));
    }
    var first = planned.get(0);
    var order = new ArrayList<>(begins.entrySet());
    var spans = new ArrayList<StageDocument>();
    for (int i = 0; i < order.size(); i++) {
      var from = order.get(i).getValue();
      LocalDate end = null;
      for (int k = i + 1; k < order.size(); k++) {
        var next = order.get(k).getValue();
        end = end == null || next.isBefore(end) ? next : end;
      }
      if (end == null || from.isBefore(end)) {
        spans.add(
            new StageDocument(
                base,
                order.get(i).getKey(),
                from,
                end == null ? null : end.minusDays(1),
                first.phase(),
                first.sector()));
      }
    }
    return spans;
  }

  /** What was lost, and then what a plan leaves behind. */
  public List<LeftBehind> leftBehind(List<LeftBehind> planned) {
    var all = new ArrayList<LeftBehind>();
    for (var loss : ledger.losses()) {
      boolean gone = loss.loads() > 0 && loss.fate() != Loss.Fate.DAMAGED;
      if (gone && loss.base() != null) {
        all.add(
            new LeftBehind(
                loss.base(),
                loss.asset(),
                loss.quantity(),
                loss.loads(),
                ledger.opening().asset(loss.asset()).ownership(),
                loss.valueUsd(),
                true));
      }
    }
    all.addAll(planned);
    return all;
  }

  /** The assets of a plan, and those that went with what has set out. */
  public List<AssetLoads> lots(List<AssetLoads> planned, List<MovementDocument> movements) {
    var known = new LinkedHashMap<String, AssetLoads>();
    planned.forEach(a -> known.put(a.asset().id(), a));
    for (var movement : movements) {
      for (var cargo : movement.assets()) {
        known.computeIfAbsent(
            cargo.asset(),
            id -> new AssetLoads(ledger.opening().asset(id), Map.of(movement.base(), 0)));
      }
    }
    return List.copyOf(known.values());
  }

  /** People and loads of each base on the days up to this, and then those of a plan. */
  public List<Strength> strength(List<Strength> planned) {
    var all = new ArrayList<Strength>();
    var opening = ledger.opening();
    var books = new Ledger(opening);
    ledger.columns().values().forEach(c -> books.register(c.intended()));
    var ordered = ledger.entries();
    int next = 0;
    for (var date = opening.startDate(); !date.isAfter(day); date = date.plusDays(1)) {
      while (next < ordered.size() && !ordered.get(next).day().isAfter(date)) {
        books.add(ordered.get(next++));
      }
      for (var base : opening.bases().keySet()) {
        var closed = books.closedOn(base);
        if (closed == null || !closed.isBefore(date)) {
          int people =
              books.travellers(base) + books.amount(Account.base(base), Opening.Kind.NATIONAL);
          all.add(new Strength(base, "BASE", date, people, books.loads(base)));
        }
      }
      int people = books.travellers(Account.Kind.ROAD);
      int loads = books.total(Account.Kind.ROAD, Opening.Kind.LOADS);
      if (people > 0 || loads > 0) {
        all.add(new Strength(null, "ROAD", date, people, loads));
      }
    }
    planned.stream().filter(s -> s.date().isAfter(day)).forEach(all::add);
    return all;
  }
}
