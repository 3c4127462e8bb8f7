package org.drawdown.engine.bound;

import java.util.ArrayDeque;
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
        if (spoke.rear > 0 && spoke.carriers.length == 0 && spoke.hasRoad()) {
          before.get(s).addAll(onEveryRoad(spoke));
        }
      }
      before.get(s).remove(s);
    }
  }

  /** The bases without which a spoke is cut off from its hub. */
  private Set<Integer> onEveryRoad(Model.Spoke spoke) {
    var needed = new HashSet<Integer>();
    for (int site = 0; site < model.sites; site++) {
      if (site != spoke.index && site != spoke.hub && !connected(spoke, site)) {
        needed.add(site);
      }
    }
    return needed;
  }

  private boolean connected(Model.Spoke spoke, int without) {
    var reached = new HashSet<>(Set.of(spoke.index));
    var open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      int place = open.poll();
      for (var leg : model.problem.legs()) {
        if (leg.from() == place || leg.to() == place) {
          int next = leg.other(place);
          if (next != without && reached.add(next)) {
            open.add(next);
          }
        }
      }
    }
    return reached.contains(spoke.hub);
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
