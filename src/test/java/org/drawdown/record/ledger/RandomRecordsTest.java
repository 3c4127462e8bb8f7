package org.drawdown.record.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.drawdown.dataset.Dataset;
import org.drawdown.record.fact.Departure;
import org.drawdown.record.fact.Fact;
import org.drawdown.record.fact.HeadCount;
import org.drawdown.record.fact.Incident;
import org.drawdown.record.fact.Loss;
import org.drawdown.record.fact.Parts;
import org.drawdown.record.fact.Report;
import org.drawdown.record.fact.SignedStep;
import org.drawdown.record.fact.UnplannedMovement;
import org.drawdown.record.fact.Vacating;
import org.junit.jupiter.api.Test;

/**
 * Random reports of random missions, filed in random order, with corrections: nobody and nothing is
 * lost from the books on any day, and the books are the same whatever the order of filing.
 */
class RandomRecordsTest {

  private static final int RECORDS = Integer.getInteger("tests.records", 600);
  private static final int SEED = Integer.getInteger("tests.seed", 1);
  private static final int TRIES = 120;
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
  private static final LocalDate START = LocalDate.parse("2023-07-01");

  @Test
  void nothingIsLostAndTheOrderOfFilingDoesNotMatter() {
    int entries = 0;
    for (int r = 0; r < RECORDS; r++) {
      var record = new RandomRecord(SEED * 100_000L + r);
      record.story();
      entries += record.filed.size();
      var last = record.now.atZone(ZoneOffset.UTC).toLocalDate();
      var other = record.shuffled();
      for (var day = START; !day.isAfter(last); day = day.plusDays(1)) {
        record.isConserved(day);
        assertEquals(
            record.books(Ledger.of(record.opening, record.filed, day)),
            record.books(Ledger.of(record.opening, other, day)),
            "record " + r + " on " + day);
      }
      record.addingIsGoingThroughAllAgain();
    }
    assertTrue(entries > 20 * RECORDS, entries + " entries");
  }

  /** One mission, and what was reported of it. */
  private static final class RandomRecord {
    private final Random random;
    private final Opening opening;
    private final List<String> bases = new ArrayList<>();
    private final List<Entry> filed = new ArrayList<>();
    private Instant now = Instant.parse("2023-07-01T00:00:00Z");
    private int movements;
    private final Map<String, Intended> columns = new HashMap<>();

    RandomRecord(long seed) {
      random = new Random(seed);
      opening = new Opening(mission());
    }

    private Dataset mission() {
      int n = 2 + random.nextInt(5);
      var text = new StringBuilder();
      var units = new StringBuilder();
      var assets = new StringBuilder();
      for (int b = 0; b < n; b++) {
        var code = "B" + b;
        bases.add(code);
        boolean hub = b == 0 || random.nextInt(4) == 0;
        text.append(b == 0 ? "" : ",")
            .append(
                "{\"code\":\"%s\",\"sector\":\"NORTH\",\"rearParty\":%d"
                    .formatted(code, random.nextInt(20)))
            .append(hub ? ",\"onwardLoadsPerDay\":9" : ",\"hub\":\"B0\"")
            .append(
                b > 1 && random.nextInt(4) == 0 ? ",\"kind\":\"OUTPOST\",\"parent\":\"B1\"" : "")
            .append("}");
        for (int u = 0; u < 1 + random.nextInt(3); u++) {
          var kind = List.of("MILITARY", "POLICE", "CIVILIAN_INTERNATIONAL", "CIVILIAN_NATIONAL");
          units
              .append(units.isEmpty() ? "" : ",")
              .append(
                  "{\"id\":\"%s-U%d\",\"category\":\"%s\",\"strength\":%d,\"base\":\"%s\"}"
                      .formatted(code, u, kind.get(random.nextInt(4)), random.nextInt(200), code));
        }
        for (int a = 0; a < 1 + random.nextInt(3); a++) {
          assets
              .append(assets.isEmpty() ? "" : ",")
              .append(
                  ("{\"id\":\"%s-A%d\",\"category\":\"CONTAINER\",\"disposition\":\"%s\","
                          + "\"base\":\"%s\",\"quantity\":%d,\"loadsPerItem\":%s,\"priority\":%d,"
                          + "\"valueUsd\":1000}")
                      .formatted(
                          code,
                          a,
                          random.nextInt(4) == 0 ? "TRANSFER_TO_HOST" : "REPATRIATE",
                          code,
                          1 + random.nextInt(60),
                          List.of("1", "0.5", "1.7").get(random.nextInt(3)),
                          1 + random.nextInt(5)));
        }
      }
      try {
        return JSON.readValue(
            ("{\"mission\":{\"startDate\":\"2023-07-01\",\"withdrawalDeadline\":\"2023-12-31\","
                    + "\"horizonEnd\":\"2024-12-31\"},\"bases\":[%s],\"units\":[%s],\"assets\":[%s]}")
                .formatted(text, units, assets),
            Dataset.class);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private String base() {
      return bases.get(random.nextInt(bases.size()));
    }

    private Integer some(int most) {
      return random.nextInt(3) == 0 ? null : random.nextInt(most);
    }

    private Parts.People people(int most) {
      return new Parts.People(some(most), some(most / 4 + 1), null);
    }

    /** Units of a base by name, the same one perhaps twice. */
    private List<Parts.UnitPeople> units(String base) {
      var ids =
          opening.dataset().units().stream()
              .filter(u -> u.base().equals(base))
              .map(Dataset.Unit::id)
              .toList();
      return random
          .ints(random.nextInt(4), 0, ids.size())
          .mapToObj(i -> new Parts.UnitPeople(ids.get(i), random.nextInt(120)))
          .toList();
    }

    /** Assets of a base that move by name, the same one perhaps twice. */
    private List<Parts.AssetItems> assets(String base) {
      var ids =
          opening.dataset().assets().stream()
              .filter(a -> a.base().equals(base) && a.moves())
              .map(Dataset.Asset::id)
              .toList();
      return random
          .ints(ids.isEmpty() ? 0 : random.nextInt(3), 0, Math.max(1, ids.size()))
          .mapToObj(i -> new Parts.AssetItems(ids.get(i), null, random.nextInt(12)))
          .toList();
    }

    private Fact fact(String base, String movement) {
      return switch (random.nextInt(9)) {
        case 0, 1, 2 ->
            new Report(
                List.of(Report.Kind.values()).get(random.nextInt(Report.Kind.values().length - 1)),
                now,
                null,
                random.nextInt(3) == 0 ? people(150) : null,
                null,
                random.nextInt(4) == 0 ? some(40) : null,
                null,
                null,
                base(),
                null,
                null,
                null,
                null,
                null);
        case 3 ->
            new Departure(
                now,
                people(120),
                units(base),
                some(30),
                assets(base),
                null,
                null,
                null,
                null,
                null);
        case 4 -> new HeadCount(now, people(200), some(40), null, null, null);
        case 5 ->
            new Incident(
                null,
                Incident.Kind.IED,
                now,
                random.nextBoolean() ? movement : null,
                base,
                null,
                new Incident.Casualties(some(5), some(3), some(2), null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        case 6 ->
            new Loss(
                now,
                base,
                null,
                null,
                random.nextBoolean() ? some(20) : null,
                random.nextBoolean() ? some(20) : null,
                Loss.Fate.DESTROYED,
                Loss.Cause.HOSTILE_ACTION,
                "E",
                null,
                null,
                null);
        case 7 ->
            new SignedStep(
                SignedStep.Step.values()[random.nextInt(5)],
                now,
                random.nextInt(4) == 0 ? SignedStep.Outcome.REFUSED : null,
                null,
                null,
                null,
                null,
                null,
                movement == null ? null : List.of(movement),
                null,
                null,
                null,
                null);
        default -> new Vacating(now, Vacating.Reason.DANGER, null, null, null, null, null);
      };
    }

    private Entry entry(Fact fact, String base, String movement, Long corrects) {
      return new Entry(
          filed.size() + 1L,
          EntryKind.of(fact),
          fact.at() == null ? now : fact.at(),
          opening.day(fact.at() == null ? now : fact.at()),
          now,
          "somebody",
          base,
          movement,
          null,
          corrects,
          fact,
          movement == null ? List.of() : List.of(columns.get(movement)));
    }

    private boolean file(Entry entry) {
      var all = new ArrayList<>(filed);
      all.add(entry);
      try {
        Ledger.of(opening, all, null);
      } catch (Unrecordable e) {
        return false;
      }
      filed.add(entry);
      return true;
    }

    private void register() {
      var from = base();
      var to = base();
      if (from.equals(to)) {
        return;
      }
      var id = "%s-X%02d".formatted(from, ++movements);
      var fact =
          new UnplannedMovement(
              id,
              null,
              null,
              from,
              to,
              null,
              people(100),
              null,
              some(30),
              null,
              null,
              null,
              null,
              null);
      columns.put(
          id,
          new Intended(
              id,
              null,
              "CONVOY",
              "ROAD",
              from,
              to,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              fact.people(),
              null,
              fact.loads(),
              null,
              null,
              null));
      file(entry(fact, from, id, null));
    }

    private void story() {
      for (int i = 0; i < TRIES; i++) {
        now = now.plusSeconds(3_600L * (1 + random.nextInt(12)));
        if (random.nextInt(6) == 0 || columns.isEmpty()) {
          register();
          continue;
        }
        var ids = new ArrayList<>(columns.keySet());
        Collections.sort(ids);
        var movement = ids.get(random.nextInt(ids.size()));
        var base = base();
        var fact = fact(base, movement);
        boolean report = fact instanceof Report;
        boolean step = fact instanceof SignedStep;
        file(
            entry(
                fact,
                report ? columns.get(movement).base() : base,
                report || step || fact instanceof Incident i2 && i2.movement() != null
                    ? movement
                    : null,
                null));
        if (random.nextInt(8) == 0) {
          correct();
        }
      }
    }

    /** Takes a departure away, or puts another in its place. */
    private void correct() {
      var corrected = new ArrayList<Long>();
      filed.forEach(e -> corrected.add(e.corrects()));
      for (var e : filed) {
        if (e.kind() == EntryKind.DEPARTURE
            && !corrected.contains(e.sequence())
            && !e.fact().isVoid()) {
          boolean gone = random.nextBoolean();
          file(
              entry(
                  new Departure(
                      e.at(), people(100), null, null, null, null, null, null, null, gone),
                  e.base(),
                  null,
                  e.sequence()));
          return;
        }
      }
    }

    private Map<Account, Map<String, Integer>> books(Ledger ledger) {
      var books = new TreeMap<Account, Map<String, Integer>>();
      for (var base : bases) {
        books.put(Account.base(base), Map.copyOf(ledger.at(Account.base(base))));
        books.put(Account.yard(base), Map.copyOf(ledger.at(Account.yard(base))));
      }
      for (var id : columns.keySet()) {
        books.put(Account.road(id), Map.copyOf(ledger.at(Account.road(id))));
      }
      for (var account :
          List.of(
              Account.GONE,
              Account.LOST,
              Account.DEAD,
              Account.MISSING,
              Account.UNEXPLAINED,
              Account.TRANSFERRED)) {
        books.put(account, Map.copyOf(ledger.at(account)));
      }
      return books;
    }

    /** The same entries as if they had been filed in another order; what corrects comes later. */
    private List<Entry> shuffled() {
      var order = new ArrayList<>(filed);
      Collections.shuffle(order, random);
      var numbers = new HashMap<Long, Long>();
      var done = new ArrayList<Entry>();
      while (!order.isEmpty()) {
        var next = order.remove(0);
        if (next.corrects() != null && !numbers.containsKey(next.corrects())) {
          order.add(next);
          continue;
        }
        long number = done.size() + 1L;
        numbers.put(next.sequence(), number);
        done.add(
            new Entry(
                number,
                next.kind(),
                next.at(),
                next.day(),
                next.recordedAt(),
                next.actor(),
                next.base(),
                next.movement(),
                next.name(),
                next.corrects() == null ? null : numbers.get(next.corrects()),
                next.fact(),
                next.intended()));
      }
      return done;
    }

    private void isConserved(LocalDate day) {
      var ledger = Ledger.of(opening, filed, day);
      var sums = new TreeMap<String, Integer>();
      books(ledger).values().forEach(b -> b.forEach((i, n) -> sums.merge(i, n, Integer::sum)));
      for (var item : opening.items().values()) {
        if (item.travels() || item.kind() == Opening.Kind.LOADS) {
          assertEquals(item.amount(), sums.getOrDefault(item.id(), 0), day + " " + item.id());
        }
      }
      for (var base : bases) {
        ledger.at(Account.base(base)).values().forEach(n -> assertTrue(n > 0, day + " " + base));
      }
    }

    /** Books that are only added to are those of all entries. */
    private void addingIsGoingThroughAllAgain() {
      var ledger = new Ledger(opening);
      var some = new ArrayList<Entry>();
      for (var entry : filed) {
        some.add(entry);
        if (ledger.comesLast(entry)) {
          ledger.add(entry);
        } else {
          ledger = Ledger.of(opening, some, null);
        }
      }
      assertEquals(books(Ledger.of(opening, filed, null)), books(ledger));
    }
  }
}
