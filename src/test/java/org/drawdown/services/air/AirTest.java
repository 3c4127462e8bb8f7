package org.drawdown.services.air;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.drawdown.schedule.movement.Whereabouts.Doing;
import org.drawdown.services.Withdrawal;
import org.junit.jupiter.api.Test;

/** Who still flies, and who is covered, worked by hand on {@link Withdrawal}. */
class AirTest {

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void theLinkOfABaseEndsWithItsClosing() {
    var links = new AirLinks(Withdrawal.bare());
    var before = links.on(day("2023-10-20"));
    assertEquals(2, before.size());
    var a = before.get(1);
    assertEquals("A", a.base());
    assertEquals(0, new BigDecimal(30).compareTo(a.seatsNow()));
    assertEquals(day("2023-10-20"), a.lastFlight());
    assertEquals(0, new BigDecimal(220).compareTo(a.roadKm()));
    assertEquals(2, a.roadDays().get("DRY"));
    var after = links.on(day("2023-10-21")).get(1);
    assertEquals(BigDecimal.ZERO, after.seatsNow());
    assertEquals(0, new BigDecimal(30).compareTo(after.seatsBefore()));
  }

  @Test
  void aStopOnTheWayLimitsTheSeats() {
    var flow = new SeatFlow();
    flow.add("CAPITAL", "HUB", BigDecimal.valueOf(50));
    flow.add("HUB", "FAR", BigDecimal.valueOf(70));
    flow.add("FAR", "OTHER", BigDecimal.valueOf(5));
    flow.add("OTHER", "CAPITAL", BigDecimal.valueOf(9));
    assertEquals(BigDecimal.valueOf(55), flow.most(Set.of("FAR"), "CAPITAL"));
  }

  /**
   * The convoy A-C01 sets out empty on 27 August, drives 110 km a day over 220 km, loads, and
   * leaves on 1 September; the helicopter of H flies 222 km/h, so that a degree of latitude, 111.2
   * km, takes it 31 minutes; two take 61, one more than the mission allows.
   */
  @Test
  void aConvoyJustInsideAndJustOutsideOfCover() {
    var days =
        new Covers(Withdrawal.bare())
            .of(Withdrawal.convoys()).stream().filter(d -> d.movement().equals("A-C01")).toList();
    var first = days.get(0);
    assertEquals(day("2023-08-27"), first.date());
    assertEquals(Doing.EMPTY, first.doing());
    assertEquals(110.0, first.routeKm());
    assertEquals("H", first.from());
    assertEquals("Heli", first.aircraft());
    assertEquals(111.2, first.distanceKm());
    assertEquals(31, first.minutes());
    assertFalse(first.uncovered());
    var atTheBase = days.get(2);
    assertEquals(Doing.LOADING, atTheBase.doing());
    assertEquals(61, atTheBase.minutes());
    assertTrue(atTheBase.uncovered());
    var home = days.get(days.size() - 1);
    assertEquals(day("2023-09-02"), home.date());
    assertEquals(30, home.people());
    assertEquals(0, home.minutes());
  }

  /** B is 333.6 km from the hub: the helicopter flies 460 km, which is not there and back. */
  @Test
  void outOfRangeIsUncovered() {
    var loading =
        new Covers(Withdrawal.bare())
            .of(Withdrawal.convoys()).stream()
                .filter(d -> d.movement().equals("B-C01") && d.doing() == Doing.LOADING)
                .findFirst()
                .orElseThrow();
    assertNull(loading.from());
    assertTrue(loading.uncovered());
  }
}
