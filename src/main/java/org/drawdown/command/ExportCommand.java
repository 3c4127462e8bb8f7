package org.drawdown.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a plan in the form of another program. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes a plan for a spreadsheet, a calendar, a map, a project, or paper.")
final class ExportCommand extends PlannerCommand {

  /** The forms. */
  enum As {
    CSV("text/csv", "/stages"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "/stages"),
    CALENDAR("text/calendar", "/stages"),
    GEOJSON("application/geo+json", "/movements"),
    PROJECT("application/vnd.ms-project+xml", "/stages"),
    SVG("image/svg+xml", ""),
    HTML("text/html", "");

    private final String mediaType;
    private final String usual;

    As(String mediaType, String usual) {
      this.mediaType = mediaType;
      this.usual = usual;
    }
  }

  @Parameters(paramLabel = "PLAN", description = "A plan that `plan` wrote")
  private Path file;

  @Option(
      names = "--as",
      required = true,
      description = "${COMPLETION-CANDIDATES}: SVG is a Gantt chart, HTML the briefing")
  private As as;

  @Option(
      names = "--what",
      description = "stages, movements, handovers, strength, ...: a part of /schedules/{id}")
  private String what;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where to write it; to the output unless given")
  private Path out;

  private PlanFile plan;

  @Override
  void check() {
    plan = PlanFile.read(file);
  }

  @Override
  int run(LocalService service) {
    var dataset = PlanFile.text(plan.content().get("dataset"));
    service.load(dataset.getBytes(StandardCharsets.UTF_8));
    var id = keep(service, plan, file.getFileName().toString());
    var part = what == null ? as.usual : "/" + what;
    var bytes = service.get("/schedules/" + id + part, as.mediaType);
    if (out != null) {
      PlanFile.write(out, bytes);
      return 0;
    }
    try {
      System.out.write(bytes);
      System.out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return 0;
  }
}
