package org.drawdown.record.permission;

import java.time.LocalDate;
import org.drawdown.record.fact.Permission;
import org.drawdown.record.fact.PermissionAnswer;
import org.drawdown.record.ledger.Entry;

/**
 * A permission with its answer.
 *
 * @param answer the entry of the answer, or null
 */
public record Asked(Entry entry, Entry answer) {

  public Permission permission() {
    return entry.as(Permission.class);
  }

  /** Its id. */
  public String id() {
    return entry.name();
  }

  /** What was answered, or null. */
  public PermissionAnswer answered() {
    return answer == null ? null : answer.as(PermissionAnswer.class);
  }

  /** Its state in the evening of a day: what nobody answers by the end of its window lapses. */
  public PermissionState state(LocalDate day) {
    if (answer != null && !answer.day().isAfter(day)) {
      return PermissionState.valueOf(answered().outcome().name());
    }
    return day.isAfter(permission().window().to())
        ? PermissionState.LAPSED
        : PermissionState.PENDING;
  }

  /** Whether it had been asked for by the evening of a day, for days of which it is one. */
  public boolean covers(LocalDate day) {
    return !entry.day().isAfter(day) && permission().window().has(day);
  }
}
