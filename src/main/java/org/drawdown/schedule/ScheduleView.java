package org.drawdown.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.drawdown.language.Text;
import org.drawdown.schedule.request.Assumptions;
import org.drawdown.schedule.request.Continuation;
import org.drawdown.schedule.request.Objective;
import org.drawdown.schedule.request.Solve;
import org.drawdown.schedule.result.ConflictDocument;
import org.drawdown.schedule.result.ScheduleResult;
import org.drawdown.schedule.result.ViolationDocument;

/**
 * A schedule as clients see it: what was asked for, and what has come out.
 *
 * @param notCarriedOver assumptions of the schedule before that were left out; null where none was
 * @param completion of a plan, empty where every base stays for liquidation; null without a plan
 * @param closures when each base closes
 * @param origin whether the planner made its plan or somebody edited it
 * @param life what became of it since it was READY, or null
 * @param recordSequence the last entry of the record that it contains, or null
 * @param startFrom id of the schedule at whose plan the search began, or null
 * @param warnings rules for the planner that an edited plan breaks
 * @param violations rules that the plan of an UNRESOLVED schedule breaks
 * @param failure of a schedule that FAILED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleView(
    String id,
    String name,
    ScheduleState state,
    Schedule.Origin origin,
    boolean active,
    Instant createdAt,
    String createdBy,
    @JsonUnwrapped @JsonInclude(JsonInclude.Include.NON_NULL) ScheduleLife life,
    Long recordSequence,
    Assumptions assumptions,
    List<NotCarriedOver> notCarriedOver,
    Objective objective,
    Solve solve,
    @JsonUnwrapped @JsonInclude(JsonInclude.Include.NON_NULL) Continuation continuation,
    String startFrom,
    Progress progress,
    List<Closure> closures,
    List<ScheduleResult.TermAmount> terms,
    ScheduleResult.Certificate certificate,
    Optional<LocalDate> completion,
    ScheduleResult.AtRisk atRisk,
    List<ScheduleResult.LeftBehind> leftBehind,
    ScheduleResult.Changes changes,
    List<ConflictDocument> conflicts,
    List<ViolationDocument> violations,
    List<ViolationDocument> warnings,
    Text failure,
    ScheduleResult.Statistics statistics) {

  /**
   * An assumption of the schedule before that no longer fits the data.
   *
   * @param assumption its name, and that of what it is about
   */
  public record NotCarriedOver(String assumption, Text detail) {}
}
