package org.drawdown.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.RowQuery;
import org.drawdown.api.page.SortKey;
import org.drawdown.api.problem.Refusal;
import org.drawdown.platform.StoredJson;
import org.drawdown.record.fact.Fact;
import org.drawdown.record.ledger.Entry;
import org.drawdown.record.ledger.EntryKind;
import org.drawdown.record.ledger.Intended;

/** The entries of records. */
@ApplicationScoped
public class RecordRepository implements PanacheRepositoryBase<RecordRow, RecordRow.Id> {

  private static final SortKey<RecordRow> ORDER =
      new SortKey<>("r.id.sequence", RecordRow::sequence, Long::valueOf);
  private static final Map<String, SortKey<RecordRow>> SORTS =
      Map.of("sequence", ORDER, "at", SortKey.instant("r.at", RecordRow::at));

  private final StoredJson json;

  RecordRepository(StoredJson json) {
    this.json = json;
  }

  /**
   * The filters of a request; null stands for any.
   *
   * @param from first mission day
   * @param to last mission day
   */
  public record Filter(
      EntryKind kind, String base, String movement, LocalDate from, LocalDate to) {}

  /** Keeps an entry, and says of the one that it corrects that it is. */
  void keep(String mission, Entry entry) {
    persist(
        new RecordRow(
            mission,
            entry,
            json.bytes(entry.fact()),
            entry.intended().isEmpty() ? null : json.bytes(entry.intended())));
    if (entry.corrects() != null) {
      flush();
      findById(new RecordRow.Id(mission, entry.corrects())).correctBy(entry.sequence());
    }
  }

  /** All entries behind one, in the order of their filing. */
  List<Entry> after(String mission, long sequence) {
    return list("id.mission = ?1 and id.sequence > ?2 order by id.sequence", mission, sequence)
        .stream()
        .map(this::entry)
        .toList();
  }

  private Entry entry(RecordRow row) {
    return new Entry(
        row.sequence(),
        row.kind(),
        row.at(),
        row.missionDay(),
        row.recordedAt(),
        row.actor(),
        row.base(),
        row.movement(),
        row.name(),
        row.corrects(),
        fact(row),
        row.intended() == null ? List.of() : json.readList(row.intended(), Intended.class));
  }

  private Fact fact(RecordRow row) {
    return json.read(row.body(), row.kind().type());
  }

  /** A page of entries as clients see them, in the order of their filing unless sorted. */
  public Page<EntryView> page(String mission, Filter filter, PageRequest request) {
    return query(mission, filter, request).map(this::view);
  }

  private Page<RecordRow> query(String mission, Filter filter, PageRequest request) {
    return new RowQuery<>(this, RecordRow.class)
        .equal("r.id.mission", mission)
        .equal("r.kind", filter.kind())
        .equal("r.base", filter.base())
        .equal("r.movement", filter.movement())
        .where("r.missionDay >= :from", "from", filter.from())
        .where("r.missionDay <= :to", "to", filter.to())
        .page(
            request,
            request.sort() == null ? ORDER : SORTS.get(request.field()),
            request.sort() != null && request.descending(),
            ORDER);
  }

  /** A page of entries with all that is kept of them. */
  Page<RecordedEntry> rows(String mission, Filter filter, PageRequest request) {
    return query(mission, filter, request).map(this::recorded);
  }

  /** An entry with all that is kept of it; 404 if there is none. */
  RecordedEntry recorded(String mission, long sequence) {
    return findByIdOptional(new RecordRow.Id(mission, sequence))
        .map(this::recorded)
        .orElseThrow(() -> Refusal.notFound(m -> m.noSuchEntry(String.valueOf(sequence))));
  }

  private RecordedEntry recorded(RecordRow row) {
    return new RecordedEntry(
        row.sequence(),
        row.kind(),
        row.at(),
        row.missionDay(),
        row.recordedAt(),
        row.actor(),
        row.base(),
        row.movement(),
        row.name(),
        row.corrects(),
        row.correctedBy(),
        fact(row));
  }

  /** An entry as clients see it. */
  EntryView view(RecordRow row) {
    return new EntryView(
        row.sequence(), row.recordedAt(), row.actor(), row.correctedBy(), fact(row));
  }

  /** An entry by its sequence, if it is of a kind. */
  public Optional<EntryView> find(String mission, EntryKind kind, String movement, long sequence) {
    return findByIdOptional(new RecordRow.Id(mission, sequence))
        .filter(r -> r.kind() == kind)
        .filter(r -> movement == null || movement.equals(r.movement()))
        .map(this::view);
  }

  /** The last entry of a kind that has a name. */
  public Optional<EntryView> named(String mission, EntryKind kind, String name) {
    return find(
            "id.mission = ?1 and kind = ?2 and name = ?3 order by id.sequence desc",
            mission,
            kind,
            name)
        .page(0, 1)
        .firstResultOptional()
        .map(this::view);
  }
}
