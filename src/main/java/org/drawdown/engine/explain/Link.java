package org.drawdown.engine.explain;

import org.drawdown.engine.Rule;

/**
 * One fact in the chain that holds a date. Days are counted from day 0; -1, null or an empty string
 * stand for what does not apply.
 *
 * @param cause what kind of fact it is
 * @param rule the rule that makes it bind; null for the start and a choice
 * @param site the base that it is about
 * @param movement the movement that waits, or null where a base does
 * @param day the day on which what waits happens: a dispatch, a first day of handover, a closing
 * @param resource what is short: a pool, an aircraft type, a route, a restriction, an airfield
 * @param from first day of the window in which it cannot happen
 * @param to last day of it
 * @param heldBy the movement that has to come first, or that has the resource
 */
public record Link(
    Cause cause,
    Rule rule,
    int site,
    String movement,
    int day,
    String resource,
    int from,
    int to,
    String heldBy) {

  /** Kinds of facts. */
  public enum Cause {
    /** The base closes when its rear party leaves. */
    REAR_PARTY,
    /** A base without a rear party closes with the last step of its handover. */
    LAST_STEP,
    /** The rear party waits for the handover to be signed. */
    HANDOVER,
    /** The handover waits for the last movement to leave. */
    LAST_TO_LEAVE,
    /** The handover waits for a movement that passes through the base or ends there. */
    TRANSIT,
    /** The handover waits for an outpost to close. */
    OUTPOST,
    /** The handover of a hub waits for its yard and its own loads to be shipped. */
    ONWARD,
    /** The handover of a hub waits for people to be flown home. */
    CHARTER,
    /** A movement brought the loads or people that a hub ships or flies at its full rate. */
    FEEDER,
    /** Loads have to be packed first. */
    PACKING,
    /** The loads before it have to leave first. */
    ORDER,
    /** No truck is free. */
    TRUCKS,
    /** No escort is free. */
    ESCORTS,
    /** No convoy more may start on a route. */
    ROUTE,
    /** No aircraft is free. */
    AIRCRAFT,
    /** The airfield has no sortie left. */
    AIRFIELD,
    /** The yard of the hub is full. */
    YARD,
    /** A restriction forbids it. */
    RESTRICTION,
    /** The drive would not end within the horizon. */
    ROAD,
    /** It has happened, is frozen or is pinned. */
    FIXED,
    /** Nothing may move before the end of the preparation. */
    FIRST_DAY,
    /** The handover of a hub waits for its guard, who stay until the last movement is in. */
    GUARD,
    /** Nothing forbids it sooner: the base would close before its window begins. */
    WINDOW,
    /** Nothing forbids it sooner: it would cost more elsewhere. */
    CHOICE,
    /** It begins on the first day that there is. */
    START
  }
}
