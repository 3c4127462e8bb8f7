package org.drawdown.schedule;

import org.drawdown.api.contract.ContractSchema;

/** What is said of a step in a schedule's life; null where nothing is. */
@ContractSchema("LifeStep")
public record LifeStep(String text) {}
