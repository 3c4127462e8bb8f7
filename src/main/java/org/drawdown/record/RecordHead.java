package org.drawdown.record;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The end of a mission's record. Who adds to the record locks it first. */
@Entity
@Table(name = "record_head")
class RecordHead {

  @Id private String mission;
  private long sequence;
  private LocalDate asOf;

  /** For Hibernate. */
  protected RecordHead() {}

  String mission() {
    return mission;
  }

  /** The sequence of the last entry, 0 where there is none. */
  long sequence() {
    return sequence;
  }

  LocalDate asOf() {
    return asOf;
  }

  void moveTo(long last, LocalDate edge) {
    sequence = last;
    asOf = edge;
  }
}
