package org.drawdown.schedule.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

/** One account of a finished schedule. */
@Entity
class Account {

  /** The format in which accounts are kept. */
  private static final int FORMAT = 1;

  /** Names an account of a schedule. */
  @Embeddable
  record Id(String schedule, @Column(name = "account_kind") String kind) {}

  @EmbeddedId private Id id;
  private int format;
  private byte[] content;

  protected Account() {}

  Account(Id id, byte[] content) {
    this.id = id;
    this.format = FORMAT;
    this.content = content;
  }

  byte[] content() {
    return content;
  }
}
