package org.drawdown.command;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows convoys and flights. */
@Command(
    name = "movements",
    mixinStandardHelpOptions = true,
    description = "Shows convoys and flights.")
final class MovementsCommand extends ListCommand {

  private static final List<String> COLUMNS =
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
          "people");

  @Option(names = "--mode", description = "ROAD, RIVER or AIR")
  private String mode;

  MovementsCommand() {
    super("movements", "departs", "arrives", COLUMNS);
  }

  @Override
  boolean isWanted(Map<String, Object> row) {
    return mode == null || mode.equals(row.get("mode"));
  }
}
