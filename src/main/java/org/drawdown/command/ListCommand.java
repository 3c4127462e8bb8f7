package org.drawdown.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a list of a plan's file. */
abstract class ListCommand implements Callable<Integer> {

  private final String list;
  private final String first;
  private final String last;
  private final List<String> columns;

  @Mixin private Output output;

  @Parameters(paramLabel = "PLAN", description = "A plan that `plan` wrote")
  private Path file;

  @Option(names = "--base", description = "Of one base")
  private String base;

  @Option(names = "--on", paramLabel = "DAY", description = "On a day, as 2023-10-15")
  private LocalDate on;

  /**
   * A command that shows a list.
   *
   * @param first field of the first day of a row
   * @param last field of its last day, which may be empty
   * @param columns that a table shows
   */
  ListCommand(String list, String first, String last, List<String> columns) {
    this.list = list;
    this.first = first;
    this.last = last;
    this.columns = columns;
  }

  @Override
  public Integer call() {
    var rows =
        PlanFile.read(file).rows(list).stream()
            .filter(r -> base == null || base.equals(r.get("base")))
            .filter(this::covers)
            .filter(this::isWanted)
            .toList();
    output.show(columns, rows);
    return 0;
  }

  /** Whether a row is one that the command's own options ask for. */
  abstract boolean isWanted(Map<String, Object> row);

  /** Whether a row is of the day that is asked for; days compare as their texts do. */
  private boolean covers(Map<String, Object> row) {
    return on == null
        || String.valueOf(row.get(first)).compareTo(on.toString()) <= 0
            && (row.get(last) == null
                || String.valueOf(row.get(last)).compareTo(on.toString()) >= 0);
  }
}
