package org.drawdown.services;

import static org.drawdown.services.Withdrawal.course;
import static org.drawdown.services.Withdrawal.dataset;
import static org.drawdown.services.Withdrawal.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.drawdown.language.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When services end, worked by hand on {@link Withdrawal}. */
class ServiceGapsTest {

  private static ServiceGap first(String ofH, String ofA, String ofB) {
    return ServiceGaps.of(course(dataset(ofH, ofA, ofB), null)).stream()
        .filter(g -> !g.ofStaff())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The mandate ends before the base closes; another kind goes on to the closing.
        "{'kind':'MEDIATION'} | 2023-09-30 | MANDATE",
        "{'kind':'WATER'} | 2023-10-20 | CLOSURE",
        // The engineers leave on 1 September; 150 infantry are there until 15 September, 4 after.
        "{'kind':'POWER','needs':{'unit':'A-MED'}} | 2023-09-01 | STAFF",
        "{'kind':'PROTECTION','needs':{'people':120,'category':'MILITARY'}} | 2023-09-15 | STAFF",
        "{'kind':'PROTECTION','needs':{'people':160,'category':'MILITARY'}} | 2023-09-01 | STAFF",
        "{'kind':'PROTECTION','needs':{'people':4,'category':'MILITARY'}} | 2023-10-20 | CLOSURE",
        "{'kind':'PROTECTION','needs':{'people':181}} | 2023-06-30 | STAFF",
        "{'kind':'PROTECTION','needs':{'people':1,'category':'POLICE'}} | 2023-06-30 | STAFF",
        // A unit of another base was never there; national staff are there to the eve of the
        // handover.
        "{'kind':'CLINIC','needs':{'unit':'H-MED'}} | 2023-06-30 | STAFF",
        "{'kind':'WATER','needs':{'unit':'A-NAT'}} | 2023-10-13 | STAFF",
        "{'kind':'WATER','needs':{'people':3,'category':'CIVILIAN_NATIONAL'}} | 2023-10-13 | STAFF",
        "{'kind':'WATER','needs':{'people':4,'category':'CIVILIAN_NATIONAL'}} | 2023-06-30 | STAFF",
        // The helicopter is retained beyond the closing; the aeroplane cannot land on 900 m.
        "{'kind':'AIR_LINK','needs':{'types':['Heli']}} | 2023-10-20 | CLOSURE",
        "{'kind':'AIR_LINK','needs':{'types':['Plane']}} | 2023-06-30 | AIRCRAFT",
        "{'kind':'AIR_LINK','endsWith':'CLOSURE','needs':{'types':['Plane']}} | 2023-10-20 | CLOSURE",
        "{'kind':'JOBS'} | 2023-10-20 | CLOSURE"
      })
  void atABase(String service, String endsOn, BoundBy boundBy) {
    var json = service.replaceFirst("\\{", "{'id':'S',").replace('\'', '"');
    var gap = first("[]", "[" + json + "]", "[]");
    assertEquals(day(endsOn), gap.endsOn());
    assertEquals(boundBy, gap.boundBy());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Contracts end before the hub closes.
        "{'kind':'JOBS','amount':12} | 2023-11-30 | CONTRACT",
        // Of 100 who are not of the rear party 50 fly on 1 November: 90 of 110 are infantry.
        "{'kind':'PROTECTION','needs':{'people':60,'category':'MILITARY'}} | 2023-11-01 | STAFF",
        "{'kind':'PROTECTION','needs':{'people':50,'category':'MILITARY'}} | 2023-12-01 | STAFF",
        "{'kind':'CLINIC','needs':{'unit':'H-MED'}} | 2023-12-01 | STAFF",
        "{'kind':'MEDICAL_EVACUATION','needs':{'types':['Heli']}} | 2023-10-31 | AIRCRAFT",
        "{'kind':'AIR_LINK','needs':{'types':['Heli','Plane']}} | 2023-11-30 | AIRCRAFT"
      })
  void atAHub(String service, String endsOn, BoundBy boundBy) {
    var json = service.replaceFirst("\\{", "{'id':'S',").replace('\'', '"');
    var gap = first("[" + json + "]", "[]", "[]");
    assertEquals(day(endsOn), gap.endsOn());
    assertEquals(boundBy, gap.boundBy());
  }

  @Test
  void nationalStaffWorkToTheEveOfTheHandoverOrTheEndOfTheirContracts() {
    var jobs = ServiceGaps.of(Withdrawal.bare()).stream().filter(ServiceGap::ofStaff).toList();
    assertEquals(List.of("H-NAT", "A-NAT"), jobs.stream().map(ServiceGap::service).toList());
    assertEquals(day("2023-11-30"), jobs.get(0).endsOn());
    assertEquals(BoundBy.CONTRACT, jobs.get(0).boundBy());
    assertEquals(day("2023-10-13"), jobs.get(1).endsOn());
    assertEquals(BoundBy.STAFF, jobs.get(1).boundBy());
  }

  @ParameterizedTest
  @CsvSource({
    // Water of A ends on 20 October.
    "2023-08-01, -81, 2023-10-20, false",
    "2023-10-21, 0, 2023-10-20, false",
    "2023-10-22, 1, 2023-10-21, true",
    "2023-11-20, 30, 2023-11-19, true",
    "2023-11-20, 30, 2023-11-20, false"
  })
  void aSuccessorBeforeOnAndAfterTheGap(String from, long gapDays, String on, boolean missed) {
    var water =
        "[{\"id\":\"S\",\"kind\":\"WATER\",\"amount\":40,\"successor\":{\"name\":\"Town\","
            + "\"from\":\"%s\",\"amount\":10}}]";
    var gap = first("[]", water.formatted(from), "[]");
    assertEquals(gapDays, gap.gapDays());
    assertEquals(0.25, gap.share());
    assertEquals(missed, gap.covers(day(on)));
  }

  @Test
  void withoutASuccessorTheGapHasNoEnd() {
    var gap = first("[]", "[{\"id\":\"S\",\"kind\":\"WATER\"}]", "[]");
    assertNull(gap.gapDays());
    assertNull(gap.share());
    assertFalse(gap.covers(day("2023-10-20")));
    assertTrue(gap.covers(day("2031-01-01")));
  }

  @Test
  void theRecordGoesBeforeThePlan() {
    var water = "[{\"id\":\"%s\",\"kind\":\"WATER\"}]";
    var power =
        "[{\"id\":\"P\",\"kind\":\"POWER\",\"needs\":{\"unit\":\"A-MED\"}},"
            + "{\"id\":\"W\",\"kind\":\"WATER\"}]";
    var dataset = dataset("[]", power, water.formatted("B-W"));
    var gaps = ServiceGaps.of(course(dataset, Withdrawal.record(dataset)));
    var ends =
        gaps.stream()
            .filter(g -> !g.ofStaff())
            .map(g -> g.service() + " " + g.endsOn() + " " + g.boundBy())
            .toList();
    // B was left on 3 August, the engineers of A on 5 August; of A's closing nothing is known yet.
    assertEquals(
        List.of("P 2023-08-05 ACTUAL", "W 2023-10-20 CLOSURE", "B-W 2023-08-03 ACTUAL"), ends);
    var staff = gaps.stream().filter(g -> g.service().equals("A-NAT")).findFirst().orElseThrow();
    assertEquals(day("2023-08-04"), staff.endsOn());
    assertEquals(BoundBy.ACTUAL, staff.boundBy());
  }

  @Test
  void aBaseStrandsThoseWhoseOnlyRoadPassesIt() {
    var course = course(dataset("[]", "[{\"id\":\"S\",\"kind\":\"WATER\"}]", "[]"), null);
    var rows = Impacts.of(course, List.of());
    // B has no service, H none without jobs: fewest first, then fewest jobs.
    assertEquals(List.of("B", "H", "A"), rows.stream().map(ImpactRow::base).toList());
    assertEquals(List.of(), rows.get(0).strands());
    assertTrue(rows.get(0).limitedImpact());
    assertEquals(List.of("A", "B"), rows.get(1).strands());
    assertFalse(rows.get(1).limitedImpact());
    assertEquals(List.of("B"), rows.get(2).strands());
    assertEquals(150, rows.get(2).guardsFreed());
    assertEquals(180, rows.get(2).people());
    assertEquals("3", rows.get(2).jobs().toPlainString());
    var english = Languages.say(rows.get(2).sentence(), Languages.SPOKEN.get(0));
    assertEquals(
        "What ends with A: on 2023-10-13 3 jobs; on 2023-10-20 the supply of water. Nobody"
            + " follows.",
        english);
    var french = Languages.say(rows.get(2).sentence(), Languages.SPOKEN.get(1));
    assertEquals(
        "Ce qui prend fin avec A : le 2023-10-13, 3 emplois ; le 2023-10-20,"
            + " l'approvisionnement en eau. Personne ne prend la suite.",
        french);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-10-10, 2023-10-11, 2023-10-20, TOO_EARLY, 1",
    "2023-10-21, 2023-10-11, 2023-10-20, TOO_LATE, 1",
    "2023-11-01, 2023-10-11, 2023-10-20, TOO_LATE, 12"
  })
  void aClosingOutsideTheWindow(
      String closes, String from, String to, AgreementConflict.Side side, long days) {
    var found =
        AgreementConflict.of(
            "A", day(closes), AgreementConflict.By.AGREED, day(from), day(to), null);
    assertEquals(1, found.size());
    assertEquals(side, found.get(0).side());
    assertEquals(days, found.get(0).days());
  }

  @ParameterizedTest
  @CsvSource({"2023-10-11", "2023-10-15", "2023-10-20"})
  void aClosingInsideTheWindow(String closes) {
    assertEquals(
        List.of(),
        AgreementConflict.of(
            "A",
            day(closes),
            AgreementConflict.By.AGREED,
            day("2023-10-11"),
            day("2023-10-20"),
            null));
  }
}
