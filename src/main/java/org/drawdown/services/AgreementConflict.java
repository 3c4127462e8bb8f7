package org.drawdown.services;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A base that a schedule closes outside what the host State has agreed to.
 *
 * @param by AGREED, what was agreed for the camp; or RESERVATION, what was reserved when the plan
 *     as a whole was agreed to
 * @param notBefore the first day of the window; null where it has none
 * @param notAfter the last day of the window; null where it has none
 * @param days by how many
 * @param document where it is written; null where that is not known
 */
record AgreementConflict(
    String base,
    LocalDate closesOn,
    By by,
    LocalDate notBefore,
    LocalDate notAfter,
    Side side,
    long days,
    String document) {

  /** What binds the host State. */
  enum By {
    AGREED,
    RESERVATION
  }

  /** On which side of the window the closing is. */
  enum Side {
    TOO_EARLY,
    TOO_LATE
  }

  /** The conflict of a closing with a window; none where it is inside. */
  static List<AgreementConflict> of(
      String base, LocalDate closesOn, By by, LocalDate from, LocalDate to, String document) {
    var found = new ArrayList<AgreementConflict>();
    if (from != null && closesOn.isBefore(from)) {
      long days = ChronoUnit.DAYS.between(closesOn, from);
      found.add(
          new AgreementConflict(base, closesOn, by, from, to, Side.TOO_EARLY, days, document));
    }
    if (to != null && closesOn.isAfter(to)) {
      long days = ChronoUnit.DAYS.between(to, closesOn);
      found.add(new AgreementConflict(base, closesOn, by, from, to, Side.TOO_LATE, days, document));
    }
    return found;
  }
}
