package org.drawdown.engine.bound;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import org.drawdown.engine.Rule;
import org.drawdown.engine.model.Model;

/**
 * Which bases must be closed before others begin their handover, whatever the plan: outposts before
 * their parents, spokes before their hubs, and a base whose rear party can only drive, before every
 * base without which no road is left to it. A base that is closed before is itself no longer on any
 * road. A base before itself, or with no road left, is a contradiction.
 */
final class Precedence {

  private final Model model;

  /** For each base those that cannot begin their handover before it is closed. */
  private final BitSet[] before;

  private int cutOff = -1;

  Precedence(Model model) {
    this.model = model;
    this.before = new BitSet[model.sites];
    Arrays.setAll(before, s -> new BitSet());
    for (int s = 0; s < model.sites; s++) {
      int parent = model.problem.sites().get(s).parent();
      if (parent >= 0) {
        before[s].set(parent);
      }
      if (model.spokes[s] != null) {
        before[s].set(model.spokes[s].hub);
      }
    }
    boolean learned = true;
    while (learned && cutOff < 0) {
      learned = false;
      for (int s = 0; s < model.sites && cutOff < 0; s++) {
        learned |= learn(s);
      }
    }
  }

  private boolean learn(int s) {
    int known = before[s].cardinality();
    for (int t = before[s].nextSetBit(0); t >= 0; t = before[s].nextSetBit(t + 1)) {
      before[s].or(before[t]);
    }
    var spoke = model.spokes[s];
    if (spoke != null && spoke.rear > 0 && spoke.carriers.length == 0 && spoke.hasRoad()) {
      learnFromRoads(spoke);
    }
    return before[s].cardinality() > known;
  }

  private void learnFromRoads(Model.Spoke spoke) {
    var gone = new BitSet();
    for (int t = 0; t < model.sites; t++) {
      if (t != spoke.index && t != spoke.hub && before[t].get(spoke.index)) {
        gone.set(t);
      }
    }
    if (!connected(spoke, gone)) {
      cutOff = spoke.index;
      return;
    }
    for (int t = 0; t < model.sites; t++) {
      if (t != spoke.index && t != spoke.hub && !gone.get(t) && !before[spoke.index].get(t)) {
        gone.set(t);
        before[spoke.index].set(t, !connected(spoke, gone));
        gone.clear(t);
      }
    }
  }

  private boolean connected(Model.Spoke spoke, BitSet without) {
    var reached = new HashSet<>(List.of(spoke.index));
    var open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      int place = open.poll();
      for (var leg : model.problem.legs()) {
        if (leg.from() == place || leg.to() == place) {
          int next = leg.other(place);
          if ((next < 0 || !without.get(next)) && reached.add(next)) {
            open.add(next);
          }
        }
      }
    }
    return reached.contains(spoke.hub);
  }

  void conflicts(List<Proof> conflicts) {
    if (cutOff >= 0) {
      // The rear party can only drive, and every road leads through a base that is closed before.
      conflicts.add(new Proof(Rule.TRANSIT_OPEN, cutOff));
    }
    for (int s = 0; s < model.sites; s++) {
      if (before[s].get(s)) {
        // Its way out, its hub or its parent waits for it.
        conflicts.add(new Proof(Rule.TRANSIT_OPEN, s));
      }
    }
  }
}
