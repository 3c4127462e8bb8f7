package org.drawdown.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what each base does when. */
@Command(
    name = "stages",
    mixinStandardHelpOptions = true,
    description = "Shows what each base does when.")
final class StagesCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "PLAN", description = "A plan that `plan` wrote")
  private Path file;

  @Option(names = "--base", description = "Of one base")
  private String base;

  @Option(names = "--stage", description = "One stage, such as HANDOVER")
  private String stage;

  @Option(names = "--on", paramLabel = "DAY", description = "On a day, as 2023-10-15")
  private java.time.LocalDate on;

  @Override
  public Integer call() {
    var rows =
        PlanFile.read(file).rows("stages").stream()
            .filter(r -> base == null || base.equals(r.get("base")))
            .filter(r -> stage == null || stage.equals(r.get("stage")))
            .filter(r -> covers(r, "from", "to", on))
            .toList();
    output.show(List.of("base", "stage", "from", "to", "phase", "sector"), rows);
    return 0;
  }

  /** Whether a row is of a day; days compare as their texts do. */
  static boolean covers(Map<String, Object> row, String from, String to, java.time.LocalDate on) {
    var day = on == null ? null : on.toString();
    return day == null
        || String.valueOf(row.get(from)).compareTo(day) <= 0
            && (row.get(to) == null || String.valueOf(row.get(to)).compareTo(day) >= 0);
  }
}
