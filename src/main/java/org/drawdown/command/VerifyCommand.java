package org.drawdown.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Judges a plan. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Judges a plan, planned or edited by hand, and names every rule that it breaks.")
final class VerifyCommand extends PlannerCommand {

  @Parameters(paramLabel = "PLAN", description = "A plan that `plan` wrote")
  private Path file;

  private PlanFile plan;

  @Override
  void check() {
    plan = PlanFile.read(file);
  }

  @Override
  @SuppressWarnings("unchecked")
  int run(LocalService service) {
    var judged =
        service.post(
            "/verifications",
            plan.some("dataset", "assumptions", "objective", "movements", "stages", "leftBehind"));
    var violations = (List<Map<String, Object>>) judged.getOrDefault("violations", List.of());
    if (output().isJson()) {
      output().out().println(PlanFile.text(judged));
      output().out().flush();
    } else if (violations.isEmpty()) {
      output().out().println("valid");
    } else {
      output().show(List.of("rule", "base", "movement", "date", "detail"), violations);
    }
    return violations.isEmpty() ? 0 : Failure.RULES_BROKEN;
  }
}
