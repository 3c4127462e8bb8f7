package org.drawdown.schedule;

import org.drawdown.api.contract.ContractSchema;

/** A remark on a step in a schedule's life; its text may be null. */
@ContractSchema("LifeStep")
public record LifeStep(String text) {}
