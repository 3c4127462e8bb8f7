package org.drawdown.mission;

import java.util.List;
import org.drawdown.dataset.Dataset;

/**
 * Changes to single parts of the mission's data. Each is held against all other writers and checked
 * with what stands around it. Use inside a transaction.
 */
public interface MissionChanges {

  /** Holds the mission against other writers, and returns its data; 404 if there is none. */
  Dataset hold();

  /**
   * A row, and the mission's data with it.
   *
   * @param <E> the kind of row
   */
  record Change<E>(E row, Dataset dataset) {}

  /** Adds a document; 409 if its name is taken. */
  <E extends MissionRow<D>, D> Change<E> create(MissionList<E, D, ?> list, D document);

  /** Replaces the document of a row; returns the mission's data with it. */
  <E extends MissionRow<D>, D> Dataset replace(MissionList<E, D, ?> list, E row, D document);

  /** Deletes a row; 409 if something else names it. */
  <E extends MissionRow<D>, D> void delete(MissionList<E, D, ?> list, E row);

  /**
   * What became of many documents.
   *
   * @param unchanged those that were there as they are
   */
  record Counts(int created, int replaced, int unchanged) {}

  /**
   * Adds many documents, or replaces those that are there; checked together, all or none.
   *
   * @throws org.drawdown.api.problem.Refusal whose pointers are {@code /<list>/<n>}, by the
   *     position among these documents
   */
  <E extends MissionRow<D>, D> Counts putAll(MissionList<E, D, ?> list, List<D> documents);
}
