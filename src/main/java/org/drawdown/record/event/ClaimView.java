package org.drawdown.record.event;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a contributor lost in one event.
 *
 * @param contributor null for what the United Nations own
 * @param majorEquipmentUsd the value of what counts against the threshold
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClaimView(
    String event,
    String contributor,
    int quantity,
    long valueUsd,
    long majorEquipmentUsd,
    Claim claim) {

  /** Who bears it. */
  enum Claim {
    /** The collective value of the major equipment lost in the event reaches the threshold. */
    ABOVE_THRESHOLD,
    /** It does not, or nobody's hostile action or order is the cause. */
    BORNE_BY_CONTRIBUTOR,
    /** It belongs to the United Nations. */
    WRITE_OFF_BOARD
  }
}
