package org.drawdown.sheet.cell;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Whether two words that people wrote mean the same. */
public final class Likeness {

  /** Below this, words that differ by a letter are too often different words. */
  private static final int SHORTEST = 4;

  private Likeness() {}

  /** A word without accents, case, spaces and marks. */
  public static String plain(String word) {
    return Normalizer.normalize(word.replace("œ", "oe"), Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{IsAlphabetic}0-9]|\\p{M}", "");
  }

  /** The word that another is a misspelling of, if there is one. */
  public static Optional<String> near(String word, Collection<String> words) {
    var plain = plain(word);
    String best = null;
    int least = plain.length() < SHORTEST ? 0 : plain.length() < 2 * SHORTEST ? 1 : 2;
    for (var other : words) {
      int steps = steps(plain, plain(other), least);
      if (steps <= least && steps > 0) {
        least = steps - 1;
        best = other;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Letters to change, add, take away or swap (Damerau); more than {@code most} where it is more.
   */
  private static int steps(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int steps = Math.min(rows[i - 1][j], rows[i][j - 1]) + 1;
        steps = Math.min(steps, rows[i - 1][j - 1] + other);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        rows[i][j] = swapped ? Math.min(steps, rows[i - 2][j - 2] + 1) : steps;
      }
    }
    return rows[a.length()][b.length()];
  }
}
