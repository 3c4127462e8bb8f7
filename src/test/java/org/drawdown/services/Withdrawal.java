package org.drawdown.services;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Plan;
import org.drawdown.record.fact.Departure;
import org.drawdown.record.fact.Parts;
import org.drawdown.record.fact.Vacating;
import org.drawdown.record.ledger.Entry;
import org.drawdown.record.ledger.EntryKind;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.record.ledger.Opening;
import org.drawdown.schedule.Closure;
import org.drawdown.schedule.account.Handover;
import org.drawdown.schedule.account.OnwardFlow;
import org.drawdown.schedule.account.Release;
import org.drawdown.schedule.account.Strength;
import org.drawdown.schedule.movement.MovementDocument;

/**
 * A small withdrawal to be worked by hand: the hub H, the base A on the road to the base B behind
 * it. A closes on 20 October, B on 10 October, H on 20 December. The mission's mandate for
 * mediation ends on 30 September; contracts end on 30 November; helicopters are released on 1
 * November, aeroplanes on 1 December.
 */
public final class Withdrawal {

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

  private static final String DATASET =
      """
      {"mission": {"startDate": "2023-07-01", "withdrawalDeadline": "2023-12-31",
         "horizonEnd": "2024-06-30", "contractsEnd": "2023-11-30", "cover": {"withinMinutes": 60},
         "mandate": [{"kind": "MEDIATION", "until": "2023-09-30"}]},
       "bases": [
         {"code": "H", "kind": "HEADQUARTERS", "onwardLoadsPerDay": 5, "rearParty": 10,
          "location": {"type": "Point", "coordinates": [0, 0]},
          "airfield": {"runwayM": 2000, "surface": "ASPHALT"}, "services": %1$s},
         {"code": "A", "hub": "H", "rearParty": 4,
          "location": {"type": "Point", "coordinates": [0, 2]},
          "airfield": {"runwayM": 900, "surface": "UNPAVED"}, "services": %2$s},
         {"code": "B", "hub": "H", "rearParty": 0,
          "location": {"type": "Point", "coordinates": [0, 3]}, "services": %3$s}],
       "units": [
         {"id": "H-INF", "category": "MILITARY", "role": "INFANTRY", "strength": 90, "base": "H"},
         {"id": "H-MED", "category": "MILITARY", "role": "MEDICAL", "strength": 20, "base": "H"},
         {"id": "H-NAT", "category": "CIVILIAN_NATIONAL", "strength": 7, "base": "H"},
         {"id": "A-MED", "category": "MILITARY", "role": "ENGINEER", "strength": 30, "base": "A"},
         {"id": "A-INF", "category": "MILITARY", "role": "INFANTRY", "strength": 150, "base": "A"},
         {"id": "A-NAT", "category": "CIVILIAN_NATIONAL", "strength": 3, "base": "A"},
         {"id": "B-POL", "category": "POLICE", "role": "POLICE_UNIT", "strength": 40, "base": "B"}],
       "assets": [
         {"id": "HELI", "type": "Heli", "category": "AIRCRAFT", "disposition": "REPATRIATE",
          "base": "H", "quantity": 1, "aircraft": {"wing": "ROTARY_WING", "seats": 10,
          "rangeKm": 460, "cruiseSpeedKmh": 222}},
         {"id": "PLANE", "type": "Plane", "category": "AIRCRAFT", "disposition": "REPATRIATE",
          "base": "H", "quantity": 1, "aircraft": {"wing": "FIXED_WING", "seats": 50,
          "rangeKm": 2000, "cruiseSpeedKmh": 500, "minRunwayM": 1200, "surfaces": ["ASPHALT"]}}],
       "airServices": [
         {"id": "H-A", "from": "H", "to": "A", "type": "Heli", "flightsPerWeek": 3, "seats": 10}],
       "routes": [
         {"id": "AH", "from": "A", "to": "H", "mode": "ROAD", "distanceKm": 220,
          "kmPerDay": {"DRY": 110}},
         {"id": "BA", "from": "B", "to": "A", "mode": "ROAD", "distanceKm": 110,
          "kmPerDay": {"DRY": 110}}]}
      """;

  private Withdrawal() {}

  /** The dataset with some services at each base, as JSON. */
  static Dataset dataset(String ofH, String ofA, String ofB) {
    try {
      return JSON.readValue(DATASET.formatted(ofH, ofA, ofB), Dataset.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static MovementDocument convoy(
      String id, String base, String departs, String arrives, Map<String, Integer> units) {
    var riders = new ArrayList<MovementDocument.Riders>();
    units.forEach((unit, people) -> riders.add(new MovementDocument.Riders(unit, people)));
    return new MovementDocument(
        id,
        Plan.Kind.CONVOY,
        null,
        base,
        "H",
        base.equals("A") ? List.of("AH") : List.of("BA", "AH"),
        day(departs).minusDays(5),
        day(departs),
        day(arrives),
        10,
        0,
        1,
        10,
        units.values().stream().mapToInt(Integer::intValue).sum(),
        null,
        List.of(),
        riders);
  }

  /** The convoys: of A on 1 and 15 September and on 20 October, of B on 10 October. */
  public static List<MovementDocument> convoys() {
    return List.of(
        convoy("A-C01", "A", "2023-09-01", "2023-09-02", Map.of("A-MED", 30)),
        convoy("A-C02", "A", "2023-09-15", "2023-09-16", Map.of("A-INF", 146)),
        convoy("A-FC01", "A", "2023-10-20", "2023-10-21", Map.of("A-INF", 4)),
        convoy("B-C01", "B", "2023-10-10", "2023-10-12", Map.of("B-POL", 40)));
  }

  private static Release release(String asset, String type, String day) {
    return new Release("AIRCRAFT", asset, type, null, 1, day(day), List.of(), null);
  }

  /** The course of the plan, with what was reported; null for nothing. */
  static Course course(Dataset dataset, RecordedPresence record) {
    var presence = new PlannedPresence(dataset);
    presence.handovers(
        List.of(
            new Handover("H", null, day("2023-12-10"), day("2023-12-15"), List.of(), List.of()),
            new Handover("A", null, day("2023-10-14"), day("2023-10-19"), List.of(), List.of()),
            new Handover("B", null, day("2023-10-11"), day("2023-10-16"), List.of(), List.of())));
    var strength = new ArrayList<Strength>();
    var flows = new ArrayList<OnwardFlow>();
    // H has 110 travellers; half of the 100 who are not of its rear party fly on 1 November, the
    // others on 1 December. On 12 October 40 people of B wait there for a day.
    for (var d = day("2023-07-01"); d.isBefore(day("2023-12-21")); d = d.plusDays(1)) {
      int own = d.isBefore(day("2023-11-01")) ? 110 : d.isBefore(day("2023-12-01")) ? 60 : 10;
      int waiting = d.equals(day("2023-10-12")) ? 40 : 0;
      int national = d.isBefore(day("2023-12-01")) ? 7 : 0;
      strength.add(new Strength("H", "BASE", d, own + waiting + national, 0));
      flows.add(new OnwardFlow("H", d, 0, 0, 0, waiting));
    }
    presence.flows(strength, flows);
    presence.movements(convoys());
    return new Course(
        dataset,
        List.of(
            new Closure("H", day("2023-12-20"), null, 0, null),
            new Closure("A", day("2023-10-20"), null, 0, null),
            new Closure("B", day("2023-10-10"), null, 0, null)),
        presence,
        List.of(release("HELI", "Heli", "2023-11-01"), release("PLANE", "Plane", "2023-12-01")),
        record,
        Map.of());
  }

  /** The course where nothing was reported and no base has services. */
  public static Course bare() {
    return course(dataset("[]", "[]", "[]"), null);
  }

  /**
   * A record in which B was left on 3 August, national staff of A on 4, its engineers on 5 August.
   */
  static RecordedPresence record(Dataset dataset) {
    var left = Instant.parse("2023-08-03T10:00:00Z");
    var gone = Instant.parse("2023-08-05T10:00:00Z");
    var vacating = new Vacating(left, Vacating.Reason.DANGER, null, null, null, null, null);
    return new RecordedPresence(
        Ledger.of(
            new Opening(dataset),
            List.of(
                departure(1, "B", "B-POL", 40, left.minusSeconds(3600)),
                new Entry(
                    2,
                    EntryKind.VACATED,
                    left,
                    day("2023-08-03"),
                    left,
                    "x",
                    "B",
                    null,
                    null,
                    null,
                    vacating,
                    List.of()),
                departure(3, "A", "A-MED", 30, gone),
                departure(4, "A", "A-NAT", 3, gone.minusSeconds(86_400))),
            null));
  }

  private static Entry departure(long sequence, String base, String unit, int people, Instant at) {
    var departure =
        new Departure(
            at,
            null,
            List.of(new Parts.UnitPeople(unit, people)),
            null,
            null,
            Departure.Carrier.ROAD,
            null,
            null,
            null,
            null);
    return new Entry(
        sequence,
        EntryKind.DEPARTURE,
        at,
        at.atZone(ZoneOffset.UTC).toLocalDate(),
        at,
        "x",
        base,
        null,
        null,
        null,
        departure,
        List.of());
  }
}
