package org.drawdown.engine.decoder;

import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.model.Model;

/**
 * Trucks and escorts that changed their hub in a plan as built, one entry for each wish of the
 * keys.
 */
public final class Repositioned {

  private final Model model;

  /** The day on which they set out, or -1 if none do. */
  public int[] day = new int[8];

  /** How many trucks go. */
  public int[] trucks = new int[8];

  /** How many escorts go. */
  public int[] escorts = new int[8];

  Repositioned(Model model) {
    this.model = model;
  }

  /** Sends, for every wish in its order, what is there to be sent; the roads may make it wait. */
  void send(Repositions wishes, Resources resources) {
    if (day.length < wishes.count) {
      day = new int[wishes.count * 2];
      trucks = new int[wishes.count * 2];
      escorts = new int[wishes.count * 2];
    }
    for (int i = 0; i < wishes.count; i++) {
      var link = model.links.get(wishes.link[i]);
      var way = link.ways()[wishes.way[i]];
      int p = resources.firstDrive(way, wishes.notBefore[i]);
      int most = Math.min(wishes.trucks[i], model.problem.convoy().maxVehicles());
      trucks[i] = p < 0 ? 0 : atMost(most, resources.trucksToSpare(link.from(), p));
      escorts[i] = p < 0 ? 0 : atMost(wishes.escorts[i], resources.escortsToSpare(link.from(), p));
      day[i] = trucks[i] + escorts[i] > 0 ? p : -1;
      if (day[i] >= 0) {
        resources.reposition(link, way, p, trucks[i], escorts[i]);
      }
    }
  }

  private static int atMost(int wished, int spare) {
    return Math.max(0, Math.min(wished, spare));
  }

  /** Counts those from a hub that differ from the plan before. */
  long changes(Repositions wishes, int hub, Changes before) {
    long changed = 0;
    int number = 0;
    for (int i = 0; i < wishes.count; i++) {
      var link = model.links.get(wishes.link[i]);
      if (link.from() == hub && day[i] >= 0) {
        var way = link.ways()[wishes.way[i]];
        changed += before.reposition(number++, link, way, day[i], trucks[i], escorts[i]);
      }
    }
    return changed + before.dropped(Kind.REPOSITION, number);
  }
}
