package org.drawdown.record.permission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.drawdown.record.fact.Permission;
import org.drawdown.record.fact.PermissionAnswer;

/**
 * A permission with what was answered.
 *
 * @param answer null while there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PermissionView(
    long sequence,
    Instant recordedAt,
    String actor,
    PermissionState state,
    @JsonUnwrapped Permission permission,
    PermissionAnswer answer) {}
