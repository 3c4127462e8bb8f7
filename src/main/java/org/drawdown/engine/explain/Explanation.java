package org.drawdown.engine.explain;

import java.util.List;
import java.util.Map;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Term;

/**
 * Why a plan is as it is.
 *
 * @param chains for each site what holds its closing, from the closing back to the start
 * @param floats for each movement the days by which it can go later with all else as it is, no rule
 *     broken and no closing moved
 * @param late movements whose loads leave late, each with what holds it
 * @param latePeople people who fly home from a hub after the deadline, with what holds them
 * @param shares for each term what each site contributes; they add up to the term's amount
 * @param lateFrom for each hub the late person-days of PEOPLE_LATE by the site that the people came
 *     from; null for a spoke
 */
public record Explanation(
    List<List<Link>> chains,
    List<Slack> floats,
    List<Late> late,
    List<LatePeople> latePeople,
    Map<Term, long[]> shares,
    List<long[]> lateFrom) {

  /** The float of a movement, in days. */
  public record Slack(Movement movement, int days) {}

  /** People who fly home late from a hub, the last of them by so many days. */
  public record LatePeople(int people, int days, Link why) {}

  /** Loads that leave late by some days, and what their convoy waits for. */
  public record Late(Movement movement, int days, Link why) {}
}
