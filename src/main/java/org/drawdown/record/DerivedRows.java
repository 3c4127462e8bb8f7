package org.drawdown.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.drawdown.record.ledger.Column;
import org.drawdown.record.ledger.Entry;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.record.ledger.LossLine;
import org.drawdown.record.ledger.Opening;
import org.hibernate.Session;

/**
 * Rows that follow from the entries, so that one query answers what would take a program. They are
 * written in the transaction of the entry that changes them.
 */
@ApplicationScoped
class DerivedRows {

  private static final String OPENING =
      "insert into record_opening (mission, item, item_kind, contributor, base, start_date, amount)"
          + " values (?, ?, ?, ?, ?, ?, ?)";
  private static final String OPENING_ROWS =
      "select item, item_kind, contributor, base, start_date, amount from record_opening"
          + " where mission = ?";
  private static final String POSTING =
      "insert into record_posting (mission, sequence, list_order, mission_day, item, item_kind,"
          + " contributor, amount, from_account, from_code, to_account, to_code)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String MOVEMENT =
      "insert into record_movement (mission, movement, schedule, kind, mode, base, destination,"
          + " state, dispatched, departed, arrived, people, loads, vehicles)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String LOSS =
      "insert into record_loss (mission, sequence, list_order, mission_day, base, movement, asset,"
          + " category, ownership, contributor, quantity, loads, value_usd, fate, cause, event)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final RecordRepository entries;

  DerivedRows(RecordRepository entries) {
    this.entries = entries;
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private void work(Work work) {
    entries.flush();
    entries.getEntityManager().unwrap(Session.class).doWork(work::on);
  }

  /**
   * Writes all anew where the rows are those of another first day: what a schedule that came into
   * force was made from may differ from what the rows were written from.
   */
  void begin(String mission, Ledger ledger) {
    var opening = ledger.opening();
    var wanted =
        opening.items().values().stream()
            .map(item -> row(opening, item))
            .sorted(Comparator.comparing(OpeningRow::item))
            .toList();
    work(
        connection -> {
          if (!wanted.equals(openingRows(connection, mission))) {
            delete(connection, "record_opening", mission);
            write(connection, mission, wanted);
            rewrite(connection, mission, ledger);
          }
        });
  }

  /** What there was of a unit or an asset on the first day. */
  private record OpeningRow(
      String item, String kind, String contributor, String base, LocalDate startDate, int amount) {}

  private static OpeningRow row(Opening opening, Opening.Item item) {
    return new OpeningRow(
        item.id(),
        item.kind().name(),
        contributor(opening, item.id()),
        item.base(),
        opening.startDate(),
        item.amount());
  }

  private static List<OpeningRow> openingRows(Connection connection, String mission)
      throws SQLException {
    var rows = new ArrayList<OpeningRow>();
    try (var select = connection.prepareStatement(OPENING_ROWS)) {
      set(select, mission);
      try (var found = select.executeQuery()) {
        while (found.next()) {
          rows.add(
              new OpeningRow(
                  found.getString(1),
                  found.getString(2),
                  found.getString(3),
                  found.getString(4),
                  found.getObject(5, LocalDate.class),
                  found.getInt(6)));
        }
      }
    }
    rows.sort(Comparator.comparing(OpeningRow::item));
    return rows;
  }

  private static void write(Connection connection, String mission, List<OpeningRow> rows)
      throws SQLException {
    try (var insert = connection.prepareStatement(OPENING)) {
      for (var row : rows) {
        set(
            insert,
            mission,
            row.item(),
            row.kind(),
            row.contributor(),
            row.base(),
            row.startDate(),
            row.amount());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Writes what the last entry has changed. */
  void add(String mission, Ledger ledger, Entry entry) {
    work(
        connection -> {
          postings(connection, mission, ledger, List.of(entry));
          losses(
              connection,
              mission,
              ledger,
              ledger.losses().stream()
                  .filter(l -> l.entry().sequence() == entry.sequence())
                  .toList());
          var touched =
              ledger.columns().values().stream()
                  .filter(c -> touches(entry, c.intended().id()))
                  .toList();
          try (var delete =
              connection.prepareStatement(
                  "delete from record_movement where mission = ? and movement = ?")) {
            for (var column : touched) {
              set(delete, mission, column.intended().id());
              delete.addBatch();
            }
            delete.executeBatch();
          }
          movements(connection, mission, touched);
        });
  }

  private static boolean touches(Entry entry, String movement) {
    return movement.equals(entry.movement())
        || entry.intended().stream().anyMatch(i -> i.id().equals(movement));
  }

  /** Writes what differs from the books before. */
  void rewrite(String mission, Ledger before, Ledger ledger) {
    work(
        connection -> {
          changed(connection, mission, before, ledger);
          rewriteLists(connection, mission, ledger);
        });
  }

  private static void rewrite(Connection connection, String mission, Ledger ledger)
      throws SQLException {
    delete(connection, "record_posting", mission);
    postings(connection, mission, ledger, ledger.entries());
    rewriteLists(connection, mission, ledger);
  }

  private static void rewriteLists(Connection connection, String mission, Ledger ledger)
      throws SQLException {
    delete(connection, "record_movement", mission);
    movements(connection, mission, ledger.columns().values());
    delete(connection, "record_loss", mission);
    losses(connection, mission, ledger, ledger.losses());
  }

  private void changed(Connection connection, String mission, Ledger before, Ledger ledger)
      throws SQLException {
    var all = new TreeMap<Long, Entry>();
    before.entries().forEach(e -> all.put(e.sequence(), e));
    ledger.entries().forEach(e -> all.put(e.sequence(), e));
    var differ =
        all.values().stream()
            .filter(e -> !before.postings(e.sequence()).equals(ledger.postings(e.sequence())))
            .toList();
    try (var delete =
        connection.prepareStatement(
            "delete from record_posting where mission = ? and sequence = ?")) {
      for (var entry : differ) {
        set(delete, mission, entry.sequence());
        delete.addBatch();
      }
      if (!differ.isEmpty()) {
        delete.executeBatch();
      }
    }
    postings(connection, mission, ledger, differ);
  }

  private static void delete(Connection connection, String table, String mission)
      throws SQLException {
    try (var delete = connection.prepareStatement("delete from " + table + " where mission = ?")) {
      set(delete, mission);
      delete.executeUpdate();
    }
  }

  private static void postings(
      Connection connection, String mission, Ledger ledger, Collection<Entry> entries)
      throws SQLException {
    try (var insert = connection.prepareStatement(POSTING)) {
      boolean any = false;
      for (var entry : entries) {
        int place = 0;
        for (var posting : ledger.postings(entry.sequence())) {
          set(
              insert,
              mission,
              entry.sequence(),
              place++,
              entry.day(),
              posting.item(),
              ledger.opening().items().get(posting.item()).kind().name(),
              contributor(ledger.opening(), posting.item()),
              posting.amount(),
              posting.from().kind().name(),
              posting.from().code(),
              posting.to().kind().name(),
              posting.to().code());
          insert.addBatch();
          any = true;
        }
      }
      if (any) {
        insert.executeBatch();
      }
    }
  }

  private static void movements(Connection connection, String mission, Collection<Column> columns)
      throws SQLException {
    if (columns.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(MOVEMENT)) {
      for (var c : columns) {
        var it = c.intended();
        set(
            insert,
            mission,
            it.id(),
            it.schedule(),
            it.kind(),
            it.mode(),
            it.base(),
            c.destination(),
            c.state().name(),
            c.dispatched(),
            c.departed(),
            c.arrived(),
            c.departed() == null ? it.travellers() : c.peopleOut(),
            c.departed() == null ? Objects.requireNonNullElse(it.loads(), 0) : c.loadsOut(),
            c.vehicles());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void losses(
      Connection connection, String mission, Ledger ledger, Collection<LossLine> losses)
      throws SQLException {
    if (losses.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(LOSS)) {
      var places = new HashMap<Long, Integer>();
      for (var loss : losses) {
        var asset = ledger.opening().asset(loss.asset());
        long sequence = loss.entry().sequence();
        set(
            insert,
            mission,
            sequence,
            places.merge(sequence, 1, Integer::sum),
            loss.entry().day(),
            loss.base(),
            loss.movement(),
            loss.asset(),
            asset.category(),
            asset.ownership(),
            asset.contributor(),
            loss.quantity(),
            loss.loads(),
            loss.valueUsd(),
            loss.fate().name(),
            loss.cause().name(),
            loss.event());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static String contributor(Opening opening, String item) {
    var unit = opening.unit(item);
    return unit == null ? opening.asset(item).contributor() : unit.country();
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      var value = values[i];
      if (value == null) {
        statement.setNull(i + 1, Types.NULL);
      } else if (value instanceof LocalDate day) {
        statement.setObject(i + 1, day);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }
}
