package org.drawdown.schedule.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonView;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.drawdown.engine.Outcome.Fact;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;
import org.drawdown.platform.Views;

/**
 * Why a base is late, as one would tell a colleague: what held it, what would help, what it costs.
 *
 * @param daysLate days after the end of its window
 * @param held what its chain waited for, the longest first
 * @param help the best of the reliefs that were tried; null where none brings it forward
 * @param tried reliefs that were tried
 * @param phaseCost what the days of its lateness cost of the objective
 * @param loadsCost what its late loads cost of the objective
 */
public record LateAnswer(
    @JsonView(Views.Stored.class) String base,
    @JsonView(Views.Stored.class) LocalDate closedOn,
    int daysLate,
    List<Held> held,
    @JsonInclude(JsonInclude.Include.NON_NULL) Help help,
    int tried,
    long phaseCost,
    long loadsCost) {

  /**
   * Something that was waited for.
   *
   * @param name the base, or the restriction
   */
  public record Held(Fact fact, String name, int times, int days) {}

  /**
   * A relief with which planning again closes the base sooner.
   *
   * @param amount trucks, escorts, loads, people or days; 0 where the fact is given up
   * @param objectiveLess by how much the objective of the whole plan is lower then
   */
  public record Help(
      Fact fact,
      String name,
      long amount,
      LocalDate closedOn,
      int daysSooner,
      long objectiveLess) {}

  /** The answer in three sentences. */
  @JsonProperty
  @JsonView(Views.Wire.class)
  public List<Text> sentences() {
    return List.of(this::whatHeldIt, this::whatHelps, m -> m.latenessCosts(phaseCost, loadsCost));
  }

  private String whatHeldIt(Messages m) {
    if (held.isEmpty()) {
      return m.lateByChoice(base, closedOn, days(m, daysLate));
    }
    var waits =
        held.stream().map(h -> waitedFor(m, h)).collect(Collectors.joining(" " + m.and() + " "));
    return m.lateBecause(base, closedOn, days(m, daysLate), waits);
  }

  private String whatHelps(Messages m) {
    return help == null
        ? tried == 0 ? m.noReliefTried() : m.noReliefHelps(tried)
        : m.reliefHelps(relief(m), days(m, help.daysSooner()), help.closedOn());
  }

  private static String waitedFor(Messages m, Held h) {
    var often = h.times() == 1 ? m.once() : m.manyTimes(h.times());
    var days = days(m, h.days());
    return switch (h.fact()) {
      case TRUCKS -> m.waitedForTrucks(often, h.name(), days);
      case ESCORTS -> m.waitedForEscorts(often, h.name(), days);
      case STORAGE -> m.waitedForYard(often, h.name(), days);
      case ONWARD -> m.waitedForCarriers(often, h.name(), days);
      case CHARTER -> m.waitedForCharters(often, h.name(), days);
      case GUARD -> m.waitedForGuard(often, h.name(), days);
      case PACKING -> m.waitedForPacking(often, h.name(), days);
      default -> m.waitedForRestriction(often, h.name(), days);
    };
  }

  private String relief(Messages m) {
    return switch (help.fact()) {
      case TRUCKS -> m.moreTrucks(help.amount(), help.name());
      case ESCORTS -> m.moreEscorts(help.amount(), help.name());
      case STORAGE -> m.largerYard(help.name(), help.amount());
      case ONWARD -> m.moreOnward(help.name(), help.amount());
      case CHARTER -> m.moreCharter(help.name(), help.amount());
      case GUARD -> m.noGuard(help.name());
      case PACKING -> m.packsMore(help.name(), help.amount());
      default -> m.restrictionLifted(help.name());
    };
  }

  private static String days(Messages m, long number) {
    return number == 1 ? m.oneDay() : m.manyDays(number);
  }
}
