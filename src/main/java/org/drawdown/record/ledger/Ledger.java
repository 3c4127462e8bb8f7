package org.drawdown.record.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.drawdown.language.Text;
import org.drawdown.record.fact.Departure;
import org.drawdown.record.fact.HeadCount;
import org.drawdown.record.fact.Incident;
import org.drawdown.record.fact.Loss;
import org.drawdown.record.fact.Parts;
import org.drawdown.record.fact.Report;
import org.drawdown.record.fact.SignedStep;
import org.drawdown.record.fact.UnplannedMovement;
import org.drawdown.record.fact.Vacating;
import org.drawdown.record.ledger.Opening.Kind;

/**
 * The books of what happened, in the evening of a day. They follow from what there was and from the
 * entries alone, in the order in which things happened, whatever the order of their filing.
 *
 * <p>No rule of planning binds what happened. What binds it is arithmetic: nobody leaves twice, and
 * nothing leaves that is not there.
 */
public final class Ledger {

  /** The order in which things happened. */
  public static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::at).thenComparingLong(Entry::sequence);

  private final Opening opening;
  private final Map<Account, TreeMap<String, Integer>> held = new TreeMap<>();
  private final Map<String, Site> sites = new LinkedHashMap<>();
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<Long, List<Posting>> postings = new LinkedHashMap<>();
  private final List<LossLine> losses = new ArrayList<>();
  private final List<Entry> effective = new ArrayList<>();
  private final HashSet<String> touched = new HashSet<>();

  /** Items of assets that do not move which are lost or given away. */
  private final Map<String, Integer> writtenOff = new TreeMap<>();

  private LocalDate today;
  private Entry now;

  /** The books of the first morning. */
  public Ledger(Opening opening) {
    this.opening = opening;
    this.today = opening.startDate();
    opening.bases().keySet().forEach(code -> sites.put(code, new Site()));
    touched.addAll(sites.keySet());
    for (var item : opening.items().values()) {
      if (item.amount() > 0 && sites.containsKey(item.base())) {
        put(Account.base(item.base()), item.id(), item.amount());
      }
    }
  }

  /**
   * The books in the evening of a day.
   *
   * @param entries all of the record, in any order
   * @param until the day, or null for the last of which anything is known
   * @throws Unrecordable if they do not fit together
   */
  public static Ledger of(Opening opening, Collection<Entry> entries, LocalDate until) {
    var ledger = new Ledger(opening);
    entries.stream()
        .sorted(Comparator.comparingLong(Entry::sequence))
        .forEach(e -> e.intended().forEach(ledger::register));
    for (var entry : effective(entries)) {
      if (until == null || entry.kind() == EntryKind.MOVEMENT || !entry.day().isAfter(until)) {
        ledger.add(entry);
      }
    }
    if (until != null) {
      ledger.endOfDay(until);
    }
    return ledger;
  }

  /**
   * The entries that hold, in the order in which things happened: without what was corrected, and
   * without what only takes something away. Movements that nobody planned come first: to register
   * one is no event.
   */
  public static List<Entry> effective(Collection<Entry> entries) {
    var corrected = new HashSet<Long>();
    entries.forEach(e -> corrected.add(e.corrects() == null ? -1 : e.corrects()));
    return entries.stream()
        .filter(e -> !corrected.contains(e.sequence()) && !e.fact().isVoid())
        .sorted(
            Comparator.comparing((Entry e) -> e.kind() != EntryKind.MOVEMENT).thenComparing(ORDER))
        .toList();
  }

  /** Whether an entry can be added behind what is there, rather than by going through all again. */
  public boolean comesLast(Entry entry) {
    if (entry.corrects() != null || entry.fact().isVoid()) {
      return false;
    }
    var last = effective.isEmpty() ? null : effective.get(effective.size() - 1);
    return last == null || entry.kind() == EntryKind.MOVEMENT || ORDER.compare(last, entry) < 0;
  }

  /**
   * Adds what happened last.
   *
   * @throws Unrecordable if it cannot have happened; the books are of no use then
   */
  public void add(Entry entry) {
    now = entry;
    entry.intended().forEach(i -> columns.computeIfAbsent(i.id(), id -> new Column(i)));
    if (entry.kind() != EntryKind.MOVEMENT) {
      if (entry.day().isAfter(today)) {
        endOfDay(today);
        today = entry.day();
      }
      effective.add(entry);
    }
    switch (entry.kind()) {
      case MOVEMENT -> {
        // To register it is no event.
      }
      case REPORT -> report(entry.as(Report.class));
      case DEPARTURE -> depart(entry.as(Departure.class));
      case COUNT -> count(entry.as(HeadCount.class));
      case STEP -> sign(entry.as(SignedStep.class));
      case PART -> sites.get(entry.base()).parts.add(entry);
      case VACATED -> vacate(entry.as(Vacating.class));
      case OCCUPATION -> sites.get(entry.base()).occupations.add(entry);
      case INCIDENT -> suffer(entry.as(Incident.class), entry.movement(), entry.base());
      case LOSS -> lose(entry.as(Loss.class));
      case PUBLISHED_COUNT, PERMISSION, ANSWER -> {
        // They move nobody and nothing.
      }
    }
  }

  private void endOfDay(LocalDate day) {
    for (var code : touched) {
      var site = sites.get(code);
      if (site.handoverFrom == null
          && (travellers(code) <= opening.rearParty(code) && loads(code) == 0
              || site.signed.containsKey(SignedStep.Step.SITE_CERTIFICATE))) {
        site.handoverFrom = day;
      }
    }
    touched.clear();
  }

  // The accounts

  private void put(Account account, String item, int amount) {
    var row = held.computeIfAbsent(account, a -> new TreeMap<>());
    if (row.merge(item, amount, Integer::sum) == 0) {
      row.remove(item);
    }
    if (account.kind() == Account.Kind.BASE || account.kind() == Account.Kind.YARD) {
      touched.add(account.code());
    }
  }

  private void move(Account from, Account to, String item, int amount) {
    if (amount == 0) {
      return;
    }
    put(from, item, -amount);
    put(to, item, amount);
    postings
        .computeIfAbsent(now.sequence(), s -> new ArrayList<>())
        .add(
            amount > 0
                ? new Posting(from, to, item, amount)
                : new Posting(to, from, item, -amount));
  }

  /** What an account holds, by unit or asset. */
  public Map<String, Integer> at(Account account) {
    return Collections.unmodifiableMap(held.getOrDefault(account, new TreeMap<>()));
  }

  private Map<String, Integer> at(Account account, Predicate<Opening.Item> which) {
    var some = new TreeMap<String, Integer>();
    at(account)
        .forEach(
            (id, amount) -> {
              if (which.test(opening.items().get(id))) {
                some.put(id, amount);
              }
            });
    return some;
  }

  private static int sum(Map<String, Integer> amounts) {
    return amounts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** People of a kind, or loads, in an account. */
  public int amount(Account account, Kind kind) {
    return sum(at(account, i -> i.kind() == kind));
  }

  /** Travellers in an account. */
  public int travellers(Account account) {
    return sum(at(account, Opening.Item::travels));
  }

  /** Travellers at a base. */
  public int travellers(String base) {
    return travellers(Account.base(base));
  }

  /** Loads that have to move, at a base and in its yard. */
  public int loads(String base) {
    return amount(Account.base(base), Kind.LOADS) + amount(Account.yard(base), Kind.LOADS);
  }

  /** What accounts of a kind hold together. */
  public int total(Account.Kind kind, Kind what) {
    return held.keySet().stream()
        .filter(a -> a.kind() == kind)
        .mapToInt(a -> amount(a, what))
        .sum();
  }

  /** Travellers in all accounts of a kind. */
  public int travellers(Account.Kind kind) {
    return total(kind, Kind.UNIFORMED) + total(kind, Kind.INTERNATIONAL);
  }

  public Opening opening() {
    return opening;
  }

  /** A base. */
  public Site site(String code) {
    return sites.get(code);
  }

  /** The movements of which anything is known, by id. */
  public Map<String, Column> columns() {
    return Collections.unmodifiableMap(columns);
  }

  /** What was lost, in its order. */
  public List<LossLine> losses() {
    return Collections.unmodifiableList(losses);
  }

  /** The entries that hold, in the order in which things happened. */
  public List<Entry> entries() {
    return Collections.unmodifiableList(effective);
  }

  /** What an entry moved. */
  public List<Posting> postings(long sequence) {
    return postings.getOrDefault(sequence, List.of());
  }

  /** The day on which a base closed: it is CLOSED from the next on; null while it is open. */
  public LocalDate closedOn(String base) {
    return sites.get(base).closedOn(travellers(base));
  }

  /** The latest mission day of any entry that holds, or null. */
  public LocalDate asOf() {
    return effective.isEmpty() ? null : today;
  }

  // Movements

  private Unrecordable refused(
      RecordRule rule, Text detail, Unrecordable.There there, Long... others) {
    var all = new ArrayList<>(List.of(others));
    all.add(now.sequence());
    return new Unrecordable(rule, detail, there, all);
  }

  private void report(Report report) {
    var column = columns.get(now.movement());
    if (!follows(column, report.kind())) {
      var state = column.state;
      long last = column.last;
      throw refused(
          RecordRule.REPORT_ORDER,
          last == 0
              ? m -> m.reportComesFirst(now.movement(), report.kind())
              : m -> m.reportsDoNotFit(now.movement(), report.kind(), state),
          null,
          last == 0 ? new Long[0] : new Long[] {last});
    }
    column.last = now.sequence();
    switch (report.kind()) {
      case DISPATCHED -> {
        column.state = Column.State.DISPATCHED;
        column.dispatched = now.day();
        started(column.intended().base());
      }
      case AT_BASE -> {
        column.state = Column.State.AT_BASE;
        column.dispatched = impliedDispatch(column);
        started(column.intended().base());
      }
      case DEPARTED -> depart(column, report);
      case ARRIVED -> arrive(column, report);
      case HALTED -> {
        column.state = Column.State.HALTED;
        column.place = report.place();
        column.placeDay = now.day();
      }
      case RESUMED -> {
        column.state = Column.State.DEPARTED;
        column.place = report.place() == null ? column.place : report.place();
        column.placeDay = now.day();
      }
      case DIVERTED -> {
        column.destination = report.to();
        column.placeDay = now.day();
        column.place = report.place();
      }
      case TURNED_BACK -> turnBack(column);
      case CANCELLED -> column.state = Column.State.CANCELLED;
      case VOID -> throw new IllegalArgumentException("what is void holds nothing");
    }
  }

  private static boolean follows(Column column, Report.Kind kind) {
    var state = column.state;
    boolean flies = column.intended().flies();
    return switch (kind) {
      case DISPATCHED -> !flies && state == Column.State.PLANNED;
      case AT_BASE -> !flies && (state == Column.State.PLANNED || state == Column.State.DISPATCHED);
      case DEPARTED ->
          state == Column.State.PLANNED
              || state == Column.State.DISPATCHED
              || state == Column.State.AT_BASE;
      case ARRIVED -> state.isUnderWay();
      case HALTED -> !flies && state == Column.State.DEPARTED;
      case RESUMED -> !flies && state == Column.State.HALTED;
      case DIVERTED -> state == Column.State.DEPARTED;
      case TURNED_BACK -> !flies && (state == Column.State.DISPATCHED || state.isUnderWay());
      case CANCELLED ->
          state == Column.State.PLANNED
              || state == Column.State.DISPATCHED
              || state == Column.State.AT_BASE;
      case VOID -> false;
    };
  }

  /** Who reports only a later step means that the column came when it was planned to come. */
  private LocalDate impliedDispatch(Column column) {
    if (column.dispatched != null) {
      return column.dispatched;
    }
    var planned = column.intended().dispatched();
    return planned != null && planned.isBefore(now.day()) ? planned : now.day();
  }

  private void started(String base) {
    var site = sites.get(base);
    if (site.firstMove == null) {
      site.firstMove = now.day();
    }
  }

  private void depart(Column column, Report report) {
    var it = column.intended();
    refuseClosed(it.base(), column);
    boolean told = report.people() != null || report.units() != null;
    var account = Account.base(it.base());
    var people =
        told
            ? people(account, report.people(), report.units(), false)
            : people(account, it.people(), it.units(), true);
    boolean toldLoads = report.loads() != null || report.assets() != null;
    var road = Account.road(it.id());
    people.forEach((unit, n) -> move(account, road, unit, n));
    if (toldLoads) {
      takeLoads(it.base(), road, report.loads(), report.assets(), false);
    } else {
      takeLoads(it.base(), road, it.loads(), it.assets(), true);
    }
    column.state = Column.State.DEPARTED;
    column.dispatched = it.flies() ? now.day() : impliedDispatch(column);
    column.departed = now.day();
    column.since = now.at();
    column.placeDay = now.day();
    column.vehicles = report.vehicles() == null ? column.vehicles : report.vehicles();
    column.peopleOut = travellers(road);
    column.loadsOut = amount(road, Kind.LOADS);
    started(it.base());
    if (column.peopleOut > 0) {
      left(it.base());
    }
  }

  private void left(String base) {
    sites.get(base).lastDeparture = now.day();
  }

  private void arrive(Column column, Report report) {
    var road = Account.road(column.intended().id());
    if (!agrees(road, report)) {
      int people = travellers(road);
      int loads = amount(road, Kind.LOADS);
      throw refused(
          RecordRule.COUNTS_DO_NOT_ADD,
          m -> m.countsDoNotAdd(column.intended().id(), people, loads),
          new Unrecordable.There(people, loads));
    }
    column.vehicles = report.vehicles() == null ? column.vehicles : report.vehicles();
    unload(column, column.destination);
  }

  private boolean agrees(Account road, Report report) {
    var people = report.people();
    if (people != null
        && (people.uniformed() != null && people.uniformed() != amount(road, Kind.UNIFORMED)
            || people.international() != null
                && people.international() != amount(road, Kind.INTERNATIONAL))) {
      return false;
    }
    for (var unit : report.units() == null ? List.<Parts.UnitPeople>of() : report.units()) {
      if (unit.people() != at(road).getOrDefault(unit.unit(), 0)) {
        return false;
      }
    }
    for (var part : report.assets() == null ? List.<Parts.AssetItems>of() : report.assets()) {
      if (loads(part) != at(road).getOrDefault(part.asset(), 0)) {
        return false;
      }
    }
    return report.loads() == null || report.loads() == amount(road, Kind.LOADS);
  }

  private void unload(Column column, String place) {
    var road = Account.road(column.intended().id());
    boolean base = sites.containsKey(place);
    var people = base ? Account.base(place) : Account.GONE;
    var loads = !base ? Account.GONE : opening.isHub(place) ? Account.yard(place) : people;
    Map.copyOf(at(road)).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            e -> {
              boolean cargo = opening.items().get(e.getKey()).kind() == Kind.LOADS;
              move(road, cargo ? loads : people, e.getKey(), e.getValue());
            });
    column.state = Column.State.ARRIVED;
    column.arrived = now.day();
  }

  private void turnBack(Column column) {
    if (column.state == Column.State.DISPATCHED) {
      column.state = Column.State.CANCELLED;
      column.arrived = now.day();
    } else {
      column.destination = column.intended().base();
      unload(column, column.intended().base());
    }
    column.turnedBack = true;
  }

  // People and loads

  /** Who leaves: those named first, then of each kind pro rata. */
  private Map<String, Integer> people(
      Account account, Parts.People people, List<Parts.UnitPeople> units, boolean cut) {
    var taken = new TreeMap<String, Integer>();
    var wanted = new TreeMap<Kind, Integer>();
    for (var unit : units == null ? List.<Parts.UnitPeople>of() : units) {
      var item = opening.items().get(unit.unit());
      // A unit may be named twice: what its first line takes is not there for its second.
      int there = at(account).getOrDefault(unit.unit(), 0) - taken.getOrDefault(unit.unit(), 0);
      if (unit.people() > there && !cut) {
        throw more(unit.unit(), account.code(), there, unit.people(), true);
      }
      taken.merge(unit.unit(), Math.min(there, unit.people()), Integer::sum);
      wanted.merge(item.kind(), unit.people(), Integer::sum);
    }
    if (people != null) {
      want(wanted, Kind.UNIFORMED, people.uniformed());
      want(wanted, Kind.INTERNATIONAL, people.international());
      want(wanted, Kind.NATIONAL, people.national());
    }
    wanted.forEach(
        (kind, number) -> {
          var present = at(account, i -> i.kind() == kind);
          int there = sum(present);
          if (number > there && !cut) {
            throw more(kind.name(), account.code(), there, number, true);
          }
          taken.forEach((unit, n) -> present.computeIfPresent(unit, (u, p) -> p - n));
          int named = 0;
          for (var e : taken.entrySet()) {
            named += opening.items().get(e.getKey()).kind() == kind ? e.getValue() : 0;
          }
          int rest = Math.max(0, Math.min(number, there) - named);
          Allotment.proRata(present, rest).forEach((u, n) -> taken.merge(u, n, Integer::sum));
        });
    return taken;
  }

  private static void want(Map<Kind, Integer> wanted, Kind kind, Integer number) {
    if (number != null && number > wanted.getOrDefault(kind, 0)) {
      wanted.put(kind, number);
    }
  }

  private Unrecordable more(String what, String place, int there, int wanted, boolean people) {
    return refused(
        RecordRule.MORE_THAN_THERE_IS,
        m -> m.moreThanThereIs(place, now.day(), what, there, wanted),
        people ? new Unrecordable.There(there, null) : new Unrecordable.There(null, there));
  }

  private int loads(Parts.AssetItems part) {
    return part.loads() != null
        ? part.loads()
        : opening.loadsOf(part.asset(), Parts.People.or(part.quantity()));
  }

  /** Takes loads from a base: those named first, then in the order of packing; the yard first. */
  private void takeLoads(
      String base, Account to, Integer number, List<Parts.AssetItems> assets, boolean cut) {
    var yard = Account.yard(base);
    var stock = Account.base(base);
    int named = 0;
    int wanted = 0;
    for (var part : assets == null ? List.<Parts.AssetItems>of() : assets) {
      int loads = loads(part);
      int there = at(yard).getOrDefault(part.asset(), 0) + at(stock).getOrDefault(part.asset(), 0);
      if (loads > there && !cut) {
        throw more(part.asset(), base, there, loads, false);
      }
      int some = Math.min(loads, there);
      int first = Math.min(some, at(yard).getOrDefault(part.asset(), 0));
      move(yard, to, part.asset(), first);
      move(stock, to, part.asset(), some - first);
      named += some;
      wanted += loads;
    }
    int all = Math.max(wanted, number == null ? 0 : number);
    int there = loads(base);
    if (all - named > there && !cut) {
      throw more(Kind.LOADS.name(), base, there + named, all, false);
    }
    int rest = Math.min(all - named, there);
    for (var from : List.of(yard, stock)) {
      var present = at(from, i -> i.kind() == Kind.LOADS);
      int some = Math.min(rest, sum(present));
      Allotment.inOrder(present, some, opening.packing()).forEach((a, n) -> move(from, to, a, n));
      rest -= some;
    }
  }

  private void refuseClosed(String base, Column column) {
    var closed = closedOn(base);
    if (closed != null && closed.isBefore(now.day())) {
      throw closed(base, closed);
    }
    var transfer = sites.get(base).transfer();
    if (column != null
        && transfer != null
        && withDeparture(transfer).contains(column.intended().id())
        && transfer.day().plusDays(1).isBefore(now.day())) {
      throw closed(base, transfer.day());
    }
  }

  private Unrecordable closed(String base, LocalDate day) {
    return refused(RecordRule.BASE_CLOSED, m -> m.baseClosed(base, day), null);
  }

  private static List<String> withDeparture(Entry transfer) {
    var with = transfer.as(SignedStep.class).withDeparture();
    return with == null ? List.of() : with;
  }

  private void depart(Departure departure) {
    var base = now.base();
    refuseClosed(base, null);
    var account = Account.base(base);
    int before = travellers(base);
    people(account, departure.people(), departure.units(), false)
        .forEach(
            (unit, n) -> {
              boolean travels = opening.items().get(unit).travels();
              move(account, travels ? Account.GONE : Account.SEPARATED, unit, n);
            });
    takeLoads(base, Account.GONE, departure.loads(), departure.assets(), false);
    started(base);
    if (travellers(base) < before) {
      left(base);
    }
  }

  private void count(HeadCount count) {
    var base = now.base();
    var account = Account.base(base);
    var people = count.people();
    if (people != null) {
      level(account, Kind.UNIFORMED, people.uniformed());
      level(account, Kind.INTERNATIONAL, people.international());
      level(account, Kind.NATIONAL, people.national());
    }
    if (count.loads() != null) {
      int surplus = loads(base) - count.loads();
      if (surplus > 0) {
        takeLast(base, Account.UNEXPLAINED, surplus);
      } else {
        found(account, Kind.LOADS, -surplus);
      }
    }
  }

  private void level(Account account, Kind kind, Integer counted) {
    if (counted == null) {
      return;
    }
    var present = at(account, i -> i.kind() == kind);
    int surplus = sum(present) - counted;
    if (surplus > 0) {
      Allotment.proRata(present, surplus)
          .forEach((unit, n) -> move(account, Account.UNEXPLAINED, unit, n));
    } else {
      found(account, kind, -surplus);
    }
  }

  /** More than there should be: of what the base had on the first day, or of what there was. */
  private void found(Account account, Kind kind, int number) {
    var own = new TreeMap<String, Integer>();
    var all = new TreeMap<String, Integer>();
    for (var item : opening.items().values()) {
      if (item.kind() == kind && item.amount() > 0) {
        all.put(item.id(), item.amount());
        if (account.code().equals(item.base())) {
          own.put(item.id(), item.amount());
        }
      }
    }
    var among = own.isEmpty() ? all : own;
    int rounds = among.isEmpty() ? 0 : number;
    while (rounds > 0) {
      int some = Math.min(rounds, sum(among));
      Allotment.proRata(among, some).forEach((id, n) -> move(Account.UNEXPLAINED, account, id, n));
      rounds -= some;
    }
  }

  /** Takes loads that nobody named, the least important first and those of priority 1 last. */
  private void takeLast(String base, Account to, int number) {
    int rest = number;
    for (var from : List.of(Account.base(base), Account.yard(base))) {
      var present = at(from, i -> i.kind() == Kind.LOADS);
      int some = Math.min(rest, sum(present));
      Allotment.inOrder(present, some, opening.packing().reversed())
          .forEach((asset, n) -> move(from, to, asset, n));
      rest -= some;
    }
  }

  // Sites

  private void sign(SignedStep step) {
    var base = now.base();
    var site = sites.get(base);
    if (step.isRefused()) {
      site.refused.add(now);
      return;
    }
    if (site.signed.containsKey(step.step())) {
      throw refused(
          RecordRule.STEP_ALREADY_SIGNED,
          m -> m.stepSigned(step.step(), base),
          null,
          site.signed.get(step.step()).sequence());
    }
    if (site.vacated != null) {
      throw closed(base, site.vacated.day());
    }
    if (step.step() == SignedStep.Step.FORMAL_TRANSFER) {
      refuseTransfer(base);
    }
    if (step.step() != site.next()) {
      throw refused(RecordRule.STEP_ORDER, m -> m.stepOrder(step.step(), base, site.next()), null);
    }
    site.signed.put(step.step(), now);
    touched.add(base);
    for (var transfer :
        step.transfers() == null ? List.<SignedStep.Transfer>of() : step.transfers()) {
      transfer(base, transfer);
    }
  }

  private void transfer(String base, SignedStep.Transfer transfer) {
    if (opening.items().containsKey(transfer.asset())) {
      takeLoads(
          base,
          Account.TRANSFERRED,
          null,
          List.of(new Parts.AssetItems(transfer.asset(), transfer.quantity(), null)),
          false);
    } else {
      writeOff(transfer.asset(), base, transfer.quantity(), opening.asset(transfer.asset()).base());
    }
  }

  /**
   * Takes items of an asset that does not move off the books.
   *
   * @param place where that happens
   * @param base where they would have to be, or null for anywhere: aircraft are lost where they fly
   */
  private void writeOff(String asset, String place, int quantity, String base) {
    int rest = opening.asset(asset).quantity() - writtenOff.getOrDefault(asset, 0);
    int there = base == null || base.equals(place) ? rest : 0;
    if (quantity > there) {
      throw more(asset, place, there, quantity, false);
    }
    writtenOff.merge(asset, quantity, Integer::sum);
  }

  private void refuseTransfer(String base) {
    for (var outpost : opening.outposts(base)) {
      if (closedOn(outpost) == null) {
        throw refused(RecordRule.OUTPOST_OPEN, m -> m.outpostOpen(base, outpost), null);
      }
    }
    for (var column : columns.values()) {
      if (column.state.isUnderWay() && needs(column, base)) {
        var id = column.intended().id();
        throw refused(RecordRule.STILL_NEEDED, m -> m.stillNeeded(base, id), null, column.last);
      }
    }
    int loads = loads(base);
    int people = travellers(base);
    int taken = 0;
    int riding = 0;
    for (var id : withDeparture(now)) {
      var column = columns.get(id);
      if (column != null && column.departed == null && column.intended().base().equals(base)) {
        var it = column.intended();
        int named = it.assets().stream().mapToInt(this::loads).sum();
        taken += Math.max(named, it.loads() == null ? 0 : it.loads());
        riding += it.travellers();
      }
    }
    int loadsTaken = taken;
    int peopleTaken = riding;
    if (loads > taken) {
      throw refused(
          RecordRule.LOADS_REMAIN,
          m -> m.loadsRemain(base, loads, loadsTaken),
          new Unrecordable.There(null, loads));
    }
    if (people > Math.max(opening.rearParty(base), riding)) {
      throw refused(
          RecordRule.PEOPLE_REMAIN,
          m -> m.peopleRemain(base, people, peopleTaken),
          new Unrecordable.There(people, null));
    }
  }

  private boolean needs(Column column, String base) {
    if (base.equals(column.destination)) {
      return true;
    }
    if (base.equals(column.intended().base())) {
      return false;
    }
    return column.intended().routes().stream()
        .anyMatch(
            id ->
                opening.dataset().routes().stream()
                    .anyMatch(
                        r -> r.id().equals(id) && (base.equals(r.from()) || base.equals(r.to()))));
  }

  private void vacate(Vacating vacating) {
    var base = now.base();
    var site = sites.get(base);
    if (site.manner() != null) {
      throw closed(base, site.vacated == null ? site.transfer().day() : site.vacated.day());
    }
    int people = travellers(base);
    if (people > 0) {
      throw refused(
          RecordRule.PEOPLE_REMAIN,
          m -> m.peopleStillThere(base, people),
          new Unrecordable.There(people, null));
    }
    site.vacated = now;
    var event = vacating.lossEvent() == null ? base + "-VACATED" : vacating.lossEvent();
    for (var from : List.of(Account.base(base), Account.yard(base))) {
      at(from, i -> i.kind() == Kind.LOADS)
          .forEach(
              (asset, loads) -> {
                move(from, Account.LOST, asset, loads);
                lost(
                    base,
                    null,
                    asset,
                    opening.itemsOf(asset, loads),
                    loads,
                    Loss.Fate.ABANDONED,
                    Loss.Cause.FORCED_ABANDONMENT,
                    event);
              });
    }
  }

  // Incidents and losses

  private void suffer(Incident incident, String movement, String base) {
    var column = movement == null ? null : columns.get(movement);
    if (column != null) {
      column.injured += incident.injured();
    }
    Account account;
    if (column != null && column.state.isUnderWay()) {
      account = Account.road(movement);
    } else if (base != null) {
      account = Account.base(base);
    } else if (column != null) {
      boolean there = column.state == Column.State.ARRIVED;
      account = Account.base(there ? column.destination : column.intended().base());
    } else {
      return;
    }
    fall(account, Account.DEAD, incident.killed());
    fall(account, Account.MISSING, incident.missing());
  }

  /** Uniformed people and others alike, pro rata. */
  private void fall(Account account, Account to, int number) {
    if (number == 0) {
      return;
    }
    var present = at(account, Opening.Item::travels);
    if (number > sum(present)) {
      throw more("people", account.code(), sum(present), number, true);
    }
    Allotment.proRata(present, number).forEach((unit, n) -> move(account, to, unit, n));
  }

  private void lose(Loss loss) {
    var base = now.base();
    var movement = now.movement();
    boolean keeps = loss.fate() == Loss.Fate.DAMAGED;
    var accounts =
        movement != null
            ? List.of(Account.road(movement))
            : List.of(Account.base(base), Account.yard(base));
    var place = movement == null ? base : movement;
    int there = accounts.stream().mapToInt(a -> amount(a, Kind.LOADS)).sum();
    for (var part : loss.assets() == null ? List.<Parts.AssetItems>of() : loss.assets()) {
      int quantity = Parts.People.or(part.quantity());
      if (!opening.items().containsKey(part.asset())) {
        if (!keeps) {
          writeOff(part.asset(), place, quantity, null);
        }
        lost(loss, base, movement, part.asset(), quantity, 0);
        continue;
      }
      int loads = loads(part);
      int present = accounts.stream().mapToInt(a -> at(a).getOrDefault(part.asset(), 0)).sum();
      if (loads > present) {
        throw more(part.asset(), place, present, loads, false);
      }
      int rest = keeps ? 0 : loads;
      for (var from : accounts) {
        int some = Math.min(rest, at(from).getOrDefault(part.asset(), 0));
        move(from, Account.LOST, part.asset(), some);
        rest -= some;
      }
      int items = part.quantity() == null ? opening.itemsOf(part.asset(), loads) : quantity;
      lost(loss, base, movement, part.asset(), items, loads);
    }
    int wanted =
        loss.allBut() != null
            ? Math.max(0, there - loss.allBut())
            : loss.loads() == null ? 0 : loss.loads();
    if (wanted > there) {
      throw more(Kind.LOADS.name(), place, there, wanted, false);
    }
    int rest = wanted;
    for (var from : accounts) {
      var present = at(from, i -> i.kind() == Kind.LOADS);
      int some = Math.min(rest, sum(present));
      Allotment.inOrder(present, some, opening.packing().reversed())
          .forEach(
              (asset, n) -> {
                if (!keeps) {
                  move(from, Account.LOST, asset, n);
                }
                lost(loss, base, movement, asset, opening.itemsOf(asset, n), n);
              });
      rest -= some;
    }
  }

  private void lost(
      Loss loss, String base, String movement, String asset, int quantity, int loads) {
    lost(base, movement, asset, quantity, loads, loss.fate(), loss.cause(), loss.event());
  }

  private void lost(
      String base,
      String movement,
      String asset,
      int quantity,
      int loads,
      Loss.Fate fate,
      Loss.Cause cause,
      String event) {
    losses.add(
        new LossLine(
            now,
            base,
            movement,
            asset,
            quantity,
            loads,
            opening.valueOf(asset, quantity),
            fate,
            cause,
            event));
  }

  /** Registers a movement that the books did not know. */
  public void register(Intended intended) {
    columns.computeIfAbsent(intended.id(), id -> new Column(intended));
  }

  /**
   * Refuses a movement that cannot set out as things stand: from a base that is closed, or with
   * more than is there. The books are of no use after that.
   */
  public void check(Entry registered, UnplannedMovement movement) {
    now = registered;
    var closed = closedOn(movement.base());
    if (closed != null && (movement.at() == null || closed.isBefore(registered.day()))) {
      throw closed(movement.base(), closed);
    }
    people(Account.base(movement.base()), movement.people(), movement.units(), false);
    takeLoads(
        movement.base(),
        Account.road(registered.movement()),
        movement.loads(),
        movement.assets(),
        false);
  }
}
