package org.drawdown.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A mission to withdraw, with the assumptions already applied: all that planning reads, and nothing
 * else. Days run from 0 to {@code horizon}, both included. References between things are positions
 * in the lists.
 *
 * @param horizon last day on which anything but CLOSED may happen
 * @param deadline the withdrawal deadline; may lie after the horizon
 * @param firstMove the first day on which anything may be dispatched, shipped or flown home
 * @param contractsEnd the last day of the contracts of national staff; they separate on the next
 * @param seasonOfDay for each day the position of its season in the legs' paces, 0 being DRY
 * @param trucks for each site and day the trucks that its windows of the pool have; a row of no
 *     days where it has none, as all have that are no hubs
 * @param escorts likewise
 * @param weights the weight of every term, none negative
 * @param mayLeaveBehind whether loads may be written off, priority 1 excepted
 * @param hardDeadline whether every spoke must be closed by the deadline, loads of any priority
 *     being left behind for it
 * @param history what a replan has to keep, or null where nothing has happened yet
 */
public record Problem(
    int horizon,
    int deadline,
    int firstMove,
    int contractsEnd,
    int[] seasonOfDay,
    ConvoyRules convoy,
    AirRules air,
    int[][] trucks,
    int[][] escorts,
    List<Site> sites,
    List<Leg> legs,
    List<Restriction> restrictions,
    List<AircraftType> aircraft,
    List<AirService> airServices,
    Map<Term, Long> weights,
    boolean mayLeaveBehind,
    boolean hardDeadline,
    History history) {

  /** No limit: larger than any count that a mission can reach. */
  public static final int UNLIMITED = 1_000_000_000;

  /** Longest list of alternative roads that the planner considers for one base. */
  public static final int PATHS = 3;

  public Problem {
    sites = List.copyOf(sites);
    legs = List.copyOf(legs);
    restrictions = List.copyOf(restrictions);
    aircraft = List.copyOf(aircraft);
    airServices = List.copyOf(airServices);
  }

  /** This problem after something has happened. */
  public Problem after(History happened) {
    var draft = draft();
    draft.history = happened;
    return draft.problem();
  }

  /** A copy of which single things can be changed. */
  public Draft draft() {
    return new Draft(this);
  }

  /** A problem in the making: what is not changed stays as it is in the one it is a copy of. */
  public static final class Draft {
    public int horizon;
    public int deadline;
    public int firstMove;
    public int contractsEnd;
    public int[] seasonOfDay;
    public ConvoyRules convoy;
    public AirRules air;
    public int[][] trucks;
    public int[][] escorts;
    public List<Site> sites;
    public List<Leg> legs;
    public List<Restriction> restrictions;
    public List<AircraftType> aircraft;
    public List<AirService> airServices;
    public Map<Term, Long> weights;
    public boolean mayLeaveBehind;
    public boolean hardDeadline;
    public History history;

    private Draft(Problem p) {
      horizon = p.horizon;
      deadline = p.deadline;
      firstMove = p.firstMove;
      contractsEnd = p.contractsEnd;
      seasonOfDay = p.seasonOfDay;
      convoy = p.convoy;
      air = p.air;
      trucks = p.trucks;
      escorts = p.escorts;
      sites = p.sites;
      legs = p.legs;
      restrictions = p.restrictions;
      aircraft = p.aircraft;
      airServices = p.airServices;
      weights = p.weights;
      mayLeaveBehind = p.mayLeaveBehind;
      hardDeadline = p.hardDeadline;
      history = p.history;
    }

    /** The problem as it now stands. */
    public Problem problem() {
      return new Problem(
          horizon,
          deadline,
          firstMove,
          contractsEnd,
          seasonOfDay,
          convoy,
          air,
          trucks,
          escorts,
          sites,
          legs,
          restrictions,
          aircraft,
          airServices,
          weights,
          mayLeaveBehind,
          hardDeadline,
          history);
    }
  }

  /** The first day on which anything that is still to be planned may set out. */
  public int firstDay() {
    return history == null ? Math.max(0, firstMove) : Math.max(history.from(), firstMove);
  }

  /** The movements that stay as they are, of all sites. */
  public List<Plan.Movement> fixed() {
    return history == null ? List.of() : history.fixed();
  }

  /** The weight of a term; 0 where none is given. */
  public long weight(Term term) {
    return weights.getOrDefault(term, 0L);
  }

  /** The largest number of trucks that all hubs have together on any day. */
  public int largestTruckPool() {
    return Arrays.stream(inAll(trucks)).max().orElse(0);
  }

  /**
   * What all hubs have together on each day of one of the pools.
   *
   * @param pool {@link #trucks} or {@link #escorts}
   */
  public int[] inAll(int[][] pool) {
    int[] sum = new int[horizon + 1];
    for (int[] hub : pool) {
      for (int d = 0; d < hub.length; d++) {
        sum[d] = Math.min(UNLIMITED, sum[d] + hub[d]);
      }
    }
    return sum;
  }

  /**
   * The most vehicles that a convoy of this spoke may have, its trucks limited besides by {@link
   * #largestTruckPool()} and its loads by the hub's storage.
   */
  public int maxVehicles(Site spoke) {
    return spoke.maxVehicles() > 0 ? spoke.maxVehicles() : convoy.maxVehicles();
  }

  /** How convoys are made up; every number is at least 0, the first three at least 1. */
  public record ConvoyRules(
      int minVehicles, int maxVehicles, int seatsPerVehicle, int loadingDays, int escorts) {}

  /**
   * How people are flown: people in a lot, flying hours of a day, hours on the ground each stop.
   */
  public record AirRules(int lotSize, double hoursPerDay, double turnaroundHours) {}

  /**
   * A base.
   *
   * @param latitude in degrees, not a number where the place is unknown: nothing flies there
   * @param longitude likewise
   * @param hub position of the hub that it drains to, or -1 for a hub
   * @param parent position of the base that it is an outpost of, or -1
   * @param threat 1 to 5
   * @param packing loads packed a day, {@link #UNLIMITED} where nothing limits it
   * @param rearParty people who stay to the end, never more than the travellers
   * @param handoverDays days of the handover steps together, at least 1
   * @param storage loads that a hub's yard holds
   * @param onward loads that a hub ships a day
   * @param charterSeats people that a hub flies home a day
   * @param maxVehicles of a convoy, 0 for the mission's default
   * @param windowFrom first day on which it should close, by what is agreed or else by its phase;
   *     -1 or 0 where any day will do
   * @param windowEnd last day on which it should close, below 0 where that was before the start;
   *     {@link #UNLIMITED} where any day will do
   * @param guard own travellers who stay at a hub while movements pass through or end there
   * @param missedUntil for each service that ends with the base and that nobody has taken over by
   *     then the last day on which it would be missed
   */
  public record Site(
      String code,
      double latitude,
      double longitude,
      int hub,
      int parent,
      int threat,
      int packing,
      int rearParty,
      int handoverDays,
      Airfield airfield,
      int storage,
      int onward,
      int charterSeats,
      boolean liquidation,
      int maxVehicles,
      int windowFrom,
      int windowEnd,
      int guard,
      List<Lot> lots,
      List<Party> parties,
      List<Integer> missedUntil) {

    public Site {
      lots = List.copyOf(lots);
      parties = List.copyOf(parties);
      missedUntil = List.copyOf(missedUntil);
    }

    /** This base with other contents. */
    public Site with(List<Lot> otherLots, List<Party> otherParties, int rear, int guarding) {
      return new Site(
          code,
          latitude,
          longitude,
          hub,
          parent,
          threat,
          packing,
          rear,
          handoverDays,
          airfield,
          storage,
          onward,
          charterSeats,
          liquidation,
          maxVehicles,
          windowFrom,
          windowEnd,
          guarding,
          otherLots,
          otherParties,
          missedUntil);
    }

    /** The last day on which a load may leave without being late. */
    public int due(int deadline) {
      return Math.min(windowEnd, deadline);
    }

    /** Days by which a closing is after the end of its window. */
    public int daysLate(int closing) {
      return Math.max(0, closing - windowEnd);
    }

    /** Days that services are missed if the base closes on a day, over all services. */
    public long serviceDays(int closing) {
      long days = 0;
      for (int until : missedUntil) {
        days += Math.max(0, until - closing);
      }
      return days;
    }

    /** Whether carriers take loads, and charter flights people, from here to an exit. */
    public boolean isHub() {
      return hub < 0;
    }

    /** Loads that move. */
    public int loads() {
      return lots.stream().mapToInt(Lot::loads).sum();
    }

    /** People who travel: all but national staff. */
    public int travellers() {
      return parties.stream()
          .filter(p -> p.kind() != PartyKind.NATIONAL)
          .mapToInt(Party::strength)
          .sum();
    }

    /** National staff, who separate when the handover begins. */
    public int nationalStaff() {
      return parties.stream()
          .filter(p -> p.kind() == PartyKind.NATIONAL)
          .mapToInt(Party::strength)
          .sum();
    }
  }

  /**
   * Where aircraft land. A base without an airfield has a helicopter landing site, with a runway of
   * 0 m.
   */
  public record Airfield(int runwayM, String surface, int sortiesPerDay, boolean fuel) {}

  /**
   * A quantity of one thing that has to move.
   *
   * @param loadsPerItem truckloads an item; 1 where it drives itself
   * @param priority 1, first, to 5
   */
  public record Lot(
      String asset,
      int quantity,
      BigDecimal loadsPerItem,
      boolean selfDeploying,
      int priority,
      boolean contingentOwned,
      long valueUsd) {

    /** Loads of the whole lot. */
    public int loads() {
      return loadsOf(quantity);
    }

    /** Loads of the first {@code items} items: each begun load counts as one. */
    public int loadsOf(int items) {
      return selfDeploying
          ? items
          : loadsPerItem
              .multiply(BigDecimal.valueOf(items))
              .setScale(0, RoundingMode.CEILING)
              .intValueExact();
    }

    /** Whole items in the first {@code loads} loads; all of them when no load is missing. */
    public int itemsOf(int loads) {
      if (selfDeploying || loads >= loads()) {
        return selfDeploying ? loads : quantity;
      }
      return Math.min(
          quantity,
          BigDecimal.valueOf(loads).divide(loadsPerItem, 0, RoundingMode.FLOOR).intValueExact());
    }
  }

  /** A unit or section at a base. */
  public record Party(String unit, PartyKind kind, int strength) {}

  /** The order in which people travel: uniformed first; national staff do not travel. */
  public enum PartyKind {
    UNIFORMED,
    INTERNATIONAL,
    NATIONAL
  }

  /**
   * A leg of road, used both ways.
   *
   * @param from position of a site, or -1 minus the position of a place that is none
   * @param to likewise
   * @param metres its length
   * @param metresPerDay pace by season
   * @param convoysPerDay convoys that may start on it in a day
   * @param threat 1 to 5
   */
  public record Leg(
      String id,
      int from,
      int to,
      long metres,
      long[] metresPerDay,
      int convoysPerDay,
      int threat) {

    /** The end that is not this one. */
    public int other(int place) {
      return place == from ? to : from;
    }
  }

  /**
   * A window in which something may not move.
   *
   * @param legs positions of the legs, with {@code sites} empty: everywhere
   * @param road whether it holds convoys
   * @param air whether it holds flights
   * @param onward whether it holds or cuts the onward flows of its sites
   * @param charter whether it holds or cuts the charter flights of its sites
   * @param factor what is left of the flows' capacity, 0 to 1
   */
  public record Restriction(
      String id,
      int from,
      int to,
      List<Integer> legs,
      List<Integer> sites,
      boolean everywhere,
      boolean road,
      boolean air,
      boolean onward,
      boolean charter,
      double factor) {}

  /**
   * Flights that the mission runs anyway. Their aircraft are not there for airlifts from day 0 to
   * the earliest of {@code until}, the closing of either end, and the last day on which the type is
   * there.
   *
   * @param from position of a site
   * @param to likewise
   * @param type position of the aircraft type
   * @param aircraft how many of them it uses every day
   * @param until its last day
   */
  public record AirService(String id, int from, int to, int type, int aircraft, int until) {}

  /**
   * All aircraft of one type; UNMANNED are none.
   *
   * @param surfaces what a fixed wing accepts; a rotary wing needs none
   * @param available for each day how many are there
   */
  public record AircraftType(
      String type,
      boolean rotaryWing,
      int seats,
      double rangeKm,
      double cruiseSpeedKmh,
      int minRunwayM,
      List<String> surfaces,
      int[] available) {

    /** The last day on which one is there, -1 if none ever is. */
    public int lastDay() {
      int day = available.length - 1;
      while (day >= 0 && available[day] == 0) {
        day--;
      }
      return day;
    }
  }
}
