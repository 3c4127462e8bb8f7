package org.drawdown.api.page;

/** The media type of workbooks for spreadsheets. */
public final class Xlsx {

  /** ECMA-376, with one sheet. */
  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Xlsx() {}
}
