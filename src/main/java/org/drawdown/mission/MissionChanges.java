package org.drawdown.mission;

/**
 * Changes to single parts of the mission's data. Each is held against all other writers and checked
 * with what stands around it. Use inside a transaction.
 */
public interface MissionChanges {

  /** Holds the mission against other writers; 404 if there is none. */
  void hold();

  /** Adds a document; 409 if its name is taken. */
  <E extends MissionRow<D>, D> E create(MissionList<E, D, ?> list, D document);

  /** Replaces the document of a row. */
  <E extends MissionRow<D>, D> void replace(MissionList<E, D, ?> list, E row, D document);

  /** Deletes a row; 409 if something else names it. */
  <E extends MissionRow<D>, D> void delete(MissionList<E, D, ?> list, E row);
}
