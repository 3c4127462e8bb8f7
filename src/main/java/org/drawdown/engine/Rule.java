package org.drawdown.engine;

/** What a valid schedule keeps. Search, verifier, explanation and API share this list. */
public enum Rule {
  /** A convoy carries, and a hub ships, only what was packed by the evening before. */
  PACKED_FIRST(
      "Loads are packed at the base's daily rate, in the order in which they leave; only what was"
          + " packed by the evening before may go."),
  /** Nothing and nobody is left over, or counted twice. */
  ALL_MOVED_ONCE(
      "Every load that moves and every traveller leaves exactly once, or the load is left behind"
          + " where that is allowed, lowest priority first."),
  /** What one column can hold and how it is made up. */
  CONVOY_SIZE(
      "A convoy keeps to its largest size, has a vehicle for every load, drives a road between base"
          + " and hub, and takes the loads in order of priority."),
  /** Nobody rides without a seat, and nobody before those who would share the convoy. */
  SEATS(
      "People ride or fly only on the seats that their vehicles or aircraft have, and each convoy"
          + " takes its share of those still to leave."),
  /** One pool of trucks for the whole mission. */
  TRUCKS("On no day are more trucks in use than the pool has."),
  /** One pool of escorts for the whole mission. */
  ESCORTS("On no day are more escorts in use than the pool has; each convoy has its number."),
  /** A track takes only so many columns a day. */
  ROUTE_SLOTS("On no day do more convoys start on a leg than it can take."),
  /** Aircraft that are there. */
  AIRCRAFT("On no day do more aircraft of a type fly than are available."),
  /** What an airfield can handle in a day. */
  AIRFIELD_SLOTS("The sorties of a day at an airfield, at either end, keep within its number."),
  /** Where an aircraft can land. */
  RUNWAY("An aircraft lands only where the runway is long enough and of a surface it accepts."),
  /** How far an aircraft can fly. */
  RANGE("An aircraft can reach the base and return, or refuel there, within its hours of the day."),
  /** Bans, closures, blockades. */
  RESTRICTIONS("Nothing moves where and when a restriction forbids it."),
  /** The yard of a hub is finite. */
  HUB_STORAGE("A hub's yard never holds more than it has room for."),
  /** Nobody hands over a base through which others still have to pass. */
  TRANSIT_OPEN(
      "A base that movements pass through, and a hub, start their handover only after the last of"
          + " them has arrived."),
  /** The outpost leaves before the base that looks after it. */
  OUTPOSTS_FIRST("An outpost is closed before its parent's handover begins."),
  /** The stages follow one another. */
  STAGE_ORDER(
      "Preparation, drawdown, handover, final withdrawal and closed follow one another without gap"
          + " or overlap, each beginning and ending with what it is named for."),
  /** The steps of a handover take their days. */
  HANDOVER_STEPS(
      "The handover lasts as long as its steps and begins only when all but the rear party have"
          + " left."),
  /** The rear party signs, then goes. */
  REAR_PARTY_LAST("The rear party leaves after the handover, by the final movement, and last."),
  /** The plan's window. */
  HORIZON("Nothing happens before the start date, and nothing but closed after the horizon's end."),
  /** The past stays, and so does what is about to happen. */
  PINNED("What has happened, and what is frozen, stays as it was.");

  private final String sentence;

  Rule(String sentence) {
    this.sentence = sentence;
  }

  /** The rule in one English sentence. */
  public String sentence() {
    return sentence;
  }
}
