package org.drawdown.record;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.whole.MissionData;
import org.drawdown.platform.database.DatabaseAway;
import org.drawdown.record.ledger.Entry;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.record.ledger.Opening;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.ScheduleRepository;
import org.drawdown.schedule.ScheduleViews;

/**
 * The mission as its record has it. What there was on the first day is what the schedule in force
 * was made from; without one, the mission's data as they now are. Books that were made once are
 * kept for as long as nothing is added.
 */
@ApplicationScoped
public class RecordedMission {

  private static final String SEQUENCE = "select sequence from record_head where mission = ?";

  private final MissionData data;
  private final ScheduleRepository schedules;
  private final ScheduleViews views;
  private final RecordRepository entries;
  private final AgroalDataSource database;

  private volatile Opening opening;
  private volatile Books latest;
  private volatile Evening evening;

  /** All entries up to a sequence, and the books that they come to. */
  record Books(Opening opening, long sequence, List<Entry> entries, Ledger ledger) {}

  private record Evening(Books books, LocalDate day, Ledger ledger) {}

  RecordedMission(
      MissionData data,
      ScheduleRepository schedules,
      ScheduleViews views,
      RecordRepository entries,
      AgroalDataSource database) {
    this.data = data;
    this.schedules = schedules;
    this.views = views;
    this.entries = entries;
    this.database = database;
  }

  /** The schedule in force, if there is one. */
  public Optional<Schedule> active() {
    return schedules.findActive();
  }

  /** What there was on the first day. */
  public Opening opening() {
    return opening(active().map(views::dataset).orElseGet(data::dataset));
  }

  private Opening opening(Dataset dataset) {
    var known = opening;
    if (known == null || known.dataset() != dataset) {
      known = new Opening(dataset);
      opening = known;
    }
    return known;
  }

  /** The code under which the record is kept. */
  public String code() {
    return opening().code();
  }

  /** The sequence of the last entry that is committed; 0 where there is none. */
  public long sequence() {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(SEQUENCE)) {
      select.setString(1, code());
      try (var found = select.executeQuery()) {
        return found.next() ? found.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw new DatabaseAway(e);
    }
  }

  /** The books of the last day of which anything is known. Nobody may change them. */
  public Ledger ledger() {
    return books().ledger();
  }

  /** The books in the evening of a day. Nobody may change them. */
  public Ledger ledger(LocalDate day) {
    var books = books();
    var edge = books.ledger().asOf();
    var known = evening;
    if (known == null || known.books() != books || !known.day().equals(day)) {
      var until = edge == null || day.isBefore(edge) ? day : edge;
      known = new Evening(books, day, Ledger.of(books.opening(), books.entries(), until));
      evening = known;
    }
    return known.ledger();
  }

  /** The books in the evening of a day, as far as they were filed up to an entry. */
  public Ledger ledger(Dataset dataset, long sequence, LocalDate day) {
    var there = opening(dataset);
    var mission = there.code();
    var filed = entries.after(mission, 0).stream().filter(e -> e.sequence() <= sequence).toList();
    return Ledger.of(there, filed, day);
  }

  /** All entries, in the order of their filing. */
  public List<Entry> entries() {
    return books().entries();
  }

  /** The sequence of the books that are answered from. */
  public long booksSequence() {
    return books().sequence();
  }

  private Books books() {
    var there = opening();
    var known = latest;
    var mission = there.code();
    long from = known != null && known.opening() == there ? known.sequence() : 0;
    var more = entries.after(mission, from);
    if (known != null && known.opening() == there && more.isEmpty()) {
      return known;
    }
    var all = new ArrayList<Entry>(from == 0 ? List.of() : known.entries());
    all.addAll(more);
    long last = all.isEmpty() ? 0 : all.get(all.size() - 1).sequence();
    var made = new Books(there, last, List.copyOf(all), Ledger.of(there, all, null));
    latest = made;
    return made;
  }
}
