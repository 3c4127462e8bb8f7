package org.drawdown.engine.decoder;

import java.util.Arrays;

/** Counts added to a table, to be taken back: all of them, or those added since it was held. */
final class UndoLog {
  private final int[] table;
  private int[] at = new int[256];
  private int[] by = new int[256];
  private int size;
  private int held;

  UndoLog(int[] table) {
    this.table = table;
  }

  void add(int position, int count) {
    if (size == at.length) {
      at = Arrays.copyOf(at, size * 2);
      by = Arrays.copyOf(by, size * 2);
    }
    at[size] = position;
    by[size++] = count;
    table[position] += count;
  }

  /** Takes everything back. */
  void clear() {
    held = 0;
    reset();
  }

  /** From here on {@link #reset} leads back to what has been added by now. */
  void hold() {
    held = size;
  }

  void reset() {
    while (size > held) {
      size--;
      table[at[size]] -= by[size];
    }
  }
}
