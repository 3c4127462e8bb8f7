package org.drawdown.api.page;

/** The media type of tables for spreadsheets. */
public final class Csv {

  /** RFC 4180, in UTF-8, with a line of headings. */
  public static final String MEDIA_TYPE = "text/csv";

  private Csv() {}
}
