package org.drawdown.schedule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A dataset as it was when schedules were made from it; its id is a digest of it. */
@Entity
public class DatasetCopy {

  /** The format in which datasets are kept. */
  static final int FORMAT = 1;

  @Id private String id;
  private int format;
  private byte[] document;

  /** For Hibernate. */
  protected DatasetCopy() {}

  String id() {
    return id;
  }

  byte[] document() {
    return document;
  }
}
