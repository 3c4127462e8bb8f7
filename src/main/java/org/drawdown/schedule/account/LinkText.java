package org.drawdown.schedule.account;

import org.drawdown.language.Messages;
import org.drawdown.language.Text;
import org.drawdown.schedule.account.ExplanationDocument.Link;

/** Says in words what holds a date. */
final class LinkText {

  private final Link link;

  private LinkText(Link link) {
    this.link = link;
  }

  /** The sentence of a link. */
  static Text of(Link link) {
    return new LinkText(link)::in;
  }

  private String in(Messages m) {
    var base = link.base();
    var movement = link.movement();
    var date = link.date();
    var resource = link.resource();
    var holder = link.heldBy();
    var from = link.window() == null ? null : link.window().from();
    var to = link.window() == null ? null : link.window().to();
    return switch (link.cause()) {
      case REAR_PARTY ->
          holder == null
              ? m.closesWhenRearPartyFlies(base, date)
              : m.closesWithRearParty(base, date, holder);
      case LAST_STEP -> m.closesWithLastStep(base, date);
      case HANDOVER -> m.waitsForSignature(movement, date, base, from, to);
      case LAST_TO_LEAVE -> m.handoverAfterLeaving(base, date, holder);
      case TRANSIT -> m.handoverAfterTransit(base, date, holder);
      case OUTPOST -> m.handoverAfterOutpost(base, date, resource);
      case ONWARD -> m.handoverAfterCarriers(base, date, from, to);
      case CHARTER ->
          from == null ? m.chartersFull(base, date) : m.handoverAfterCharters(base, date, from, to);
      case FEEDER -> m.broughtBy(base, holder, date);
      case PACKING -> m.waitsForPacking(movement, date, from, to);
      case ORDER -> m.leavesAfter(movement, date, holder);
      case TRUCKS ->
          holder == null
              ? m.poolWithoutTrucks(movement, date, to)
              : m.trucksAreOut(movement, date, to, holder);
      case ESCORTS ->
          holder == null
              ? m.poolWithoutEscort(movement, date, to)
              : m.escortIsOut(movement, date, to, holder);
      case ROUTE ->
          holder == null
              ? m.routeTakesNone(movement, date, resource, from)
              : m.routeIsFull(movement, date, resource, from, holder);
      case AIRCRAFT -> m.noAircraftFree(movement, date, from, resource);
      case AIRFIELD -> m.airfieldIsFull(movement, date, from, resource);
      case YARD -> m.yardIsFull(movement, date, resource, from);
      case RESTRICTION -> m.restrictionForbids(movement, date, resource, from, to);
      case ROAD -> m.noTripCanBegin(movement, date, from, to);
      case FIXED -> m.isFixed(movement, date);
      case FIRST_DAY -> m.waitsForFirstDay(movement, date);
      case GUARD -> m.handoverAfterGuard(base, date, to, holder);
      case WINDOW -> m.wouldCloseEarly(movement, date, base);
      case CHOICE -> m.byChoice(movement, date);
      case START ->
          movement == null || movement.isEmpty()
              ? m.baseBeginsFirstDay(base, date)
              : m.beginsFirstDay(movement, date);
    };
  }
}
