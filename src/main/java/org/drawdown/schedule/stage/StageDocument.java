package org.drawdown.schedule.stage;

import java.time.LocalDate;
import org.drawdown.engine.Plan.Stage;

/**
 * A stage of a base from one day to another, both included; answered, and taken back to be judged.
 *
 * @param to null for CLOSED, which has no end
 * @param phase number of the phase that closes the base, or null
 */
public record StageDocument(
    String base, Stage stage, LocalDate from, LocalDate to, Integer phase, String sector) {}
