package org.drawdown.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.drawdown.api.write.WriteListener;
import org.drawdown.audit.AuditEntry.Action;
import org.drawdown.platform.StoredJson;
import org.drawdown.platform.database.DatabaseAway;

/**
 * The trail of changes. What changes something says so here; before the write is committed, all of
 * it is added to the trail in the same transaction. A write of a client that says nothing is added
 * with what was answered, so that none goes by.
 */
@ApplicationScoped
public class AuditTrail implements WriteListener {

  private static final Object KEY = new Object();
  private static final String HEAD =
      "select sequence, digest from audit_head where id = 'current' for update";
  private static final String MOVE =
      "update audit_head set sequence = ?, digest = ? where id = 'current'";
  private static final String INSERT =
      "insert into audit_entry (sequence, at, actor, method, path, entity, entity_id, action,"
          + " before_text, after_text, digest) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final AgroalDataSource database;
  private final TransactionSynchronizationRegistry transaction;
  private final StoredJson json;
  private final Clock clock;

  private record Change(String entity, String id, String before, String after) {
    Action action() {
      return before == null ? Action.CREATE : after == null ? Action.DELETE : Action.REPLACE;
    }
  }

  AuditTrail(
      AgroalDataSource database,
      TransactionSynchronizationRegistry transaction,
      StoredJson json,
      Clock clock) {
    this.database = database;
    this.transaction = transaction;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Says that something has changed. Use inside a transaction.
   *
   * @param entity the list that it is in
   * @param before null where it was not there
   * @param after null where it is gone
   */
  public void changed(String entity, String id, Object before, Object after) {
    // A mission need not have a code.
    var name = Objects.requireNonNullElse(id, "");
    changes().add(new Change(entity, name, text(before), text(after)));
  }

  private String text(Object value) {
    return value == null ? null : new String(json.bytes(value), StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked")
  private List<Change> changes() {
    var known = (List<Change>) transaction.getResource(KEY);
    if (known == null) {
      known = new ArrayList<>();
      transaction.putResource(KEY, known);
    }
    return known;
  }

  @Override
  public void beforeCommit(String actor, String method, String path, Object answer) {
    if (changes().isEmpty()) {
      var steps = path.split("/", 2);
      changes()
          .add(
              new Change(
                  steps[0],
                  steps.length > 1 ? steps[1] : "",
                  null,
                  answer instanceof Record ? text(answer) : "{}"));
    }
    write(actor, method, path);
  }

  /** Adds to the trail what the service has changed by itself. */
  public void seal(String actor) {
    write(actor, "JOB", "");
  }

  private void write(String actor, String method, String path) {
    var changes = changes();
    if (changes.isEmpty()) {
      return;
    }
    Panache.getEntityManager().flush();
    try (var connection = database.getConnection()) {
      add(connection, actor, method, path, changes);
    } catch (SQLException e) {
      throw new DatabaseAway(e);
    }
    changes.clear();
  }

  private void add(
      Connection connection, String actor, String method, String path, List<Change> changes)
      throws SQLException {
    long sequence;
    String digest;
    try (var select = connection.prepareStatement(HEAD);
        var head = select.executeQuery()) {
      head.next();
      sequence = head.getLong(1);
      digest = head.getString(2);
    }
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try (var insert = connection.prepareStatement(INSERT)) {
      for (var change : changes) {
        sequence++;
        var entry =
            new AuditEntry(
                sequence,
                at,
                actor,
                method,
                cut(path, 2000),
                change.entity(),
                cut(change.id(), 400),
                change.action(),
                change.before(),
                change.after(),
                null);
        digest = digest(digest, entry);
        insert.setLong(1, sequence);
        insert.setObject(2, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
        insert.setString(3, entry.actor());
        insert.setString(4, entry.method());
        insert.setString(5, entry.path());
        insert.setString(6, entry.entity());
        insert.setString(7, entry.entityId());
        insert.setString(8, entry.action().name());
        insert.setString(9, entry.before());
        insert.setString(10, entry.after());
        insert.setString(11, digest);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (var move = connection.prepareStatement(MOVE)) {
      move.setLong(1, sequence);
      move.setString(2, digest);
      move.executeUpdate();
    }
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** The digest of an entry behind another. */
  static String digest(String before, AuditEntry e) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var part :
          new String[] {
            before,
            Long.toString(e.sequence()),
            at(e.at()),
            e.actor(),
            e.method(),
            e.path(),
            e.entity(),
            e.entityId(),
            e.action().name(),
            Objects.requireNonNullElse(e.before(), ""),
            Objects.requireNonNullElse(e.after(), "")
          }) {
        // The length keeps one part from passing for another.
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(bytes);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String at(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).toString();
  }
}
