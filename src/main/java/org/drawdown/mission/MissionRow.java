package org.drawdown.mission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * The mission itself. There is one; whoever writes any of the mission's data locks it first, so
 * that what was checked still holds when it is written.
 */
@Entity
@Table(name = "mission")
class MissionRow {

  /** The one mission of this service. */
  static final String THE_ONE = "current";

  @Id private String id;
  @Version private int version;
  private long revision;

  @Column(columnDefinition = "text")
  private String body;

  @Column(columnDefinition = "text")
  private String sources;

  protected MissionRow() {}

  MissionRow(String body, String sources) {
    this.id = THE_ONE;
    this.body = body;
    this.sources = sources;
  }

  String body() {
    return body;
  }

  String sources() {
    return sources;
  }

  long revision() {
    return revision;
  }

  void become(String newBody) {
    body = newBody;
    touch();
  }

  void become(String newBody, String newSources) {
    sources = newSources;
    become(newBody);
  }

  /** Something of the mission's data has changed. */
  void touch() {
    revision++;
  }
}
