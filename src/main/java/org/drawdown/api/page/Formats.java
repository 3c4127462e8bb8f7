package org.drawdown.api.page;

/** The media types of what other programs take away, beside tables. */
public final class Formats {

  /** RFC 5545. */
  public static final String CALENDAR = "text/calendar";

  /** RFC 7946. */
  public static final String GEO = "application/geo+json";

  /** A drawing. */
  public static final String SVG = "image/svg+xml";

  /** A project in the XML of MS Project (MSPDI). Not plainly XML: browsers rank that above JSON. */
  public static final String PROJECT = "application/vnd.ms-project+xml";

  private Formats() {}
}
