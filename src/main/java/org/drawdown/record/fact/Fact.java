package org.drawdown.record.fact;

import java.time.Instant;

/** One thing that is reported to have happened. It is never changed, only corrected by another. */
public interface Fact {

  /** When it happened; null where the client did not say. */
  Instant at();

  /** The entry whose place it takes, by sequence or, where entries have names, by name; or null. */
  Reference corrects();

  /** Whether it only takes away what it corrects. */
  boolean isVoid();
}
