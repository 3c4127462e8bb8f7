package org.drawdown.engine;

/**
 * The rules of a valid schedule (planning model, "Rules"). Search, verifier, explanation and API
 * share this list.
 */
public enum Rule {
  /**
   * Loads are packed at the base's daily rate, in the order in which they leave; only what was
   * packed by the evening before may go.
   */
  PACKED_FIRST,
  /**
   * Every load that moves and every traveller leaves exactly once, or the load is left behind where
   * that is allowed, lowest priority first.
   */
  ALL_MOVED_ONCE,
  /**
   * A convoy keeps to its smallest and largest size, has a vehicle for every load, drives a road
   * between base and hub, and takes the loads in order of priority.
   */
  CONVOY_SIZE,
  /**
   * People ride or fly only on the seats that their vehicles or aircraft have, and each convoy
   * takes its share of those still to leave.
   */
  SEATS,
  /** At no hub and on no day are more trucks in use than stand there. */
  TRUCKS,
  /**
   * At no hub and on no day are more escorts in use than stand there; each convoy has its number.
   */
  ESCORTS,
  /** While movements pass through a hub or end there, its own guard stays. */
  GUARD,
  /** Before the end of the preparation nothing is dispatched, shipped or flown home. */
  FIRST_DAY,
  /**
   * Trucks and escorts change their hub by a drive along a road, on the calendar of paces, with
   * nobody and nothing aboard.
   */
  REPOSITION,
  /** On no day do more convoys start on a leg than it can take. */
  ROUTE_SLOTS,
  /** On no day do more aircraft of a type fly than are there and not on air services. */
  AIRCRAFT,
  /** The sorties of a day at an airfield, at either end, keep within its number. */
  AIRFIELD_SLOTS,
  /** An aircraft lands only where the runway is long enough and of a surface it accepts. */
  RUNWAY,
  /** An aircraft can reach the base and return, or refuel there, within its hours of the day. */
  RANGE,
  /** Nothing moves where and when a restriction forbids it. */
  RESTRICTIONS,
  /** A hub's yard never holds more than it has room for. */
  HUB_STORAGE,
  /**
   * A base that movements pass through, and a hub, start their handover only after the last of them
   * has arrived.
   */
  TRANSIT_OPEN,
  /** An outpost is closed before its parent's handover begins. */
  OUTPOSTS_FIRST,
  /**
   * Preparation, drawdown, handover, final withdrawal and closed follow one another without gap or
   * overlap, each beginning and ending with what it is named for.
   */
  STAGE_ORDER,
  /**
   * The handover lasts as long as its steps and begins only when all but the rear party have left.
   */
  HANDOVER_STEPS,
  /** The rear party leaves after the handover, by the final movement, and last. */
  REAR_PARTY_LAST,
  /** Nothing happens before the start date, and nothing but closed after the horizon's end. */
  HORIZON,
  /** The past and the frozen days stay as they were. */
  PINNED
}
