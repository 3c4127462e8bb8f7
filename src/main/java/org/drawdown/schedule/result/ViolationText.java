package org.drawdown.schedule.result;

import java.time.LocalDate;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/** Says in words how a rule is broken. */
final class ViolationText {

  private final ViolationDocument violation;

  private ViolationText(ViolationDocument violation) {
    this.violation = violation;
  }

  /** The sentence of a violation. */
  static Text of(ViolationDocument violation) {
    return new ViolationText(violation)::in;
  }

  private String name(int position) {
    return violation.names().get(position);
  }

  private long number(int position) {
    return violation.numbers().get(position);
  }

  private LocalDate day(int position) {
    return violation.days().get(position);
  }

  private String in(Messages m) {
    var base = violation.base();
    var movement = violation.movement();
    long found = violation.found() == null ? 0 : violation.found();
    long allowed = violation.allowed() == null ? 0 : violation.allowed();
    return switch (violation.breach()) {
      case NOT_PACKED -> m.notPacked(movement, found, base, allowed);
      case HUB_NOT_CLEARED -> m.hubNotCleared(base);
      case LEAVES_A_HUB -> m.leavesAHub(movement);
      case LEFT_BEHIND_AT_HUB -> m.leftBehindAtHub(name(0), base);
      case LOT_NOT_MOVED_ONCE ->
          m.lotNotMovedOnce(name(0), number(0), number(1), number(2), number(3));
      case MAY_NOT_STAY -> m.mayNotStay(name(0), base);
      case STANDS_TWICE -> m.standsTwice(movement);
      case STAYS_BEFORE_LOWER_PRIORITY ->
          m.staysBeforeLowerPriority(name(0), number(0), base, number(1));
      case TRAVELLERS_NOT_MOVED_ONCE -> m.travellersNotMovedOnce(base, found, allowed);
      case UNITS_DO_NOT_ADD_UP -> m.unitsDoNotAddUp(movement);
      case UNIT_NOT_MOVED_ONCE -> m.unitNotMovedOnce(name(0), found, allowed);
      case WRONG_HUB -> m.wrongHub(movement, name(0), base);
      case AIRLIFT_WITH_CARGO -> m.airliftWithCargo(movement);
      case CONVOY_WITH_AIRCRAFT -> m.convoyWithAircraft(movement);
      case FEWER_VEHICLES_THAN_LOADS -> m.fewerVehiclesThanLoads(movement);
      case LOADS_DO_NOT_ADD_UP ->
          m.loadsDoNotAddUp(movement, number(0), number(1), number(2), number(3));
      case MORE_LOADS_THAN_YARD -> m.moreLoadsThanYard(movement);
      case MORE_TRUCKS_THAN_POOL -> m.moreTrucksThanPool(movement);
      case NO_SIMPLE_ROAD -> m.noSimpleRoad(movement, base, name(0), name(1));
      case CONVOY_TOO_SMALL -> m.convoyTooSmall(movement, found, allowed);
      case NO_VEHICLE -> m.noVehicle(movement);
      case OFF_THE_CALENDAR -> m.offTheCalendar(movement, day(0), day(1), day(2), day(3), day(4));
      case OUT_OF_PRIORITY -> m.outOfPriority(movement, name(0), found, allowed, base);
      case ROAD_ENDS_ELSEWHERE -> m.roadEndsElsewhere(movement, name(0));
      case TOO_MANY_VEHICLES -> m.tooManyVehicles(movement);
      case LOT_TOO_LARGE -> m.largerThanALot(movement);
      case NOT_ITS_SHARE -> m.notItsShare(movement, found, allowed);
      case TOO_FEW_AIRCRAFT_SEATS -> m.tooFewAircraftSeats(movement);
      case TOO_FEW_VEHICLE_SEATS -> m.tooFewVehicleSeats(movement);
      case TRUCKS_SHORT -> m.trucksShort(base, found, day(0), day(1));
      case ESCORTS_SHORT -> m.escortsShort(base, found, day(0), day(1));
      case WRONG_ESCORTS -> m.wrongEscorts(movement);
      case SORTIES_NOT_NEEDED -> m.sortiesNotNeeded(movement, found, allowed);
      case GUARD_LEAVES -> m.guardLeaves(base);
      case BEFORE_FIRST_DAY -> m.beforeFirstDay(movement, day(0));
      case NOT_BETWEEN_HUBS -> m.notBetweenHubs(movement);
      case REPOSITION_LADEN -> m.repositionLaden(movement);
      case REPOSITION_OF_NOTHING -> m.repositionOfNothing(movement);
      case REPOSITION_TOO_LARGE -> m.repositionTooLarge(movement, found, allowed);
      case REPOSITION_WITHOUT_ROAD -> m.repositionWithoutRoad(movement, name(0));
      case REPOSITION_OFF_THE_CALENDAR ->
          m.repositionOffTheCalendar(movement, day(0), day(1), day(2), day(3));
      case ROUTE_FULL -> m.routeFull(found, name(0), day(0), day(1));
      case AIRCRAFT_SHORT -> m.aircraftShort(found, name(0), day(0), day(1));
      case NOT_ON_ONE_DAY -> m.notOnOneDay(movement);
      case NO_SUCH_AIRCRAFT -> m.noSuchAircraft(movement);
      case AIRFIELD_FULL -> m.airfieldFull(found, base, day(0), day(1));
      case CANNOT_LAND -> m.cannotLand(movement, name(0));
      case OUT_OF_RANGE -> m.outOfRange(movement);
      case TOO_MANY_SORTIES -> m.tooManySorties(movement);
      case DRIVES_AGAINST_RESTRICTION -> m.drivesAgainstRestriction(movement, name(0), name(1));
      case FLIES_AGAINST_RESTRICTION -> m.fliesAgainstRestriction(movement, name(0));
      case YARD_OVERFULL -> m.yardOverfull(base, found);
      case TRANSIT_CLOSED -> m.transitClosed(base, movement);
      case OUTPOST_STILL_OPEN -> m.outpostStillOpen(base, name(0));
      case DRAWDOWN_BEGIN -> m.drawdownBegin(base);
      case NEVER_CLOSED -> m.neverClosed(base);
      case NO_FINAL_WITHDRAWAL -> m.noFinalWithdrawal(base);
      case NO_HANDOVER -> m.noHandover(base);
      case NO_REAR_PARTY -> m.withdrawalWithoutRearParty(base);
      case STAGE_ON_ANOTHER_DAY -> m.stageOnAnotherDay(name(0), base, day(0), day(1));
      case STAGE_ENDS_BEFORE_IT_BEGINS -> m.stageEndsBefore(name(0), base, day(0), day(1));
      case STAGE_WITHOUT_END -> m.stageWithoutEnd(name(0), base);
      case HANDOVER_LENGTH -> m.handoverLength(base);
      case HUB_NOT_EMPTY -> m.hubNotEmpty(base);
      case LEAVES_AFTER_HANDOVER_BEGAN -> m.leavesAfterHandoverBegan(movement);
      case CLOSES_ON_ANOTHER_DAY -> m.closesOnAnotherDay(base);
      case LOADS_AFTER_HANDOVER -> m.loadsAfterHandover(movement, name(0));
      case REAR_PARTY_BEFORE_SIGNATURE -> m.rearPartyBeforeSignature(movement);
      case REAR_PARTY_KEEPS_TOO_MUCH -> m.rearPartyKeepsTooMuch(base);
      case REAR_PARTY_WITHOUT_VEHICLES -> m.rearPartyWithoutVehicles(movement, base);
      case REAR_PARTY_NOT_CARRIED -> m.rearPartyNotCarried(base);
      case REAR_PARTY_WITHOUT_SEATS -> m.rearPartyWithoutSeats(base);
      case BASE_NOT_REACHED -> m.baseNotReached(movement);
      case CLOSES_AFTER_HARD_DEADLINE -> m.closesAfterHardDeadline(base);
      case CLOSES_AFTER_HORIZON -> m.closesAfterHorizon(base);
      case HUB_NOT_REACHED -> m.hubNotReached(movement);
      case OUTSIDE_HORIZON -> m.outsideTheHorizon(movement);
      case HANDOVER_HAS_BEGUN -> m.handoverHasBegun(base, day(0));
      case NOT_AS_IT_WAS -> m.notAsItWas(movement);
      case SETS_OUT_TOO_SOON -> m.setsOutTooSoon(movement);
    };
  }
}
