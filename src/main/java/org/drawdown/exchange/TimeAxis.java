package org.drawdown.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** The days of a drawing from left to right, with a line at the beginning of each month. */
record TimeAxis(LocalDate first, LocalDate last, double left, double right) {

  /** A month has to be so wide that its name can stand in it, in pixels. */
  private static final double NARROWEST = 34;

  private double days() {
    return Math.max(1, ChronoUnit.DAYS.between(first, last) + 1.0);
  }

  /** Where a day begins. */
  double x(LocalDate day) {
    return left + (right - left) * ChronoUnit.DAYS.between(first, day) / days();
  }

  /** The width of so many days. */
  double width(LocalDate from, LocalDate to) {
    return x(to.plusDays(1)) - x(from);
  }

  void draw(Svg svg, double top, double bottom, Locale language) throws XMLStreamException {
    var words = DateTimeFormatter.ofPattern("LLL yy", language);
    double written = Double.NEGATIVE_INFINITY;
    for (var month = first.withDayOfMonth(1); !month.isAfter(last); month = month.plusMonths(1)) {
      double x = Math.max(left, x(month));
      svg.line(x, top, x, bottom, "#d5dae0", "none");
      if (x - written >= NARROWEST * 1.6) {
        svg.text(x + 2, top - 4, words.format(month), "font-size", 10, "fill", "#56636f");
        written = x;
      }
    }
  }
}
