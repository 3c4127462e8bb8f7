package org.drawdown.engine.search;

import java.util.Arrays;

/** Counts added to a table, to be taken back. */
final class UndoLog {
  private int[] at = new int[256];
  private int[] by = new int[256];
  private int size;

  void add(int position, int count) {
    if (size == at.length) {
      at = Arrays.copyOf(at, size * 2);
      by = Arrays.copyOf(by, size * 2);
    }
    at[size] = position;
    by[size++] = count;
  }

  void undo(int[] table) {
    while (size > 0) {
      size--;
      table[at[size]] -= by[size];
    }
  }

  void undo(int[][] table) {
    while (size > 0) {
      size--;
      int columns = table[0].length;
      table[at[size] / columns][at[size] % columns] -= by[size];
    }
  }
}
