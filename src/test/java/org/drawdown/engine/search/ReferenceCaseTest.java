package org.drawdown.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.bound.Relaxation;
import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.verifier.Verifier;
import org.drawdown.planning.problem.ProblemReader;
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
    return ProblemReader.read(DATASET, weights, false, false);
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

    assertEquals(List.of("AGUELHOK"), late(decoder));
    int aguelhok =
        IntStream.range(0, MODEL.sites)
            .filter(s -> PROBLEM.sites().get(s).code().equals("AGUELHOK"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        LocalDate.of(2023, 12, 22),
        DATASET.mission().startDate().plusDays(decoder.closedOn(aguelhok)));
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
    assertEquals(31, late, "bases that are late in ten orders");
  }

  @Test
  void aShortSearchClosesEveryBaseInsideItsPhase() {
    var outcome = Planner.plan(PROBLEM, new Limits(120_000, 40_000, 0, 1, 2), null, Watcher.NONE);
    var judgement = Verifier.judge(PROBLEM, outcome.plan());

    assertTrue(judgement.valid());
    assertEquals(0, judgement.ledger().terms().get(Term.PHASE_LATE));
    assertEquals(0, judgement.ledger().terms().get(Term.PEOPLE_LATE));
    assertTrue(outcome.bound().gap(outcome.objective()) < 0.25);
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
  void aHardDeadlineAfterTwoWeeksIsMetByLeavingLoadsBehind() {
    var draft = PROBLEM.draft();
    draft.deadline = 14;
    draft.hardDeadline = true;
    var problem = draft.problem();

    var outcome = Planner.plan(problem, new Limits(60_000, 40_000, 1, 1, 2), null, Watcher.NONE);

    assertTrue(outcome.plan() != null, "no plan");
    var judgement = Verifier.judge(problem, outcome.plan());
    assertTrue(judgement.valid(), () -> judgement.violations().toString());
  }
}
