package org.drawdown.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.platform.database.DatabaseAway;

/** Reads the trail of changes, and checks its chain. */
@ApplicationScoped
class AuditLog {

  private static final String COLUMNS =
      "select sequence, at, actor, method, path, entity, entity_id, action, before_text,"
          + " after_text, digest from audit_entry";

  private final AgroalDataSource database;

  AuditLog(AgroalDataSource database) {
    this.database = database;
  }

  /** The filters of a request; null stands for any. */
  record Filter(String entity, String id, String actor) {}

  /**
   * Whether the chain holds.
   *
   * @param entries how many there are
   * @param brokenAt the first entry that is not what it was, or is missing; null where all hold
   * @param digest of the last entry
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Verification(boolean valid, long entries, Long brokenAt, String digest) {}

  /** A page of changes, in the order of their happening unless sorted the other way. */
  Page<AuditEntry> page(Filter filter, PageRequest request) {
    boolean back = request.sort() != null && request.descending();
    var after = request.after(1);
    var where = new ArrayList<String>();
    var values = new ArrayList<Object>();
    equal("entity", filter.entity(), where, values);
    equal("entity_id", filter.id(), where, values);
    equal("actor", filter.actor(), where, values);
    long total = request.count() ? count(where, values) : 0;
    if (!after.isEmpty()) {
      where.add("sequence " + (back ? "<" : ">") + " ?");
      values.add(number(after.get(0)));
    }
    var rows =
        rows(
            where(where)
                + " order by sequence"
                + (back ? " desc" : "")
                + " limit "
                + (request.limit() + 1),
            values);
    boolean more = rows.size() > request.limit();
    var shown = more ? List.copyOf(rows.subList(0, request.limit())) : rows;
    return new Page<>(
        shown,
        more ? request.next(List.of(String.valueOf(shown.get(shown.size() - 1).sequence()))) : null,
        request.count() ? total : null);
  }

  private static long number(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw PageRequest.foreign();
    }
    return Long.parseLong(text);
  }

  private static void equal(String column, Object value, List<String> where, List<Object> values) {
    if (value != null) {
      where.add(column + " = ?");
      values.add(value);
    }
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private long count(List<String> where, List<Object> values) {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement("select count(*) from audit_entry" + where(where))) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      try (var found = select.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    } catch (SQLException e) {
      throw new DatabaseAway(e);
    }
  }

  private List<AuditEntry> rows(String rest, List<Object> values) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(COLUMNS + rest)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      try (var found = select.executeQuery()) {
        var rows = new ArrayList<AuditEntry>();
        while (found.next()) {
          rows.add(row(found));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new DatabaseAway(e);
    }
  }

  private static AuditEntry row(ResultSet r) throws SQLException {
    return new AuditEntry(
        r.getLong(1),
        r.getObject(2, OffsetDateTime.class).toInstant(),
        r.getString(3),
        r.getString(4),
        r.getString(5),
        r.getString(6),
        r.getString(7),
        AuditEntry.Action.valueOf(r.getString(8)),
        r.getString(9),
        r.getString(10),
        r.getString(11));
  }

  /** Goes through the whole chain. */
  Verification verify() {
    String digest = "";
    long last = 0;
    while (true) {
      var some = rows(" where sequence > ? order by sequence limit 500", List.of(last));
      if (some.isEmpty()) {
        break;
      }
      for (var entry : some) {
        var expected = AuditTrail.digest(digest, entry);
        if (entry.sequence() != last + 1 || !expected.equals(entry.digest())) {
          return new Verification(false, last, last + 1, digest);
        }
        digest = entry.digest();
        last = entry.sequence();
      }
    }
    return headIs(last, digest)
        ? new Verification(true, last, null, digest)
        : new Verification(false, last, last + 1, digest);
  }

  /** Whether the last entry is the one that was written last: none is missing at the end. */
  private boolean headIs(long sequence, String digest) {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "select sequence, digest from audit_head where id = 'current'");
        var found = select.executeQuery()) {
      return found.next() && found.getLong(1) == sequence && digest.equals(found.getString(2));
    } catch (SQLException e) {
      throw new DatabaseAway(e);
    }
  }
}
