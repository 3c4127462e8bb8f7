package org.drawdown.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.bound.Relaxation;
import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.planner.Planner;
import org.drawdown.engine.verifier.Verifier;
import org.drawdown.planning.problem.ProblemReader;
import org.drawdown.schedule.request.Objective;
import org.junit.jupiter.api.Test;

/** The reference case is as tight as the README says, so that planning pays. */
class ReferenceCaseTest {

  private static final Dataset DATASET = dataset();
  private static final Problem PROBLEM = problem();
  private static final Model MODEL = new Model(PROBLEM);

  private static Dataset dataset() {
    try (var file = ReferenceCaseTest.class.getResourceAsStream("/reference/minusma-2023.json")) {
      return new ObjectMapper().registerModule(new JavaTimeModule()).readValue(file, Dataset.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Problem problem() {
    Map<Term, Long> weights = new EnumMap<>(Term.class);
    for (var term : Term.values()) {
      weights.put(term, term.balanced());
    }
    return ProblemReader.read(DATASET, new Objective(null, weights, null), false, false);
  }

  private static Keys inTheOrderOfThePhases() {
    var limits = new Limits(1000, 1, 0, 1, 1);
    return new Search(MODEL, limits, Watcher.NONE, new Relaxation(MODEL), System.nanoTime())
        .first(0, 1, false);
  }

  private static List<String> late(Decoder decoder) {
    return IntStream.range(0, MODEL.sites)
        .filter(s -> MODEL.spokes[s] != null)
        .filter(s -> decoder.closedOn(s) > PROBLEM.sites().get(s).windowEnd())
        .mapToObj(s -> PROBLEM.sites().get(s).code())
        .toList();
  }

  @Test
  void theOrderOfThePhasesAloneIsLate() {
    var decoder = new Decoder(MODEL);
    decoder.decode(inTheOrderOfThePhases());

    int latest =
        IntStream.range(0, MODEL.sites)
            .filter(s -> MODEL.spokes[s] != null)
            .map(s -> decoder.closedOn(s) - PROBLEM.sites().get(s).windowEnd())
            .max()
            .orElseThrow();
    assertTrue(late(decoder).size() >= 3, late(decoder)::toString);
    assertTrue(latest > 14, "days by which the latest is late: " + latest);
  }

  @Test
  void randomOrdersAreLateAtSeveralBases() {
    var random = new SplittableRandom(1);
    var decoder = new Decoder(MODEL);
    int late = 0;
    for (int order = 0; order < 10; order++) {
      var keys = inTheOrderOfThePhases();
      for (int i = keys.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int site = keys.order[i];
        keys.order[i] = keys.order[j];
        keys.order[j] = site;
      }
      decoder.decode(keys);
      late += late(decoder).size();
    }
    assertTrue(late > 30, "bases that are late in ten orders: " + late);
  }

  @Test
  void aShortSearchIsLateByDaysOnly() {
    var outcome = Planner.plan(PROBLEM, new Limits(120_000, 40_000, 0, 1, 2), null, Watcher.NONE);
    var judgement = Verifier.judge(PROBLEM, outcome.plan());

    assertTrue(judgement.valid());
    var terms = judgement.ledger().terms();
    assertTrue(terms.get(Term.PHASE_LATE) < 60, terms::toString);
    assertTrue(terms.get(Term.PEOPLE_LATE) < 600, terms::toString);
    assertEquals(0, terms.get(Term.EARLY));
    assertTrue(outcome.bound().gap(outcome.objective()) < 0.15);
  }

  /** The published figures of travellers left; national staff are not among them. */
  @Test
  void peopleLeaveAboutAsFastAsTheyDid() {
    var outcome = Planner.plan(PROBLEM, new Limits(120_000, 40_000, 0, 1, 2), null, Watcher.NONE);
    var ledger = Verifier.judge(PROBLEM, outcome.plan()).ledger();
    Map<LocalDate, Integer> left = new TreeMap<>();
    left.put(LocalDate.of(2023, 7, 28), 13_411);
    left.put(LocalDate.of(2023, 8, 5), 13_196);
    left.put(LocalDate.of(2023, 8, 28), 12_775);
    left.put(LocalDate.of(2023, 9, 27), 10_504);
    left.put(LocalDate.of(2023, 10, 24), 8_069);
    left.put(LocalDate.of(2023, 10, 31), 7_871);
    left.put(LocalDate.of(2023, 11, 8), 6_936);
    left.put(LocalDate.of(2023, 12, 8), 3_371);
    left.forEach(
        (date, people) -> {
          int day = (int) ChronoUnit.DAYS.between(DATASET.mission().startDate(), date);
          int planned = ledger.peopleOnRoad(day);
          for (int s = 0; s < MODEL.sites; s++) {
            boolean there = day < ledger.span(s, Plan.Stage.HANDOVER).from();
            planned += ledger.people(s, day) - (there ? MODEL.nationalStaff[s] : 0);
          }
          assertEquals(people, planned, people / 4.0, "travellers left on " + date);
        });
  }

  /** No truck leaps, no escort goes for a few trucks, no two convoys that could be one. */
  @Test
  void aMovementOfficerWouldSignIt() {
    var outcome = Planner.plan(PROBLEM, new Limits(120_000, 40_000, 0, 1, 2), null, Watcher.NONE);
    var convoys =
        outcome.plan().movements().stream().filter(m -> m.kind() == Plan.Kind.CONVOY).toList();
    for (var m : convoys) {
      boolean last =
          convoys.stream().noneMatch(o -> o.site() == m.site() && o.departs() > m.departs());
      assertTrue(m.vehicles() >= 10 || last, m::toString);
      for (var o : convoys) {
        boolean together =
            o != m
                && o.site() == m.site()
                && o.departs() == m.departs()
                && o.legs().equals(m.legs());
        assertTrue(!together || o.vehicles() + m.vehicles() > 100, () -> m + " and " + o);
      }
    }
    assertTrue(
        outcome.plan().movements().stream().anyMatch(m -> m.kind() == Plan.Kind.REPOSITION),
        "trucks change their hub");
  }

  @Test
  void gaoEmptiesAboutWhenItDid() {
    var outcome = Planner.plan(PROBLEM, new Limits(120_000, 1_000, 0, 1, 2), null, Watcher.NONE);
    var ledger = Verifier.judge(PROBLEM, outcome.plan()).ledger();
    int gao =
        IntStream.range(0, MODEL.sites)
            .filter(s -> PROBLEM.sites().get(s).code().equals("GAO"))
            .findFirst()
            .orElseThrow();
    var closedOn = DATASET.mission().startDate().plusDays(ledger.closedOn(gao));

    assertTrue(
        closedOn.isAfter(LocalDate.of(2024, 6, 30)) && closedOn.isBefore(LocalDate.of(2024, 8, 1)),
        closedOn::toString);
  }

  @Test
  void aHardDeadlineThreeWeeksAfterTheFirstDayIsMetByLeavingLoadsBehind() {
    var draft = PROBLEM.draft();
    draft.deadline = 35;
    draft.hardDeadline = true;
    var problem = draft.problem();

    var outcome = Planner.plan(problem, new Limits(60_000, 40_000, 1, 1, 2), null, Watcher.NONE);

    assertTrue(outcome.plan() != null, "no plan");
    var judgement = Verifier.judge(problem, outcome.plan());
    assertTrue(judgement.valid(), () -> judgement.violations().toString());
  }
}
