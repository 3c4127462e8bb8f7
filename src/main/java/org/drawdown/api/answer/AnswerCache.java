package org.drawdown.api.answer;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The answers that were asked for last, each with the stamp under which it holds. */
@ApplicationScoped
class AnswerCache {

  private record Kept(String stamp, Answer answer) {}

  private final long most;
  private final Map<String, Kept> answers = new LinkedHashMap<>(256, 0.75f, true);
  private long size;

  AnswerCache(
      @ConfigProperty(name = "drawdown.http.answer-cache-size", defaultValue = "32M")
          MemorySize most) {
    this.most = most.asLongValue();
  }

  /** The answer of a key, if it still holds; null otherwise. */
  synchronized Answer find(String key, String stamp) {
    var kept = answers.get(key);
    return kept != null && kept.stamp().equals(stamp) ? kept.answer() : null;
  }

  /** Keeps an answer; those that were not asked for the longest go. */
  synchronized void keep(String key, String stamp, Answer answer) {
    // One answer must not drive out all others.
    if (answer.size() > most / 4) {
      return;
    }
    var before = answers.put(key, new Kept(stamp, answer));
    size += answer.size() - (before == null ? 0 : before.answer().size());
    var oldest = answers.entrySet().iterator();
    while (size > most && oldest.hasNext()) {
      size -= oldest.next().getValue().answer().size();
      oldest.remove();
    }
  }
}
