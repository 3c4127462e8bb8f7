package org.drawdown.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts sign-ins that failed, for each name at an address and for each address, and turns away who
 * fails too often for a while. Each process counts for itself.
 */
@ApplicationScoped
class SignInFailures {

  private static final int MOST_OF_NAME = 5;
  private static final int MOST_OF_ADDRESS = 50;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** Counters kept at most; the oldest go first. */
  private static final int MOST_COUNTERS = 10_000;

  private final Clock clock;
  private final Map<String, Counter> counters =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counter> eldest) {
          return size() > MOST_COUNTERS;
        }
      };

  private record Counter(Instant until, int failures) {}

  SignInFailures(Clock clock) {
    this.clock = clock;
  }

  /**
   * Lets a sign-in pass on to the password's check.
   *
   * @throws TooManySignIns if too many have failed within a minute
   */
  synchronized void check(String name, String address) {
    check(address + "\n" + name, MOST_OF_NAME);
    check(address, MOST_OF_ADDRESS);
  }

  private void check(String key, int most) {
    var counter = present(key);
    if (counter.failures() >= most) {
      var left = Duration.between(clock.instant(), counter.until());
      throw new TooManySignIns((int) Math.max(1, left.toSeconds()));
    }
  }

  /** Counts a failure. */
  synchronized void count(String name, String address) {
    countOne(address + "\n" + name);
    countOne(address);
  }

  private void countOne(String key) {
    var counter = present(key);
    counters.put(key, new Counter(counter.until(), counter.failures() + 1));
  }

  /** Forgets the failures of who has signed in at last. */
  synchronized void forget(String name, String address) {
    counters.remove(address + "\n" + name);
  }

  private Counter present(String key) {
    var counter = counters.get(key);
    var now = clock.instant();
    return counter == null || counter.until().isBefore(now)
        ? new Counter(now.plus(WINDOW), 0)
        : counter;
  }
}
