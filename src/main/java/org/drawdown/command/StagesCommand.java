package org.drawdown.command;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what each base does when. */
@Command(
    name = "stages",
    mixinStandardHelpOptions = true,
    description = "Shows what each base does when.")
final class StagesCommand extends ListCommand {

  @Option(names = "--stage", description = "One stage, such as HANDOVER")
  private String stage;

  StagesCommand() {
    super("stages", "from", "to", List.of("base", "stage", "from", "to", "phase", "sector"));
  }

  @Override
  boolean isWanted(Map<String, Object> row) {
    return stage == null || stage.equals(row.get("stage"));
  }
}
