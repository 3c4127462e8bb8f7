package org.drawdown.situation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.record.fact.Parts;
import org.drawdown.record.fact.Report;
import org.drawdown.record.fact.SignedStep;
import org.drawdown.record.ledger.Column;
import org.drawdown.record.ledger.Site;
import org.drawdown.schedule.request.Assumptions.AssumedRestriction;

/**
 * The mission in the evening of a day.
 *
 * @param asOf the last day of which anything is known; null while nothing is
 * @param schedule id of the one in force; null where none is
 * @param recordSequence the last entry of the record that it is made from
 * @param published the latest figure that was published, with its difference; null without one
 * @param forecast null where there is no schedule in force, or it leads to no end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Situation(
    LocalDate on,
    LocalDate asOf,
    Basis basis,
    String schedule,
    long recordSequence,
    Totals totals,
    Map<String, Base> bases,
    Map<String, UnderWay> underWay,
    List<Overdue> overdue,
    Clearances permissions,
    List<AssumedRestriction> restrictions,
    Incidents incidents,
    Transport transport,
    Published published,
    Forecast forecast) {

  /** What an answer rests on. */
  enum Basis {
    /** Nothing was reported: it is the plan. */
    PLAN,
    /** What was reported. */
    RECORD,
    /** What becomes of the plan from what was reported. */
    FORECAST
  }

  /** Sums over the mission. */
  record Totals(Bases bases, People people, Loads loads) {}

  /** Bases, outposts too. */
  record Bases(int open, int closed, int handedOver, int vacated) {}

  /**
   * Travellers, but for {@code national}.
   *
   * @param remaining at bases and on the road
   */
  record People(
      int atBases,
      int onRoad,
      int gone,
      int goneUniformed,
      int goneInternational,
      int remaining,
      int national,
      int dead,
      int missing,
      int unexplained) {}

  /** Loads that have to move. */
  record Loads(
      int atBases,
      int inYards,
      int onRoad,
      int gone,
      int lost,
      long lostUsd,
      int transferred,
      int unexplained) {}

  /**
   * A base.
   *
   * @param planned what the schedule in force has on the day; null without one
   * @param variance actual less planned; null without a schedule
   * @param people the people who are there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Base(
      State planned,
      State actual,
      Variance variance,
      Present people,
      Closing closure,
      Handover handover) {}

  /** The state of a base. */
  record State(Stage stage, int people, int loads) {}

  /** How a base differs from its plan. */
  record Variance(int people, int loads) {}

  /** People at a base. */
  record Present(int present, int uniformed, int international, int national) {}

  /**
   * When a base closes.
   *
   * @param planned by the schedule in force
   * @param actual null while it is open
   * @param forecast null where it is closed, or nothing is forecast
   * @param daysLate of what it is, or will be, against the plan; below 0 if early
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Closing(
      LocalDate planned,
      LocalDate actual,
      LocalDate forecast,
      Long daysLate,
      Site.Manner manner,
      Parts.Receiver receivedBy,
      Parts.Receiver occupiedBy) {}

  /** How far the handover of a base is. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Handover(
      SignedStep.Step next,
      List<SignedStep.Step> signed,
      String blockedBy,
      Parts.Receiver receivedBy) {}

  /**
   * A movement on the road.
   *
   * @param cover REFUSED where aircraft may not fly above it; null where nobody asked
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UnderWay(
      Column.State state,
      String base,
      String destination,
      Instant since,
      Report.Place place,
      int people,
      int loads,
      Integer vehicles,
      int injured,
      LocalDate plannedArrival,
      String cover) {}

  /**
   * A planned movement that has not set out though its day is over.
   *
   * @param blockedBy id of a permission, restriction or incident that held it up; or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Overdue(
      String movement, String base, LocalDate plannedDeparts, long days, String blockedBy) {}

  /** Ids of permissions whose window has the day. */
  record Clearances(List<String> pending, List<String> refused, List<String> dueToday) {}

  /** Incidents of the day, and what they have cost so far. */
  record Incidents(List<String> today, int injured, int killed, int missing) {}

  /** Trucks and escorts on the day. */
  record Transport(int trucksInUse, int trucksIdle, int trucksHeld, int escortsInUse) {}

  /** A figure that was published. */
  record Published(int peopleGone, Instant at, int difference) {}

  /** When it all ends. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Forecast(LocalDate completion, List<ForecastClosure> closures) {}

  /** When a base closes. */
  record ForecastClosure(String base, LocalDate closedOn) {}
}
