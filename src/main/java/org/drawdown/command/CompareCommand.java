package org.drawdown.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows two plans side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Shows two plans of one mission side by side.")
final class CompareCommand extends PlannerCommand {

  @Parameters(index = "0", paramLabel = "PLAN", description = "A plan that `plan` wrote")
  private Path file;

  @Parameters(index = "1", paramLabel = "OTHER", description = "What it is held against")
  private Path otherFile;

  private PlanFile plan;
  private PlanFile other;

  @Override
  void check() {
    plan = PlanFile.read(file);
    other = PlanFile.read(otherFile);
    if (!plan.content().get("dataset").equals(other.content().get("dataset"))) {
      throw new Failure(
          Failure.WRONG_INPUT, "%s and %s are plans of different data".formatted(file, otherFile));
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  int run(LocalService service) {
    var dataset = PlanFile.text(plan.content().get("dataset"));
    service.load(dataset.getBytes(StandardCharsets.UTF_8));
    var id = keep(service, plan, file.toString());
    var with = keep(service, other, otherFile.toString());
    var found = service.get("/schedules/%s/comparison?with=%s".formatted(id, with));
    if (output().isJson()) {
      output().out().println(PlanFile.text(found));
      output().out().flush();
      return 0;
    }
    var closures = (List<Map<String, Object>>) found.get("closures");
    output().show(List.of("base", "closedOn", "otherClosedOn", "days"), closures);
    if (found.get("movements") instanceof Map<?, ?> movements) {
      output()
          .err()
          .println(
              "movements: %s added, %s dropped, %s moved"
                  .formatted(
                      movements.get("added"), movements.get("dropped"), movements.get("moved")));
    }
    return 0;
  }
}
