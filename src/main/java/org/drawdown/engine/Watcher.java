package org.drawdown.engine;

import java.util.function.Supplier;

/** Follows a search, and may end it. */
public interface Watcher {

  /** Nobody follows. */
  Watcher NONE =
      new Watcher() {
        @Override
        public void improved(long objective, Bound bound, long iterations, Supplier<Plan> plan) {}

        @Override
        public boolean wantsStop() {
          return false;
        }
      };

  /**
   * A better plan was found.
   *
   * @param bound what no plan can beat
   * @param iterations plans built so far
   * @param plan writes it out in full; to be asked before this call returns
   */
  void improved(long objective, Bound bound, long iterations, Supplier<Plan> plan);

  /** A higher bound was proved. */
  default void raised(Bound bound) {}

  /** Whether the search should end with what it has; asked often, must be quick. */
  boolean wantsStop();
}
