package org.drawdown.engine;

/**
 * The ways in which a plan can break a {@link Rule}, each with what its {@link Particulars} hold.
 */
public enum Breach {
  /** More loads have left a base than were packed by the evening before. */
  NOT_PACKED(Rule.PACKED_FIRST),
  /** A hub cannot ship all loads and fly all people home within the horizon. */
  HUB_NOT_CLEARED(Rule.ALL_MOVED_ONCE),
  /** A movement leaves a hub, whose loads and people go onward by carriers. */
  LEAVES_A_HUB(Rule.ALL_MOVED_ONCE),
  /** A lot is left behind at a hub. Names: the asset. */
  LEFT_BEHIND_AT_HUB(Rule.ALL_MOVED_ONCE),
  /**
   * A lot leaves or stays more or less than once. Names: the asset. Numbers: items and loads found,
   * items and loads of the lot.
   */
  LOT_NOT_MOVED_ONCE(Rule.ALL_MOVED_ONCE),
  /** A lot is left behind that may not be. Names: the asset. */
  MAY_NOT_STAY(Rule.ALL_MOVED_ONCE),
  /** A movement is twice in the plan. */
  STANDS_TWICE(Rule.ALL_MOVED_ONCE),
  /**
   * A lot is left behind while loads of lower priority leave. Names: the asset. Numbers: its
   * priority, and theirs.
   */
  STAYS_BEFORE_LOWER_PRIORITY(Rule.ALL_MOVED_ONCE),
  /** Travellers of a base leave more or less than once. */
  TRAVELLERS_NOT_MOVED_ONCE(Rule.ALL_MOVED_ONCE),
  /** The units of a movement do not add up to its people. */
  UNITS_DO_NOT_ADD_UP(Rule.ALL_MOVED_ONCE),
  /** People of a unit leave more or less than once. Names: the unit. */
  UNIT_NOT_MOVED_ONCE(Rule.ALL_MOVED_ONCE),
  /** A movement does not end at the hub of its base. Names: the hub. */
  WRONG_HUB(Rule.ALL_MOVED_ONCE),
  /** An airlift carries more than people. */
  AIRLIFT_WITH_CARGO(Rule.CONVOY_SIZE),
  /** A convoy names aircraft. */
  CONVOY_WITH_AIRCRAFT(Rule.CONVOY_SIZE),
  /** A convoy has fewer vehicles than loads. */
  FEWER_VEHICLES_THAN_LOADS(Rule.CONVOY_SIZE),
  /**
   * A convoy's assets do not add up to its loads. Numbers: loads and self-deploying loads as
   * listed, loads and self-deploying loads of its assets.
   */
  LOADS_DO_NOT_ADD_UP(Rule.CONVOY_SIZE),
  /** A convoy has more loads than the yard of its hub holds. */
  MORE_LOADS_THAN_YARD(Rule.CONVOY_SIZE),
  /** A convoy has more trucks than the pool ever has. */
  MORE_TRUCKS_THAN_POOL(Rule.CONVOY_SIZE),
  /** A convoy's legs are no simple path. Names: the hub, the leg that breaks it. */
  NO_SIMPLE_ROAD(Rule.CONVOY_SIZE),
  /** A convoy has no vehicle. */
  NO_VEHICLE(Rule.CONVOY_SIZE),
  /**
   * A convoy that is not final has fewer vehicles than the smallest, and more are still to leave.
   */
  CONVOY_TOO_SMALL(Rule.CONVOY_SIZE),
  /**
   * A convoy does not keep the calendar of paces. Days: of dispatch, of departure and arrival by
   * the calendar, of departure and arrival as given.
   */
  OFF_THE_CALENDAR(Rule.CONVOY_SIZE),
  /** A lot leaves after loads of lower priority. Names: the asset. */
  OUT_OF_PRIORITY(Rule.CONVOY_SIZE),
  /** A convoy's road does not end at its hub. Names: the hub. */
  ROAD_ENDS_ELSEWHERE(Rule.CONVOY_SIZE),
  /** A convoy has more vehicles than its base allows. */
  TOO_MANY_VEHICLES(Rule.CONVOY_SIZE),
  /** An airlift carries more people than a lot. */
  LOT_TOO_LARGE(Rule.SEATS),
  /** A convoy takes more or fewer people than its share. */
  NOT_ITS_SHARE(Rule.SEATS),
  /** An airlift carries more people than its aircraft have seats. */
  TOO_FEW_AIRCRAFT_SEATS(Rule.SEATS),
  /** A convoy carries more people than its vehicles have seats. */
  TOO_FEW_VEHICLE_SEATS(Rule.SEATS),
  /** Aircraft of an airlift fly more sorties than seat its people. */
  SORTIES_NOT_NEEDED(Rule.SEATS),
  /** More trucks of a hub are in use than stand there. Days: the first, the last. */
  TRUCKS_SHORT(Rule.TRUCKS),
  /** More escorts of a hub are in use than stand there. Days: the first, the last. */
  ESCORTS_SHORT(Rule.ESCORTS),
  /** A convoy has more or fewer escorts than a convoy takes. */
  WRONG_ESCORTS(Rule.ESCORTS),
  /** A hub's guard flies home while movements still pass through the hub or end there. */
  GUARD_LEAVES(Rule.GUARD),
  /** A movement sets out before the end of the preparation. Days: the first day. */
  BEFORE_FIRST_DAY(Rule.FIRST_DAY),
  /** Trucks and escorts are taken elsewhere than from one hub to another. */
  NOT_BETWEEN_HUBS(Rule.REPOSITION),
  /** Trucks that change their hub have somebody or something aboard. */
  REPOSITION_LADEN(Rule.REPOSITION),
  /** Neither trucks nor escorts change their hub. */
  REPOSITION_OF_NOTHING(Rule.REPOSITION),
  /** More trucks change their hub at once than a convoy may have. */
  REPOSITION_TOO_LARGE(Rule.REPOSITION),
  /** Trucks that change their hub drive along no simple road. Names: the hub. */
  REPOSITION_WITHOUT_ROAD(Rule.REPOSITION),
  /**
   * Trucks that change their hub do not keep the calendar of paces. Days: of dispatch, of arrival
   * by the calendar, of departure and arrival as given.
   */
  REPOSITION_OFF_THE_CALENDAR(Rule.REPOSITION),
  /** More convoys start on a route than it takes. Names: the route. Days: the first, the last. */
  ROUTE_FULL(Rule.ROUTE_SLOTS),
  /** More aircraft of a type fly than are there. Names: the type. Days: the first, the last. */
  AIRCRAFT_SHORT(Rule.AIRCRAFT),
  /** An airlift does not fly on one day. */
  NOT_ON_ONE_DAY(Rule.AIRCRAFT),
  /** An airlift names no aircraft of the mission. */
  NO_SUCH_AIRCRAFT(Rule.AIRCRAFT),
  /** More sorties are flown at an airfield than it takes. Days: the first, the last. */
  AIRFIELD_FULL(Rule.AIRFIELD_SLOTS),
  /** An aircraft cannot land at one of the ends. Names: the base. */
  CANNOT_LAND(Rule.RUNWAY),
  /** An aircraft flies farther than its range. */
  OUT_OF_RANGE(Rule.RANGE),
  /** An aircraft flies more sorties than it can in a day. */
  TOO_MANY_SORTIES(Rule.RANGE),
  /** A convoy drives against a restriction. Names: the route, the restriction. */
  DRIVES_AGAINST_RESTRICTION(Rule.RESTRICTIONS),
  /** A flight goes against a restriction. Names: the restriction. */
  FLIES_AGAINST_RESTRICTION(Rule.RESTRICTIONS),
  /** A yard holds more loads than it has room for. */
  YARD_OVERFULL(Rule.HUB_STORAGE),
  /** A base starts its handover before a movement through it, or to it, has arrived. */
  TRANSIT_CLOSED(Rule.TRANSIT_OPEN),
  /** A base starts its handover before its outpost is closed. Names: the outpost. */
  OUTPOST_STILL_OPEN(Rule.OUTPOSTS_FIRST),
  /** A drawdown does not begin with the first movement of its base. */
  DRAWDOWN_BEGIN(Rule.STAGE_ORDER),
  /** A base is never closed for good. */
  NEVER_CLOSED(Rule.STAGE_ORDER),
  /** A base has a rear party and no final withdrawal. */
  NO_FINAL_WITHDRAWAL(Rule.STAGE_ORDER),
  /** A base has no handover. */
  NO_HANDOVER(Rule.STAGE_ORDER),
  /** A base has a final withdrawal and no rear party. */
  NO_REAR_PARTY(Rule.STAGE_ORDER),
  /**
   * A stage does not follow the one before it. Names: the stage. Days: on which it begins, on which
   * it should.
   */
  STAGE_ON_ANOTHER_DAY(Rule.STAGE_ORDER),

  /** A stage ends before it begins. Names: the stage. Days: its beginning, its end. */
  STAGE_ENDS_BEFORE_IT_BEGINS(Rule.STAGE_ORDER),
  /** A stage before CLOSED has no end. Names: the stage. */
  STAGE_WITHOUT_END(Rule.STAGE_ORDER),
  /** A handover does not take the days of its steps. */
  HANDOVER_LENGTH(Rule.HANDOVER_STEPS),
  /** A hub starts its handover before all have left who are not of its rear party. */
  HUB_NOT_EMPTY(Rule.HANDOVER_STEPS),
  /** A movement that is not final leaves when the handover has begun. */
  LEAVES_AFTER_HANDOVER_BEGAN(Rule.HANDOVER_STEPS),
  /** A base does not close on the day on which its rear party leaves. */
  CLOSES_ON_ANOTHER_DAY(Rule.REAR_PARTY_LAST),
  /** A final convoy takes loads that do not drive themselves. Names: the asset. */
  LOADS_AFTER_HANDOVER(Rule.REAR_PARTY_LAST),
  /** A rear party leaves before the handover is signed. */
  REAR_PARTY_BEFORE_SIGNATURE(Rule.REAR_PARTY_LAST),
  /** A rear party keeps more vehicles than it needs. */
  REAR_PARTY_KEEPS_TOO_MUCH(Rule.REAR_PARTY_LAST),
  /** Vehicles leave that the rear party needs until it leaves itself. */
  REAR_PARTY_WITHOUT_VEHICLES(Rule.REAR_PARTY_LAST),
  /** The final movements of a base do not carry its rear party. */
  REAR_PARTY_NOT_CARRIED(Rule.REAR_PARTY_LAST),
  /** A hub's rear party does not find its seats on the day of closing. */
  REAR_PARTY_WITHOUT_SEATS(Rule.REAR_PARTY_LAST),
  /** A convoy does not reach its base within the horizon. */
  BASE_NOT_REACHED(Rule.HORIZON),
  /** A spoke closes after the hard deadline. */
  CLOSES_AFTER_HARD_DEADLINE(Rule.HORIZON),
  /** A base closes after the horizon. */
  CLOSES_AFTER_HORIZON(Rule.HORIZON),
  /** A convoy does not reach its hub within the horizon. */
  HUB_NOT_REACHED(Rule.HORIZON),
  /** A movement lies outside the horizon. */
  OUTSIDE_HORIZON(Rule.HORIZON),
  /** A handover that has begun is moved. Days: on which it began. */
  HANDOVER_HAS_BEGUN(Rule.PINNED),
  /** A movement of the past, frozen or pinned, is changed. */
  NOT_AS_IT_WAS(Rule.PINNED),
  /** A movement sets out before the first day that can still be changed. */
  SETS_OUT_TOO_SOON(Rule.PINNED);

  private final Rule rule;

  Breach(Rule rule) {
    this.rule = rule;
  }

  /** The rule that is broken. */
  public Rule rule() {
    return rule;
  }
}
