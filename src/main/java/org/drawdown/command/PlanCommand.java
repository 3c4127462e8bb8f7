package org.drawdown.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plans a mission. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Plans a mission: when each base closes, and how good that is.")
final class PlanCommand extends PlannerCommand {

  private static final int BAR = 30;
  private static final int PERCENT = 100;

  @Parameters(paramLabel = "DATASET", description = "The mission, as JSON or as a workbook (XLSX)")
  private Path file;

  @Option(
      names = "--assume",
      paramLabel = "NAME=VALUE",
      description = {
        "What is assumed otherwise, as in POST /schedules: deadline=2023-11-30, trucks=150,",
        "writeOff=ALLOWED, escorts={\"GAO\":8}; may be given several times"
      })
  private Map<String, String> assumed = new LinkedHashMap<>();

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "How long to search; ${DEFAULT-VALUE} unless given")
  private int seconds;

  @Option(names = "--iterations", description = "Plans to build at most")
  private Long iterations;

  @Option(
      names = "--seed",
      description = "Of the search; the same seed and iterations, the same plan")
  private Long seed;

  @Option(names = "--threads", description = "To search with; 2 unless given")
  private Integer threads;

  @Option(names = "--preset", description = "What counts: BALANCED, FASTEST, SAFEST, ...")
  private String preset;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where to write the plan, for the other commands")
  private Path out;

  private byte[] dataset;
  private Map<String, Object> request;

  @Override
  void check() {
    dataset = PlanFile.bytes(file);
    var solve = new LinkedHashMap<String, Object>();
    solve.put("timeLimitSeconds", seconds);
    put(solve, "maxIterations", iterations);
    put(solve, "seed", seed);
    put(solve, "threads", threads);
    request = new LinkedHashMap<>();
    request.put("name", file.getFileName().toString());
    request.put("solve", solve);
    if (preset != null) {
      request.put("objective", Map.of("preset", preset));
    }
    var assumptions = new LinkedHashMap<String, Object>();
    assumed.forEach((name, value) -> assumptions.put(name, value(value)));
    if (!assumptions.isEmpty()) {
      request.put("assumptions", assumptions);
    }
  }

  private static void put(Map<String, Object> to, String name, Object value) {
    if (value != null) {
      to.put(name, value);
    }
  }

  /** A number, an object, a list or a truth value as JSON has it; all else is text. */
  private static Object value(String text) {
    boolean json = text.matches("-?[0-9]+(\\.[0-9]+)?|true|false|null|(?s)[\\[{].*");
    return json ? PlanFile.fields("{\"value\":" + text + "}").get("value") : text;
  }

  @Override
  int run(LocalService service) {
    for (var warning : service.load(dataset)) {
      output().err().println("%s %s".formatted(warning.get("pointer"), warning.get("detail")));
    }
    var id = String.valueOf(service.post("/schedules", request).get("id"));
    var schedule = watched(service, id);
    var state = String.valueOf(schedule.get("state"));
    if (out != null && schedule.get("closures") != null) {
      PlanFile.write(
          out, PlanFile.text(plan(service, id, schedule)).getBytes(StandardCharsets.UTF_8));
    }
    show(schedule);
    return switch (state) {
      case "READY" -> 0;
      case "INFEASIBLE" -> Failure.NO_PLAN;
      case "UNRESOLVED" -> Failure.RULES_BROKEN;
      default -> Failure.WRONG_INPUT;
    };
  }

  private Map<String, Object> watched(LocalService service, String id) {
    // From JDK 22 on there is a console where nobody watches; picocli knows.
    boolean watched = CommandLine.Help.Ansi.AUTO.enabled();
    while (true) {
      var schedule = service.get("/schedules/" + id);
      if (watched) {
        output().err().print("\r" + bar(schedule));
        output().err().flush();
      }
      if (!isUnderWay(schedule)) {
        if (watched) {
          output().err().println();
        }
        return schedule;
      }
      pause();
    }
  }

  /** How far the search is, and how good its best plan. */
  private String bar(Map<String, Object> schedule) {
    var progress = (Map<?, ?>) schedule.get("progress");
    double done = number(progress.get("seconds"));
    int full = (int) Math.min(BAR, BAR * done / Math.max(1, seconds));
    var gap = progress.get("gap");
    return "[%s%s] %.0f of %d s%s   "
        .formatted(
            "#".repeat(full),
            ".".repeat(BAR - full),
            done,
            seconds,
            gap == null ? "" : ", at most %.1f %% from the best".formatted(PERCENT * number(gap)));
  }

  private static double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }

  private static Map<String, Object> plan(
      LocalService service, String id, Map<String, Object> schedule) {
    var plan = new LinkedHashMap<String, Object>();
    plan.put("schedule", schedule);
    plan.put("assumptions", schedule.get("assumptions"));
    plan.put("stages", service.all("/schedules/" + id + "/stages"));
    plan.put("movements", service.all("/schedules/" + id + "/movements"));
    plan.put("leftBehind", schedule.getOrDefault("leftBehind", List.of()));
    plan.put("dataset", service.get("/dataset"));
    return plan;
  }

  @SuppressWarnings("unchecked")
  private void show(Map<String, Object> schedule) {
    if (output().isJson()) {
      output().out().println(PlanFile.text(schedule));
      output().out().flush();
      return;
    }
    output().err().println(sentence(schedule));
    output().err().flush();
    var closures = new ArrayList<Map<String, Object>>();
    for (var closure : (List<Map<String, Object>>) schedule.getOrDefault("closures", List.of())) {
      var row = new LinkedHashMap<>(closure);
      if (closure.get("within1Percent") instanceof Map<?, ?> range) {
        row.put("earliest", range.get("from"));
        row.put("latest", range.get("to"));
      }
      closures.add(row);
    }
    if (!closures.isEmpty()) {
      output()
          .show(List.of("base", "phase", "closedOn", "daysLate", "earliest", "latest"), closures);
    }
  }

  private static String sentence(Map<String, Object> schedule) {
    var said = new StringBuilder(String.valueOf(schedule.get("state")));
    if (schedule.get("completion") != null) {
      said.append(": complete on ").append(schedule.get("completion"));
    }
    if (schedule.get("certificate") instanceof Map<?, ?> certificate) {
      said.append("; no plan can be before ").append(certificate.get("earliestCompletion"));
      said.append(
          "; at most %.1f %% from the best".formatted(PERCENT * number(certificate.get("gap"))));
    }
    for (var list : List.of("conflicts", "violations")) {
      if (schedule.get(list) instanceof List<?> several) {
        several.forEach(
            one -> said.append(System.lineSeparator()).append("  ").append(detail(one)));
      }
    }
    return said.toString();
  }

  private static Object detail(Object conflict) {
    var fields = (Map<?, ?>) conflict;
    return fields.get("detail") == null ? fields : fields.get("detail");
  }
}
