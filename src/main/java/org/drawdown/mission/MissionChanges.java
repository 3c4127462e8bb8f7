package org.drawdown.mission;

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
}
