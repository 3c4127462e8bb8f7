package org.drawdown.api.page;

/** Workbooks for spreadsheets: their media type, and what their cells can hold. */
public final class Xlsx {

  /** ECMA-376. */
  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** The most characters of a cell (ECMA-376 leaves it open; Excel takes no more). */
  private static final int LONGEST_TEXT = 32_767;

  private Xlsx() {}

  /** A text without what XML cannot have, and no longer than a cell can be. */
  public static String text(String any) {
    var clean = any.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean;
  }
}
