package org.drawdown.mission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drawdown.api.problem.Refusal;

/**
 * One list of the mission's data.
 *
 * @param <E> its rows
 * @param <D> the dataset's record that a row keeps
 * @param <K> the type of its primary key
 */
public abstract class MissionList<E extends MissionRow<D>, D, K>
    implements PanacheRepositoryBase<E, K> {

  private static final int BATCH = 500;

  private final ListKind<E, D> kind;

  protected MissionList(ListKind<E, D> kind) {
    this.kind = kind;
  }

  /** Tells this list from the others. */
  public ListKind<E, D> kind() {
    return kind;
  }

  /** Fills a row with a document. */
  protected abstract void fill(E row, D document);

  /** The primary key that a name stands for, or null if it can be none. */
  protected abstract K id(String key);

  /** The row of a name, if there is one. */
  public Optional<E> findRow(String key) {
    var id = id(key);
    return id == null ? Optional.empty() : findByIdOptional(id);
  }

  /** The row of a name; 404 if there is none. */
  public E getRow(String key) {
    return findRow(key).orElseThrow(() -> Refusal.notFound(kind.missing(key)));
  }

  /** Whether a name is taken. */
  public boolean isTaken(String key) {
    return findRow(key).isPresent();
  }

  /** All documents in the order of the dataset. */
  public List<D> documents() {
    return list("order by listOrder").stream().map(MissionRow::document).toList();
  }

  /** Adds a document behind all others. */
  public E add(D document) {
    var last = find("order by listOrder desc").page(0, 1).firstResult();
    var row = kind.row().apply(document);
    row.standBehind(last);
    fill(row, document);
    persist(row);
    flush();
    return row;
  }

  /** Adds many documents behind all others; returns them as they are now kept. */
  public List<D> addBehind(List<D> documents) {
    var last = find("order by listOrder desc").page(0, 1).firstResult();
    var kept = new ArrayList<D>(documents.size());
    MissionRow<D> before = last;
    for (var document : documents) {
      var row = kind.row().apply(document);
      row.standBehind(before);
      fill(row, document);
      persist(row);
      kept.add(row.document());
      before = row;
    }
    flush();
    return kept;
  }

  /** Replaces the document of a row. */
  public void replace(E row, D document) {
    fill(row, document);
    flush();
  }

  /** A new row of a document, at a place of the list. */
  protected E filled(D document, int place) {
    var row = kind.row().apply(document);
    row.standAt(place);
    fill(row, document);
    return row;
  }

  /** Adds documents to the list while it is empty; returns them as they are now kept. */
  public List<D> addAll(List<D> documents) {
    var kept = new ArrayList<D>(documents.size());
    for (int i = 0; i < documents.size(); i++) {
      var row = filled(documents.get(i), i);
      persist(row);
      kept.add(row.document());
      if (i % BATCH == BATCH - 1) {
        flush();
        getEntityManager().clear();
      }
    }
    flush();
    return kept;
  }
}
