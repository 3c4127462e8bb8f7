package org.drawdown.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * One change.
 *
 * @param method of the request that changed it; JOB where the service did by itself
 * @param path of the request
 * @param entity the list that what was changed is in
 * @param action CREATE, REPLACE or DELETE
 * @param before as it was, JSON; null where it was not there
 * @param after as it is since, JSON; null where it is gone
 * @param digest of this entry and of the one before it, SHA-256
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(
    long sequence,
    Instant at,
    String actor,
    String method,
    String path,
    String entity,
    String entityId,
    Action action,
    @JsonRawValue String before,
    @JsonRawValue String after,
    String digest) {

  /** What was done. */
  enum Action {
    CREATE,
    REPLACE,
    DELETE
  }
}
