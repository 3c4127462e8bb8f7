package org.drawdown.command;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that needs the planner. */
abstract class PlannerCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Option(
      names = "--language",
      description = "en or fr, for what the planner says; that of the system unless given")
  private String language = Locale.getDefault().getLanguage();

  @Override
  public Integer call() {
    check();
    int code = LocalService.with(language, this::run);
    LocalService.rethrow();
    return code;
  }

  /** Finds what is wrong before anything is started. */
  abstract void check();

  /** Does the work; gives the exit code. */
  abstract int run(LocalService service);

  Output output() {
    return output;
  }

  /** Has a plan of a file kept as a schedule, edited by hand as it may be; gives its id. */
  static String keep(LocalService service, PlanFile plan, String name) {
    var request = plan.some("assumptions", "objective");
    request.put("name", name);
    request.put("plan", plan.some("movements", "stages", "leftBehind"));
    return wait(service, String.valueOf(service.post("/schedules", request).get("id")));
  }

  private static String wait(LocalService service, String id) {
    while (isUnderWay(service.get("/schedules/" + id))) {
      pause();
    }
    return id;
  }

  static boolean isUnderWay(Map<String, Object> schedule) {
    var state = schedule.get("state");
    return "QUEUED".equals(state) || "SOLVING".equals(state);
  }

  static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.WRONG_INPUT, "interrupted");
    }
  }
}
