package org.drawdown.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One list of a finished schedule: a JSON array that never changes. */
@Entity
@Table(name = "schedule_part")
public class SchedulePart {

  /** The lists. */
  public enum Name {
    STAGES,
    MOVEMENTS,
    ONWARD,
    HANDOVERS,
    STRENGTH,
    UTILISATION,
    RELEASES,
    EXPLANATION
  }

  @Id private String id;
  private String schedule;

  @Column(columnDefinition = "text")
  private String body;

  /** For Hibernate. */
  protected SchedulePart() {}

  /** A list of a schedule. */
  public SchedulePart(String schedule, Name name, String body) {
    this.id = id(schedule, name);
    this.schedule = schedule;
    this.body = body;
  }

  static String id(String schedule, Name name) {
    return schedule + "/" + name;
  }

  String body() {
    return body;
  }
}
