package org.drawdown.engine.planner;

import java.util.ArrayList;
import java.util.List;
import org.drawdown.engine.Outcome.Fact;
import org.drawdown.engine.Problem;

/** The facts of a mission that can be given up, or give way, so that a plan exists. */
final class Facts {

  private Facts() {}

  /** All facts, those first that had better be given up where either could be. */
  static List<Variant.Place> of(Problem problem) {
    var facts = new ArrayList<Variant.Place>();
    for (int r = 0; r < problem.restrictions().size(); r++) {
      facts.add(new Variant.Place(Fact.RESTRICTION, r));
    }
    for (int s = 0; s < problem.sites().size(); s++) {
      var site = problem.sites().get(s);
      if (site.loads() > 0 || site.travellers() > 0) {
        facts.add(new Variant.Place(Fact.CONTENTS, s));
      }
    }
    for (int s = 0; s < problem.sites().size(); s++) {
      var site = problem.sites().get(s);
      if (site.packing() < Problem.UNLIMITED) {
        facts.add(new Variant.Place(Fact.PACKING, s));
      }
      if (site.parent() >= 0) {
        facts.add(new Variant.Place(Fact.OUTPOST, s));
      }
      if (site.rearParty() > 0) {
        facts.add(new Variant.Place(Fact.REAR_PARTY, s));
      }
      if (site.isHub()) {
        facts.add(new Variant.Place(Fact.STORAGE, s));
        facts.add(new Variant.Place(Fact.ONWARD, s));
        facts.add(new Variant.Place(Fact.CHARTER, s));
        if (site.guard() > site.rearParty()) {
          facts.add(new Variant.Place(Fact.GUARD, s));
        }
      } else {
        facts.add(new Variant.Place(Fact.ROAD, s));
      }
    }
    for (int i = 0; i < problem.airServices().size(); i++) {
      facts.add(new Variant.Place(Fact.AIR_SERVICE, i));
    }
    if (problem.convoy().minVehicles() > 1) {
      facts.add(new Variant.Place(Fact.SMALLEST_CONVOY, -1));
    }
    for (int s = 0; s < problem.sites().size(); s++) {
      int hub = s;
      if (problem.sites().stream().anyMatch(site -> site.hub() == hub)) {
        facts.add(new Variant.Place(Fact.TRUCKS, s));
        facts.add(new Variant.Place(Fact.ESCORTS, s));
      }
    }
    if (problem.firstMove() > 0) {
      facts.add(new Variant.Place(Fact.FIRST_DAY, -1));
    }
    if (problem.hardDeadline()) {
      facts.add(new Variant.Place(Fact.HARD_DEADLINE, -1));
    } else if (!problem.mayLeaveBehind()) {
      facts.add(new Variant.Place(Fact.NO_WRITE_OFF, -1));
    }
    facts.add(new Variant.Place(Fact.HORIZON, -1));
    return facts;
  }
}
