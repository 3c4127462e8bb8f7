package org.drawdown.schedule.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonView;
import java.time.LocalDate;
import java.util.List;
import org.drawdown.engine.Outcome.Fact;
import org.drawdown.engine.Rule;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;
import org.drawdown.platform.Views;

/**
 * One of a smallest set of facts that no plan can meet together.
 *
 * @param base that it is about, or null
 * @param restriction that it is, or null
 * @param names with numbers and days, what the sentence is made of
 * @param relief the least change of this fact alone with which planning found a plan, or null
 */
public record ConflictDocument(
    Fact fact,
    Rule rule,
    String base,
    String restriction,
    @JsonView(Views.Stored.class) List<String> names,
    @JsonView(Views.Stored.class) List<Long> numbers,
    @JsonView(Views.Stored.class) List<LocalDate> days,
    Relief relief) {

  /**
   * How far a fact has to give way.
   *
   * @param amount trucks, escorts, loads, people, days, or km of a new road; 0 where the fact is
   *     given up
   * @param fact that gives way
   * @param name the base or the restriction that it is about, or null
   * @param date to which a horizon, a deadline or the end of a restriction moves; null where none
   *     does
   */
  public record Relief(
      long amount,
      @JsonView(Views.Stored.class) Fact fact,
      @JsonView(Views.Stored.class) String name,
      @JsonView(Views.Stored.class) LocalDate date) {

    /** The relief in words; whoever does what it says gets a plan. */
    @JsonProperty
    @JsonView(Views.Wire.class)
    public Text detail() {
      return switch (fact) {
        case TRUCKS -> m -> m.moreTrucks(amount, name);
        case ESCORTS -> m -> m.moreEscorts(amount, name);
        case RESTRICTION ->
            date == null ? m -> m.restrictionLifted(name) : m -> m.restrictionEndsOn(name, date);
        case HORIZON -> m -> m.laterHorizon(date, amount);
        case HARD_DEADLINE ->
            date == null ? Messages::deadlineNeedNotBeMet : m -> m.laterDeadline(date, amount);
        case NO_WRITE_OFF -> Messages::loadsMayStay;
        case STORAGE -> m -> m.largerYard(name, amount);
        case ONWARD -> m -> m.moreOnward(name, amount);
        case CHARTER -> m -> m.moreCharter(name, amount);
        case PACKING -> m -> m.packsMore(name, amount);
        case ROAD -> m -> m.straightRoad(amount, name);
        case CONTENTS -> m -> m.nothingHasToLeave(name);
        case REAR_PARTY -> m -> m.noRearParty(name);
        case OUTPOST -> m -> m.outpostMayStay(name);
        case FIRST_DAY -> m -> m.preparationEndsSooner(amount);
        case GUARD -> m -> m.noGuard(name);
        case AIR_SERVICE -> m -> m.noAirServiceFlies(name);
        case SMALLEST_CONVOY -> Messages::convoysMayBeSmaller;
      };
    }
  }

  /** The fact in words. */
  @JsonProperty
  @JsonView(Views.Wire.class)
  public Text detail() {
    return switch (fact) {
      case TRUCKS -> m -> m.poolHasTrucks(base, numbers.get(0));
      case ESCORTS -> m -> m.poolHasEscorts(base, numbers.get(0));
      case RESTRICTION -> m -> m.restrictionHolds(restriction, days.get(0), days.get(1));
      case HORIZON -> m -> m.overByHorizon(days.get(0));
      case HARD_DEADLINE -> m -> m.spokesClosedBy(days.get(0));
      case NO_WRITE_OFF -> Messages::nothingMayStay;
      case STORAGE -> m -> m.yardHolds(base, numbers.get(0));
      case ONWARD -> m -> m.carriersTake(base, numbers.get(0));
      case CHARTER -> m -> m.chartersTake(base, numbers.get(0));
      case PACKING -> m -> m.basePacks(base, numbers.get(0));
      case ROAD -> m -> m.noOtherRoad(base, names.get(0));
      case CONTENTS -> m -> m.haveToLeave(base, numbers.get(0), numbers.get(1));
      case REAR_PARTY -> m -> m.rearPartyStays(base, numbers.get(0));
      case OUTPOST -> m -> m.closedBeforeParent(base, names.get(0));
      case FIRST_DAY -> m -> m.nothingMovesBefore(days.get(0));
      case GUARD -> m -> m.guardStays(base, numbers.get(0));
      case AIR_SERVICE -> m -> m.airServiceFlies(restriction, numbers.get(0));
      case SMALLEST_CONVOY -> m -> m.convoysAreNoSmaller(numbers.get(0));
    };
  }
}
