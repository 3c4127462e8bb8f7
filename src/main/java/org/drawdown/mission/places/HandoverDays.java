package org.drawdown.mission.places;

import jakarta.persistence.Embeddable;

/** Days of a handover step that differ from the usual ones. */
@Embeddable
record HandoverDays(String step, int days) {}
