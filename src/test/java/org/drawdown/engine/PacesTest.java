package org.drawdown.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.drawdown.engine.model.Roads;
import org.junit.jupiter.api.Test;

/** On which day a column is where. */
class PacesTest {

  private static Sketch threeLegs() {
    var sketch = new Sketch();
    for (String code : List.of("A", "B", "C", "D")) {
      sketch.base(code).hub();
    }
    sketch.leg("A-B", 0, 1, 100).leg("B-C", 1, 2, 50).leg("C-D", 2, 3, 75);
    return sketch;
  }

  @Test
  void goesOnWhereTheDayBeforeEnded() {
    var drive = new Paces(threeLegs().problem()).drive(List.of(0, 1, 2), 10);

    assertArrayEquals(new int[] {10, 11, 12}, drive.first());
    assertArrayEquals(new int[] {11, 11, 12}, drive.last());
    assertEquals(12, drive.arrival());
    assertEquals(0, drive.legAtDawn(11));
    assertEquals(2, drive.legAtDawn(12));
  }

  @Test
  void changesPaceAtMidnightWithTheSeason() {
    var sketch = new Sketch();
    sketch.metresPerDay = new long[] {75_000, 45_000};
    sketch.seasonOfDay = new int[100];
    sketch.seasonOfDay[0] = 1;
    sketch.base("A").hub();
    sketch.base("B").hub();
    sketch.leg("A-B", 0, 1, 120);

    assertEquals(1, new Paces(sketch.problem()).drive(List.of(0), 0).arrival());
    sketch.seasonOfDay[1] = 1;
    assertEquals(2, new Paces(sketch.problem()).drive(List.of(0), 0).arrival());
  }

  @Test
  void doesNotArriveBehindTheHorizon() {
    assertNull(new Paces(threeLegs().problem()).drive(List.of(0, 1, 2), 98));
  }

  @Test
  void roadsAreOrderedByLengthThenByMoreLegsThenByIds() {
    var sketch = new Sketch();
    for (String code : List.of("A", "B", "C")) {
      sketch.base(code).hub();
    }
    sketch
        .leg("DIRECT", 0, 2, 100)
        .leg("A-B", 0, 1, 60)
        .leg("B-C", 1, 2, 40)
        .leg("B-C-AGAIN", 1, 2, 40)
        .leg("LONG", 0, 2, 300);

    var roads = new Roads(sketch.problem()).shortest(0, 2, 9);

    assertEquals(List.of(List.of(1, 2), List.of(1, 3), List.of(0), List.of(4)), roads);
  }

  @Test
  void kidalAndGaoLie287KmApart() {
    var kidal = site(18.44111, 1.40778);
    var gao = site(16.27167, -0.04472);
    assertEquals(286.6, Paces.distanceKm(kidal, gao), 0.5);
  }

  private static Problem.Site site(double latitude, double longitude) {
    return new Problem.Site(
        "X", latitude, longitude, -1, -1, 1, 1, 0, 6, null, 1, 1, 1, false, 0, -1, -1, 0, List.of(),
        List.of(), List.of());
  }
}
