package org.drawdown.engine.bound;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drawdown.engine.Outcome.Conflict;
import org.drawdown.engine.Rule;
import org.drawdown.engine.model.Model;

/**
 * Which bases must be closed before others begin their handover, whatever the plan: outposts before
 * their parents, and a base whose rear party can only drive, before every base that all its roads
 * lead through. A circle of these is a contradiction.
 */
final class Precedence {

  private final Model model;
  private final List<Set<Integer>> before = new ArrayList<>();

  Precedence(Model model) {
    this.model = model;
    for (int s = 0; s < model.sites; s++) {
      before.add(new HashSet<>());
    }
    for (int s = 0; s < model.sites; s++) {
      int parent = model.problem.sites().get(s).parent();
      if (parent >= 0) {
        before.get(s).add(parent);
      }
      var spoke = model.spokes[s];
      if (spoke != null) {
        before.get(s).add(spoke.hub);
        if (spoke.rear > 0 && spoke.carriers.length == 0 && spoke.hasRoad() && spoke.allRoads) {
          before.get(s).addAll(onEveryRoad(spoke));
        }
      }
      before.get(s).remove(s);
    }
  }

  private static Set<Integer> onEveryRoad(Model.Spoke spoke) {
    Set<Integer> common = null;
    for (var path : spoke.paths) {
      var here = new HashSet<Integer>();
      for (int t : path.transit) {
        here.add(t);
      }
      if (common == null) {
        common = here;
      } else {
        common.retainAll(here);
      }
    }
    return common == null ? Set.of() : common;
  }

  void conflicts(List<Conflict> conflicts) {
    for (int s = 0; s < model.sites; s++) {
      if (reaches(s, s, new HashSet<>())) {
        conflicts.add(
            new Conflict(
                Rule.TRANSIT_OPEN,
                s,
                "%s would have to be closed before itself: its way out, its hub or its parent waits for it"
                    .formatted(model.problem.sites().get(s).code())));
      }
    }
  }

  private boolean reaches(int from, int to, Set<Integer> seen) {
    for (int next : before.get(from)) {
      if (next == to || seen.add(next) && reaches(next, to, seen)) {
        return true;
      }
    }
    return false;
  }
}
