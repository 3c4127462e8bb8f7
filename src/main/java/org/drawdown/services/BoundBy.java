package org.drawdown.services;

/** What a service ends with; of several on one day the first counts. */
enum BoundBy {
  /** The mandate for its kind. */
  MANDATE,
  /** What the record says. */
  ACTUAL,
  /** The closing of its base. */
  CLOSURE,
  /** The leaving of the people whom it needs. */
  STAFF,
  /** The release of the aircraft that it needs. */
  AIRCRAFT,
  /** The end of the contracts. */
  CONTRACT
}
