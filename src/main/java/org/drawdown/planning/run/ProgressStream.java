package org.drawdown.planning.run;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.drawdown.api.answer.AnswerBodies;
import org.drawdown.platform.DatabaseFaults;
import org.drawdown.schedule.Progress;

/**
 * The progress of one run as events: one whenever it has changed, and a comment whenever nothing
 * was sent for a while, since proxies cut what is silent.
 */
final class ProgressStream {

  private static final long SILENCE = Duration.ofSeconds(5).toNanos();

  private final Supplier<Progress> progress;
  private final AnswerBodies bodies;
  private final Sse sse;
  private Progress told;
  private long toldAt;

  ProgressStream(Supplier<Progress> progress, AnswerBodies bodies, Sse sse) {
    this.progress = progress;
    this.bodies = bodies;
    this.sse = sse;
  }

  /** What is to be sent now, if anything. */
  Optional<OutboundSseEvent> look() {
    var now = present();
    if (now != null && !now.equals(told)) {
      told = now;
      return sent(
          sse.newEventBuilder()
              .data(String.class, bodies.json(now, Locale.ENGLISH).text())
              .build());
    }
    return System.nanoTime() - toldAt < SILENCE
        ? Optional.empty()
        : sent(sse.newEventBuilder().comment("nothing new").build());
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

  private Optional<OutboundSseEvent> sent(OutboundSseEvent event) {
    toldAt = System.nanoTime();
    return Optional.of(event);
  }

  /** Whether more may come. */
  boolean goesOn(Optional<OutboundSseEvent> last) {
    return told == null || told.state().isUnderWay();
  }
}
