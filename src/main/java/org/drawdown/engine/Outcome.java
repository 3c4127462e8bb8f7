package org.drawdown.engine;

import java.util.List;

/**
 * The outcome of planning.
 *
 * @param plan the best plan found, or null
 * @param broken where there is neither a plan nor a proof that there is none, a plan that breaks
 *     rules; null otherwise
 * @param objective its objective
 * @param conflicts where no plan can exist, a smallest set of facts that make it so; empty
 *     otherwise
 * @param closings for each site how firm its closing is; empty without a plan
 */
public record Outcome(
    Plan plan,
    Broken broken,
    long objective,
    Bound bound,
    List<Conflict> conflicts,
    List<ClosingRange> closings,
    Statistics statistics) {

  /**
   * A plan that breaks rules.
   *
   * @param problem the mission with a horizon that has room for it; it may break rules there too
   */
  public record Broken(Plan plan, Problem problem) {}

  /**
   * How firm the closing of a site is.
   *
   * @param first the earliest day on which it closes in a valid plan seen whose objective is at
   *     most one per cent above the one kept
   * @param last the latest such day
   */
  public record ClosingRange(int first, int last) {}

  /**
   * One of a smallest set of facts that no plan can meet together: without any one of them the
   * proof falls.
   *
   * @param rule the rule that it speaks for
   * @param site the base that it is about, or -1
   * @param subject the restriction or air service that it is, or null
   * @param particulars what else its sentence names, as the fact says
   * @param relief the least change of this fact alone with which a plan was found, or null if with
   *     this fact given up altogether none was found
   */
  public record Conflict(
      Fact fact, Rule rule, int site, String subject, Particulars particulars, Relief relief) {}

  /** How far a fact has to give way: so many trucks, days or loads; 0 where it is given up. */
  public record Relief(long amount) {}

  /** Kinds of facts that can be in each other's way. */
  public enum Fact {
    /** A hub has only so many trucks. Numbers: the most that it has on a day. */
    TRUCKS,
    /** A hub has only so many escorts. Numbers: the most that it has on a day. */
    ESCORTS,
    /** Nothing may move before a day. Days: that day. */
    FIRST_DAY,
    /** A hub's guard stays while movements come. Numbers: its people. */
    GUARD,
    /** An air service has aircraft. Numbers: how many. */
    AIR_SERVICE,
    /** No convoy may be smaller than that. Numbers: vehicles. */
    SMALLEST_CONVOY,
    /** A restriction holds to its last day. Days: its first and last within the horizon. */
    RESTRICTION,
    /** All has to be over by the horizon's end. Days: that day. */
    HORIZON,
    /** Every spoke has to be closed by the deadline. Days: that day. */
    HARD_DEADLINE,
    /** No load may be left behind. */
    NO_WRITE_OFF,
    /** The yard of a hub holds only so many loads. Numbers: the loads. */
    STORAGE,
    /** Carriers take only so many loads a day from a hub. Numbers: the loads. */
    ONWARD,
    /** Charter flights take only so many people a day home from a hub. Numbers: the people. */
    CHARTER,
    /** A base packs only so many loads a day. Numbers: the loads. */
    PACKING,
    /** A base has the roads that it has. Names: its hub. */
    ROAD,
    /** A base has to be emptied. Numbers: its loads, its people. */
    CONTENTS,
    /** A rear party stays to the end. Numbers: its people. */
    REAR_PARTY,
    /** An outpost closes before its parent. Names: the parent. */
    OUTPOST
  }

  /** Why the search ended. */
  public enum StoppedBy {
    TIME_LIMIT,
    ITERATION_LIMIT,
    TARGET_GAP,
    REQUEST,
    INFEASIBLE
  }

  /**
   * How the search went.
   *
   * @param firstValidAfterMs milliseconds to the first valid plan, -1 if there was none
   * @param iterations plans built
   */
  public record Statistics(
      long firstValidAfterMs,
      long iterations,
      long iterationsPerSecond,
      int threads,
      StoppedBy stoppedBy) {}
}
