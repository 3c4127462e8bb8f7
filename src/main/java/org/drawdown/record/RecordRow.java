package org.drawdown.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.drawdown.record.ledger.Entry;
import org.drawdown.record.ledger.EntryKind;

/** One entry of the record as it is kept. */
@Entity
@Table(name = "record_entry")
class RecordRow {

  /** The format in which facts are kept. */
  private static final int FORMAT = 1;

  /** Names an entry of a mission's record. */
  @Embeddable
  record Id(String mission, long sequence) {}

  @EmbeddedId private Id id;

  @Enumerated(EnumType.STRING)
  private EntryKind kind;

  @Column(name = "happened_at")
  private Instant at;

  private LocalDate missionDay;
  private Instant recordedAt;
  private String actor;
  private String base;
  private String movement;
  private String name;
  private Long corrects;
  private Long correctedBy;
  private int format;
  private byte[] body;
  private byte[] intended;

  /** For Hibernate. */
  protected RecordRow() {}

  RecordRow(String mission, Entry entry, byte[] body, byte[] intended) {
    this.id = new Id(mission, entry.sequence());
    this.kind = entry.kind();
    this.at = entry.at();
    this.missionDay = entry.day();
    this.recordedAt = entry.recordedAt();
    this.actor = entry.actor();
    this.base = entry.base();
    this.movement = entry.movement();
    this.name = entry.name();
    this.corrects = entry.corrects();
    this.format = FORMAT;
    this.body = body;
    this.intended = intended;
  }

  long sequence() {
    return id.sequence();
  }

  EntryKind kind() {
    return kind;
  }

  Instant at() {
    return at;
  }

  LocalDate missionDay() {
    return missionDay;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  String actor() {
    return actor;
  }

  String base() {
    return base;
  }

  String movement() {
    return movement;
  }

  String name() {
    return name;
  }

  Long corrects() {
    return corrects;
  }

  Long correctedBy() {
    return correctedBy;
  }

  byte[] body() {
    return body;
  }

  byte[] intended() {
    return intended;
  }

  void correctBy(long sequence) {
    correctedBy = sequence;
  }
}
