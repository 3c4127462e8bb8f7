package org.drawdown.schedule.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonView;
import java.time.LocalDate;
import java.util.List;
import org.drawdown.engine.Bound.Relaxed;
import org.drawdown.engine.Outcome.StoppedBy;
import org.drawdown.engine.Rule;
import org.drawdown.engine.Term;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;
import org.drawdown.platform.Views;

/**
 * The result of planning; null where there is none yet. It never changes, so it is kept whole.
 *
 * @param conflicts of a schedule that is INFEASIBLE
 * @param warnings rules for the planner that an edited plan breaks
 * @param violations rules that the plan of an UNRESOLVED schedule breaks
 * @param failure of a schedule that FAILED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleResult(
    List<TermAmount> terms,
    Certificate certificate,
    AtRisk atRisk,
    List<LeftBehind> leftBehind,
    Changes changes,
    List<ConflictDocument> conflicts,
    List<ViolationDocument> violations,
    List<ViolationDocument> warnings,
    Failure failure,
    Statistics statistics) {

  /** A term of the objective, what it counts, and amount times weight. */
  public record TermAmount(Term term, long amount, long cost) {}

  /** The proofs about a plan. */
  public record Certificate(
      long objective,
      long bound,
      double gap,
      LocalDate earliestCompletion,
      @JsonView(Views.Stored.class) Relaxed relaxed,
      @JsonView(Views.Stored.class) Relaxed completionRelaxed) {

    /** The relaxation that proves the bound. */
    @JsonProperty
    @JsonView(Views.Wire.class)
    public Text relaxation() {
      return text(relaxed);
    }

    /** The relaxation that proves the day. */
    @JsonProperty
    @JsonView(Views.Wire.class)
    public Text completionRelaxation() {
      return text(completionRelaxed);
    }

    private static Text text(Relaxed relaxed) {
      return switch (relaxed) {
        case BASES_APART -> Messages::basesApart;
        case POOLS_PRICED -> Messages::poolsPriced;
      };
    }
  }

  /** Loads and people still in a spoke on the deadline's evening. */
  public record AtRisk(long loads, long valueUsd, long people, List<Owned> byOwner) {}

  /** Loads of one owner. */
  public record Owned(String ownership, String contributor, long loads, long valueUsd) {}

  /**
   * A lot, or a part of one, that stays though it should move.
   *
   * @param history whether it was lost already when the plan was made; null where it was not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LeftBehind(
      String base,
      String asset,
      int quantity,
      int loads,
      String ownership,
      Long valueUsd,
      Boolean history) {

    /** What a plan leaves behind. */
    public LeftBehind(
        String base, String asset, int quantity, int loads, String ownership, Long valueUsd) {
      this(base, asset, quantity, loads, ownership, valueUsd, null);
    }
  }

  /** How a replan differs from the plan before. */
  public record Changes(int kept, int moved, int added, int dropped, List<Unpinned> unpinned) {}

  /** A movement that should have stayed and could not. */
  public record Unpinned(
      String movement, Rule rule, @JsonView(Views.Stored.class) ViolationDocument violation) {

    /** Why it could not. */
    @JsonProperty
    @JsonView(Views.Wire.class)
    public Text detail() {
      return violation.detail();
    }
  }

  /** How a search went. */
  public record Statistics(
      long firstValidAfterMs,
      long iterations,
      long iterationsPerSecond,
      int threads,
      StoppedBy stoppedBy,
      int attempts) {}

  /** Why there is neither plan nor proof. */
  public record Failure(Why why, int attempts) {

    /** Kinds of failures. */
    public enum Why {
      /** The run was taken up too often. */
      GIVEN_UP,
      /** A fault of ours. */
      PLANNER_FAILED,
      /** The search found nothing within its limits. */
      UNDECIDED
    }

    /** The failure in words. */
    public Text text() {
      return switch (why) {
        case GIVEN_UP -> m -> m.givenUp(attempts);
        case PLANNER_FAILED -> Messages::plannerFailed;
        case UNDECIDED -> Messages::undecided;
      };
    }
  }

  /** Nothing has come out yet. */
  public static final ScheduleResult NONE =
      new ScheduleResult(null, null, null, null, null, null, null, null, null, null);

  /** This result with what was lost before the plan was made. */
  public ScheduleResult withLeftBehind(List<LeftBehind> all) {
    return new ScheduleResult(
        terms,
        certificate,
        atRisk,
        all,
        changes,
        conflicts,
        violations,
        warnings,
        failure,
        statistics);
  }

  /** This result with warnings. */
  public ScheduleResult with(List<ViolationDocument> told) {
    return new ScheduleResult(
        terms,
        certificate,
        atRisk,
        leftBehind,
        changes,
        conflicts,
        violations,
        told,
        failure,
        statistics);
  }

  /** There is neither plan nor proof. */
  public static ScheduleResult failed(Failure.Why why, int attempts) {
    return new ScheduleResult(
        null, null, null, null, null, null, null, null, new Failure(why, attempts), null);
  }
}
