package org.drawdown.engine.search;

import java.util.SplittableRandom;
import org.drawdown.benchmark.Trace;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.bound.Relaxation;
import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.Model;

/** The keys, the moves and the decoder of our search, for another search to use. */
public final class KeySpace {

  private final Model model;
  private final Decoder decoder;
  private final Moves moves;
  private final Keys start;
  private final Trace trace;

  /** The space of a problem; plans that are built in it are told to a trace. */
  public KeySpace(Problem problem, long seed, Trace trace) {
    this.trace = trace;
    this.model = new Model(problem);
    this.decoder = new Decoder(model);
    boolean leaves = problem.mayLeaveBehind() || problem.hardDeadline();
    this.moves = new Moves(model, decoder, new SplittableRandom(seed), leaves);
    var search =
        new Search(
            model,
            new Limits(60_000, 0, 0, seed, 1),
            Watcher.NONE,
            new Relaxation(model),
            System.nanoTime());
    search.begin(null);
    this.start = new KeysReader(model, moves).read(search.bestPlan());
    cost(start);
  }

  /** The best keys of those that our search begins with. */
  public Keys start() {
    return copy(start);
  }

  /** Keys that can be changed without changing others. */
  public Keys copy(Keys keys) {
    var copy = new Keys(model.sites);
    copy.copyFrom(keys);
    return copy;
  }

  /** Other keys, one of our moves away. */
  public Keys neighbour(Keys keys) {
    var changed = copy(keys);
    moves.change(changed);
    return changed;
  }

  /** What the plan of these keys costs. */
  public long cost(Keys keys) {
    long cost = decoder.decode(keys);
    if (cost < Decoder.LATE) {
      trace.seen(cost);
    }
    return cost;
  }

  /** The days by which the last plan sends its convoys later than its keys ask for. */
  public long pushed(Keys keys) {
    long pushed = 0;
    for (int s = 0; s < model.sites; s++) {
      for (int k = 0; model.spokes[s] != null && k < keys.convoys[s]; k++) {
        int day = decoder.dispatched[s][k];
        pushed += day < 0 ? model.days : day - keys.notBefore[s][k];
      }
    }
    return pushed;
  }

  /** The day on which the last plan sends a convoy. */
  public int dispatched(int site, int convoy) {
    return decoder.dispatched[site][convoy];
  }

  /** Days of the problem. */
  public int days() {
    return model.days;
  }

  /** Whether the trace has seen enough. */
  public boolean isOver() {
    return trace.isOver();
  }

  /** The plan of some keys. */
  public Plan plan(Keys keys) {
    decoder.decode(keys);
    return PlanBuilder.build(model, decoder, keys);
  }
}
