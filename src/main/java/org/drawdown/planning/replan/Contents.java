package org.drawdown.planning.replan;

import java.util.List;
import java.util.function.ToIntFunction;
import org.drawdown.engine.Breach;
import org.drawdown.engine.Particulars;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Problem;
import org.drawdown.engine.verifier.Violation;

/** Whether what a movement should carry is still at its base. */
final class Contents {

  private Contents() {}

  /** What a movement carries that is not there besides what others take; null if all is. */
  static Violation missing(Problem problem, List<Movement> others, Movement movement) {
    var site = problem.sites().get(movement.site());
    var own = others.stream().filter(m -> m.site() == movement.site()).toList();
    for (var cargo : movement.cargo()) {
      for (var lot : site.lots()) {
        if (lot.asset().equals(cargo.asset())) {
          int items = cargo.quantity() + sum(own, m -> items(m, cargo.asset()));
          int loads = cargo.loads() + sum(own, m -> loads(m, cargo.asset()));
          if (items > lot.quantity() || loads > lot.loads()) {
            return violation(
                Breach.LOT_NOT_MOVED_ONCE,
                movement,
                lot.loads(),
                loads,
                new Particulars(
                    List.of(cargo.asset()),
                    List.of((long) items, (long) loads, (long) lot.quantity(), (long) lot.loads()),
                    List.of()));
          }
        }
      }
    }
    for (var riders : movement.riders()) {
      for (var party : site.parties()) {
        int people = riders.people() + sum(own, m -> people(m, party.unit()));
        if (party.unit().equals(riders.unit()) && people > party.strength()) {
          return violation(
              Breach.UNIT_NOT_MOVED_ONCE,
              movement,
              party.strength(),
              people,
              Particulars.names(party.unit()));
        }
      }
    }
    boolean last = movement.kind().isFinal();
    int most = last ? site.rearParty() : site.travellers() - site.rearParty();
    int people = movement.people() + sum(own, m -> m.kind().isFinal() == last ? m.people() : 0);
    int named = movement.riders().stream().mapToInt(r -> r.people()).sum();
    return people <= most && named == movement.people()
        ? null
        : violation(Breach.TRAVELLERS_NOT_MOVED_ONCE, movement, most, people, Particulars.NONE);
  }

  private static int sum(List<Movement> movements, ToIntFunction<Movement> of) {
    return movements.stream().mapToInt(of).sum();
  }

  private static int items(Movement m, String asset) {
    return m.cargo().stream()
        .filter(c -> c.asset().equals(asset))
        .mapToInt(c -> c.quantity())
        .sum();
  }

  private static int loads(Movement m, String asset) {
    return m.cargo().stream().filter(c -> c.asset().equals(asset)).mapToInt(c -> c.loads()).sum();
  }

  private static int people(Movement m, String unit) {
    return m.riders().stream().filter(r -> r.unit().equals(unit)).mapToInt(r -> r.people()).sum();
  }

  private static Violation violation(
      Breach breach, Movement m, long allowed, long found, Particulars particulars) {
    return new Violation(breach, m.site(), m.id(), m.departs(), allowed, found, particulars);
  }
}
