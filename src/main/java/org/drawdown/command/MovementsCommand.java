package org.drawdown.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows convoys and flights. */
@Command(
    name = "movements",
    mixinStandardHelpOptions = true,
    description = "Shows convoys and flights.")
final class MovementsCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "PLAN", description = "A plan that `plan` wrote")
  private Path file;

  @Option(names = "--base", description = "From one base")
  private String base;

  @Option(names = "--mode", description = "ROAD, RIVER or AIR")
  private String mode;

  @Option(names = "--on", paramLabel = "DAY", description = "Under way on a day, as 2023-10-15")
  private LocalDate on;

  @Override
  public Integer call() {
    var rows =
        PlanFile.read(file).rows("movements").stream()
            .filter(r -> base == null || base.equals(r.get("base")))
            .filter(r -> mode == null || mode.equals(r.get("mode")))
            .filter(r -> StagesCommand.covers(r, "departs", "arrives", on))
            .toList();
    output.show(
        List.of(
            "id",
            "kind",
            "mode",
            "base",
            "destination",
            "departs",
            "arrives",
            "trucks",
            "escorts",
            "loads",
            "people"),
        rows);
    return 0;
  }
}
