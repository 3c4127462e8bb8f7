package org.drawdown.record.permission;

/** The states of a permission on a day. */
public enum PermissionState {
  PENDING,
  GRANTED,
  PARTIAL,
  REFUSED,
  LAPSED,
  WITHDRAWN;

  /** Whether what was asked for may not be done. */
  public boolean forbids() {
    return this == REFUSED || this == LAPSED;
  }
}
