package org.drawdown.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.drawdown.record.fact.Fact;

/**
 * An entry of the record as clients see it: what was reported, and who reported it.
 *
 * @param correctedBy sequence of the entry that has taken its place; null while it holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryView(
    long sequence, Instant recordedAt, String actor, Long correctedBy, @JsonUnwrapped Fact fact) {}
