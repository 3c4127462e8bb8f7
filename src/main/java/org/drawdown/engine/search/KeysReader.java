package org.drawdown.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.Model;

/** Reads the keys off a plan, so that a search can go on from it. */
final class KeysReader {

  private final Model model;
  private final Moves moves;

  KeysReader(Model model, Moves moves) {
    this.model = model;
    this.moves = moves;
  }

  /**
   * Keys that give the plan again: its convoys in the order of their dispatch, none before its day.
   * Keys cannot say everything (that a lot flies later than it could, say); the decoder decides the
   * rest.
   */
  Keys read(Plan plan) {
    var keys = new Keys(model.sites);
    var sequence = new ArrayList<Movement>();
    readRepositions(plan, keys);
    for (var spoke : model.spokes) {
      if (spoke != null) {
        readSpoke(plan, spoke, keys, sequence);
      }
    }
    sequence.sort(
        Comparator.comparingInt(Movement::dispatched).thenComparing(m -> m.kind().isFinal()));
    for (var movement : sequence) {
      keys.insert(keys.length, movement.site());
    }
    for (var spoke : model.spokes) {
      if (spoke != null) {
        int missing = keys.convoys[spoke.index] + 1;
        for (int i = 0; i < keys.length; i++) {
          missing -= keys.order[i] == spoke.index ? 1 : 0;
        }
        for (; missing > 0; missing--) {
          keys.insert(keys.length, spoke.index);
        }
      }
    }
    return keys;
  }

  private void readRepositions(Plan plan, Keys keys) {
    plan.movements().stream()
        .filter(m -> m.kind() == Kind.REPOSITION && !model.problem.fixed().contains(m))
        .sorted(
            Comparator.comparingInt((Movement m) -> m.id().length()).thenComparing(Movement::id))
        .forEach(m -> readReposition(m, keys));
  }

  private void readReposition(Movement m, Keys keys) {
    for (int i = 0; i < model.links.size(); i++) {
      var link = model.links.get(i);
      if (link.from() == m.site() && link.to() == m.hub()) {
        int way = 0;
        for (int w = 0; w < link.ways().length; w++) {
          way = link.ways()[w].legs.equals(m.legs()) ? w : way;
        }
        keys.repositions.add(i, way, m.trucks(), m.escorts(), m.dispatched());
      }
    }
  }

  private void readSpoke(Plan plan, Model.Spoke spoke, Keys keys, List<Movement> sequence) {
    int s = spoke.index;
    var own =
        plan.movements().stream()
            .filter(m -> m.site() == s && !spoke.fixed.contains(m))
            .sorted(Comparator.comparingInt(Movement::departs).thenComparing(Movement::id))
            .toList();
    boolean drivesLast = own.stream().anyMatch(m -> m.kind() == Kind.FINAL_CONVOY);
    keys.finalByAir[s] =
        own.stream().anyMatch(m -> m.kind() == Kind.FINAL_AIRLIFT)
            || !drivesLast && !spoke.hasRoad() && spoke.carriers.length > 0;
    int people = own.stream().filter(m -> m.kind() == Kind.CONVOY).mapToInt(Movement::people).sum();
    keys.byTruck[s] = people == spoke.people && spoke.hasRoad();
    int left =
        plan.leftBehind().stream()
            .filter(l -> l.site() == s)
            .mapToInt(Plan.LeftBehind::loads)
            .sum();
    int drives = spoke.rear > 0 && !keys.finalByAir[s] ? spoke.ownRear : 0;
    keys.left[s] = Math.max(0, left - (spoke.cargo.keptLoads - drives));
    Movement last = null;
    for (var movement : own) {
      if (movement.kind() == Kind.CONVOY) {
        keys.addConvoy(s, movement.vehicles(), road(spoke, movement), movement.dispatched());
        sequence.add(movement);
      } else if (movement.kind() == Kind.FINAL_CONVOY && last == null) {
        last = movement;
        keys.finalPath[s] = road(spoke, movement);
        keys.finalNotBefore[s] = movement.dispatched();
      } else if (movement.kind() == Kind.FINAL_AIRLIFT && last == null) {
        last = movement;
        keys.finalNotBefore[s] = movement.departs();
      }
    }
    if (last != null) {
      sequence.add(last);
    }
    moves.fit(keys, spoke);
  }

  private static int road(Model.Spoke spoke, Movement movement) {
    return (int)
        Math.max(
            0,
            Arrays.stream(spoke.paths).takeWhile(p -> !p.legs.equals(movement.legs())).count()
                % Math.max(1, spoke.paths.length));
  }
}
