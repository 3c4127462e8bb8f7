package org.drawdown.planning;

import java.time.LocalDate;
import org.drawdown.engine.Outcome.Conflict;
import org.drawdown.engine.Problem;

/** Says what would have to change for a plan to exist. */
final class Relieved {

  private Relieved() {}

  /** The least change of one fact with which planning again found a plan. */
  static String told(Conflict conflict, Problem problem, LocalDate start) {
    long amount = conflict.relief().amount();
    var code = conflict.site() < 0 ? null : problem.sites().get(conflict.site()).code();
    return switch (conflict.fact()) {
      case TRUCKS -> "trucks: %d more on every day".formatted(amount);
      case ESCORTS -> "escorts: %d more on every day".formatted(amount);
      case RESTRICTION -> "%s ends sooner by days: %d".formatted(conflict.subject(), amount);
      case HORIZON ->
          "the horizon ends on %2$s (days later: %1$d)"
              .formatted(amount, start.plusDays(problem.horizon() + amount));
      case HARD_DEADLINE ->
          "the deadline is %2$s (days later: %1$d)"
              .formatted(amount, start.plusDays(problem.deadline() + amount));
      case NO_WRITE_OFF -> "loads may be left behind";
      case STORAGE -> "the yard of %s holds %d loads more".formatted(code, amount);
      case ONWARD -> "carriers take %d loads more a day from %s".formatted(amount, code);
      case CHARTER -> "charter flights take %d people more a day from %s".formatted(amount, code);
      case PACKING -> "%s packs %d loads more a day".formatted(code, amount);
      case ROAD -> "a road straight from %s to its hub".formatted(code);
      case CONTENTS -> "nothing has to leave %s".formatted(code);
      case REAR_PARTY -> "%s needs no rear party".formatted(code);
      case OUTPOST -> "%s need not be closed before its parent".formatted(code);
    };
  }
}
