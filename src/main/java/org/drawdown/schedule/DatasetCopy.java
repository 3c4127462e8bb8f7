package org.drawdown.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A dataset as it was when schedules were made from it; its id is a digest of it. */
@Entity
public class DatasetCopy {

  @Id private String id;

  @Column(columnDefinition = "text")
  private String body;

  /** For Hibernate. */
  protected DatasetCopy() {}

  DatasetCopy(String id, String body) {
    this.id = id;
    this.body = body;
  }

  /** The document, JSON. */
  public String body() {
    return body;
  }
}
