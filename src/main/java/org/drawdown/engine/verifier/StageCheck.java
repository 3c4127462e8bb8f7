package org.drawdown.engine.verifier;

import java.util.Comparator;
import java.util.List;
import org.drawdown.engine.Breach;
import org.drawdown.engine.Particulars;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Problem;

/** The stages of every base: their order, their lengths, and who closes before whom. */
final class StageCheck extends Check {

  StageCheck(Problem problem, Plan plan, Ledger ledger, List<Violation> violations) {
    super(problem, plan, ledger, violations);
  }

  @Override
  void run() {
    for (int s = 0; s < problem.sites().size(); s++) {
      checkSite(s);
    }
  }

  private void checkSite(int s) {
    var site = problem.sites().get(s);
    checkStages(s);
    var handover = ledger.span(s, Stage.HANDOVER);
    if (handover != null && handover.to() - handover.from() + 1 != site.handoverDays()) {
      broken(
          Breach.HANDOVER_LENGTH,
          s,
          handover.from(),
          (long) site.handoverDays(),
          handover.to() - handover.from() + 1L);
    }
    if (ledger.closedOn(s) > problem.horizon()) {
      broken(
          Breach.CLOSES_AFTER_HORIZON,
          s,
          ledger.closedOn(s),
          (long) problem.horizon(),
          (long) ledger.closedOn(s));
    }
    if (site.parent() >= 0) {
      var parents = ledger.span(site.parent(), Stage.HANDOVER);
      if (parents != null && parents.from() <= ledger.closedOn(s)) {
        broken(
            Breach.OUTPOST_STILL_OPEN,
            site.parent(),
            null,
            parents.from(),
            ledger.closedOn(s) + 1L,
            (long) parents.from(),
            Particulars.names(site.code()));
      }
    }
  }

  private List<Plan.StageSpan> inOrder(int site) {
    return plan.stages().stream()
        .filter(span -> span.site() == site)
        .sorted(Comparator.comparingInt(Plan.StageSpan::from))
        .toList();
  }

  private void checkStages(int s) {
    int next = 0;
    Stage previous = null;
    for (var span : inOrder(s)) {
      if (previous != null && span.stage().compareTo(previous) <= 0
          || span.from() != next
          || span.to() < span.from()) {
        if (next > Problem.UNLIMITED) {
          broken(
              Breach.STAGE_WITHOUT_END,
              s,
              null,
              span.from(),
              null,
              (long) span.from(),
              Particulars.names(previous.name()));
        } else if (span.from() == next && span.to() < span.from()) {
          broken(
              Breach.STAGE_ENDS_BEFORE_IT_BEGINS,
              s,
              null,
              span.from(),
              (long) span.from(),
              (long) span.to(),
              Particulars.names(span.stage().name()).withDays(span.from(), span.to()));
        } else {
          broken(
              Breach.STAGE_ON_ANOTHER_DAY,
              s,
              null,
              span.from(),
              (long) next,
              (long) span.from(),
              Particulars.names(span.stage().name()).withDays(span.from(), next));
        }
        return;
      }
      previous = span.stage();
      next = span.to() + 1;
    }
    if (previous != Stage.CLOSED || next <= Problem.UNLIMITED) {
      broken(Breach.NEVER_CLOSED, s, -1, null, null);
      return;
    }
    var handover = ledger.span(s, Stage.HANDOVER);
    if (handover == null) {
      broken(Breach.NO_HANDOVER, s, -1, null, null);
      return;
    }
    boolean rear = problem.sites().get(s).rearParty() > 0;
    if (rear != (ledger.span(s, Stage.FINAL_WITHDRAWAL) != null)) {
      broken(
          rear ? Breach.NO_FINAL_WITHDRAWAL : Breach.NO_REAR_PARTY,
          s,
          handover.to() + 1,
          null,
          null);
    }
    int started =
        problem.sites().get(s).isHub()
            ? ledger.firstFlow(s)
            : ledger.movementsOf(s).stream()
                .mapToInt(Movement::dispatched)
                .min()
                .orElse(Problem.UNLIMITED);
    var drawdown = ledger.span(s, Stage.DRAWDOWN);
    int from = drawdown == null ? handover.from() : drawdown.from();
    if (from != Math.min(started, handover.from())) {
      broken(
          Breach.DRAWDOWN_BEGIN, s, from, (long) Math.min(started, handover.from()), (long) from);
    }
  }
}
