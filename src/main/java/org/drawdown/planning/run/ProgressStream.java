package org.drawdown.planning.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.drawdown.api.answer.AnswerBodies;
import org.drawdown.platform.database.DatabaseFaults;
import org.drawdown.schedule.Progress;

/**
 * The progress of one run as events: one whenever it has changed, and a comment whenever nothing
 * was sent for a while, since proxies cut what is silent.
 */
final class ProgressStream {

  private static final long SILENCE = Duration.ofSeconds(5).toNanos();

  private final Supplier<Progress> progress;
  private final AnswerBodies bodies;
  private Progress told;
  private long toldAt;

  /**
   * A part of the stream.
   *
   * @param data of an event; null if it is a comment
   */
  record Said(String data) {}

  ProgressStream(Supplier<Progress> progress, AnswerBodies bodies) {
    this.progress = progress;
    this.bodies = bodies;
  }

  /** What is to be sent now, if anything. */
  Optional<Said> look() {
    var now = present();
    if (now != null && !now.equals(told)) {
      told = now;
      return sent(new Said(bodies.json(now, Locale.ENGLISH).text()));
    }
    return System.nanoTime() - toldAt < SILENCE ? Optional.empty() : sent(new Said(null));
  }

  /** The progress; null while the database does not answer, which ends no stream. */
  private Progress present() {
    try {
      return progress.get();
    } catch (RuntimeException e) {
      if (DatabaseFaults.isAway(e)) {
        return null;
      }
      throw e;
    }
  }

  private Optional<Said> sent(Said event) {
    toldAt = System.nanoTime();
    return Optional.of(event);
  }

  /** Whether more may come. */
  boolean goesOn(Optional<Said> last) {
    return told == null || told.state().isUnderWay();
  }
}
