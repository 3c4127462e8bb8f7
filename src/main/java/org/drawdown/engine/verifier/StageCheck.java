package org.drawdown.engine.verifier;

import java.util.Comparator;
import java.util.List;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Rule;

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
          Rule.HANDOVER_STEPS,
          s,
          null,
          handover.from(),
          (long) site.handoverDays(),
          handover.to() - handover.from() + 1L,
          "the handover of %s does not take the days of its steps".formatted(site.code()));
    }
    if (ledger.closedOn(s) > problem.horizon()) {
      broken(
          Rule.HORIZON,
          s,
          null,
          ledger.closedOn(s),
          (long) problem.horizon(),
          (long) ledger.closedOn(s),
          "%s closes after the horizon".formatted(site.code()));
    }
    if (site.parent() >= 0) {
      var parents = ledger.span(site.parent(), Stage.HANDOVER);
      if (parents != null && parents.from() <= ledger.closedOn(s)) {
        broken(
            Rule.OUTPOSTS_FIRST,
            site.parent(),
            null,
            parents.from(),
            ledger.closedOn(s) + 1L,
            (long) parents.from(),
            "%s starts its handover before its outpost %s is closed"
                .formatted(code(site.parent()), site.code()));
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
        broken(
            Rule.STAGE_ORDER,
            s,
            null,
            span.from(),
            next > Problem.UNLIMITED ? null : (long) next,
            (long) span.from(),
            next > Problem.UNLIMITED
                ? "%s of %s has no end".formatted(previous, code(s))
                : "%s of %s begins on day %d, not on day %d"
                    .formatted(span.stage(), code(s), span.from(), next));
        return;
      }
      previous = span.stage();
      next = span.to() + 1;
    }
    if (previous != Stage.CLOSED || next <= Problem.UNLIMITED) {
      broken(
          Rule.STAGE_ORDER,
          s,
          null,
          -1,
          null,
          null,
          "%s is never closed for good".formatted(code(s)));
      return;
    }
    var handover = ledger.span(s, Stage.HANDOVER);
    if (handover == null) {
      broken(Rule.STAGE_ORDER, s, null, -1, null, null, "%s has no handover".formatted(code(s)));
      return;
    }
    boolean rear = problem.sites().get(s).rearParty() > 0;
    if (rear != (ledger.span(s, Stage.FINAL_WITHDRAWAL) != null)) {
      broken(
          Rule.STAGE_ORDER,
          s,
          null,
          handover.to() + 1,
          null,
          null,
          rear
              ? "%s has a rear party and no final withdrawal".formatted(code(s))
              : "%s has a final withdrawal and no rear party".formatted(code(s)));
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
          Rule.STAGE_ORDER,
          s,
          null,
          from,
          (long) Math.min(started, handover.from()),
          (long) from,
          "the drawdown of %s does not begin with its first movement".formatted(code(s)));
    }
  }
}
