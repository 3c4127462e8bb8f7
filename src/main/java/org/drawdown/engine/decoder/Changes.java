package org.drawdown.engine.decoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Problem;
import org.drawdown.engine.model.Model;

/**
 * The movements of a base in the plan before that do not have to stay: what is planned now takes
 * their names one after another, and is counted where it differs.
 */
final class Changes {

  private final List<Movement> convoys;
  private final List<Movement> finalConvoys;
  private final List<Movement> flights;
  private final List<Movement> finalFlights;
  private final List<Movement> repositions;
  private final int escorts;

  Changes(Problem problem, int site) {
    escorts = problem.convoy().escorts();
    convoys = free(problem, site, Kind.CONVOY);
    finalConvoys = free(problem, site, Kind.FINAL_CONVOY);
    flights = free(problem, site, Kind.AIRLIFT);
    finalFlights = free(problem, site, Kind.FINAL_AIRLIFT);
    repositions = free(problem, site, Kind.REPOSITION);
  }

  private static List<Movement> free(Problem problem, int site, Kind kind) {
    var free = new ArrayList<Movement>();
    for (var movement : problem.history().base()) {
      if (movement.site() == site
          && movement.kind() == kind
          && !problem.history().keeps(movement)) {
        free.add(movement);
      }
    }
    free.sort(Comparator.comparingInt((Movement m) -> m.id().length()).thenComparing(Movement::id));
    return free;
  }

  private List<Movement> of(Kind kind) {
    return switch (kind) {
      case CONVOY -> convoys;
      case FINAL_CONVOY -> finalConvoys;
      case AIRLIFT -> flights;
      case FINAL_AIRLIFT -> finalFlights;
      case REPOSITION -> repositions;
    };
  }

  /** 1 if a convoy is another than the one that had its name, or nothing had it. */
  int convoy(Kind kind, int number, int dispatched, Model.Path path, int vehicles) {
    var before = of(kind);
    if (number >= before.size()) {
      return 1;
    }
    var m = before.get(number);
    boolean same =
        m.dispatched() == dispatched
            && m.departs() == path.departs[dispatched]
            && m.arrives() == path.arrives[dispatched]
            && m.vehicles() == vehicles
            && m.escorts() == escorts
            && m.legs().equals(path.legs);
    return same ? 0 : 1;
  }

  /** 1 if a drive from hub to hub is another than the one that had its name, or nothing had it. */
  int reposition(int number, Model.Link link, Model.Way way, int day, int trucks, int escorts) {
    if (number >= repositions.size()) {
      return 1;
    }
    var m = repositions.get(number);
    boolean same =
        m.hub() == link.to()
            && m.dispatched() == day
            && m.arrives() == way.arrives[day]
            && m.trucks() == trucks
            && m.escorts() == escorts
            && m.legs().equals(way.legs);
    return same ? 0 : 1;
  }

  /** 1 if a flight is another than the one that had its name, or nothing had it. */
  int flight(Kind kind, int number, int day, String type, int aircraft, int sorties) {
    var before = of(kind);
    if (number >= before.size()) {
      return 1;
    }
    var m = before.get(number);
    boolean same =
        m.departs() == day
            && m.flight().type().equals(type)
            && m.flight().count() == aircraft
            && m.flight().sorties() == sorties;
    return same ? 0 : 1;
  }

  /** How many are dropped where only so many of a kind remain. */
  int dropped(Kind kind, int remaining) {
    return Math.max(0, of(kind).size() - remaining);
  }
}
