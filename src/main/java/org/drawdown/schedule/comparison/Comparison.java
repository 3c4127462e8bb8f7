package org.drawdown.schedule.comparison;

import java.time.LocalDate;
import java.util.List;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.Term;
import org.drawdown.language.Text;
import org.drawdown.schedule.ScheduleState;

/**
 * A schedule beside another, what is {@code other} being of the other one. Differences are those of
 * the schedule against the other: below 0 where it has less, or is sooner.
 *
 * @param sentence the whole in one sentence
 * @param assumptions that differ
 * @param objective of both, without what it costs to change a plan
 * @param movements that go otherwise, by their ids
 */
record Comparison(
    Side schedule,
    Side other,
    Text sentence,
    List<Assumed> assumptions,
    List<Compared> terms,
    Costs objective,
    List<Closing> closures,
    Movements movements) {

  /**
   * One of the two.
   *
   * @param completion null where every base stays for liquidation
   */
  record Side(String id, String name, ScheduleState state, LocalDate completion) {}

  /** An assumption that differs; null where a schedule has none. */
  record Assumed(String assumption, Object value, Object other) {}

  /** A term of both. */
  record Compared(Term term, long amount, long otherAmount, long cost, long otherCost) {}

  /** Costs of both, in the weights of each. */
  record Costs(long cost, long otherCost, long difference) {}

  /**
   * When a base closes; null where a schedule does not know it.
   *
   * @param days by which it closes later, below 0 if sooner; null unless both know it
   */
  record Closing(String base, LocalDate closedOn, LocalDate otherClosedOn, Long days) {}

  /** Movements that go on the same days and road with as many vehicles, and those that do not. */
  record Movements(int kept, int moved, int added, int dropped, List<Changed> changes) {}

  /** A movement that goes otherwise; days are null where it is not there. */
  record Changed(
      String movement,
      String base,
      Kind kind,
      Change change,
      LocalDate dispatched,
      LocalDate otherDispatched) {}

  /** How a movement goes otherwise. */
  enum Change {
    /** On another day or road, or with another number of vehicles or other aircraft. */
    MOVED,
    /** It is not in the other schedule. */
    ADDED,
    /** It is only in the other schedule. */
    DROPPED
  }
}
