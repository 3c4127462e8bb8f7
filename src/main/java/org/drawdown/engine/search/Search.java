package org.drawdown.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.drawdown.engine.Bound;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Outcome.Statistics;
import org.drawdown.engine.Outcome.StoppedBy;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.bound.PricedRelaxation;
import org.drawdown.engine.bound.Relaxation;
import org.drawdown.engine.decoder.ConvoySizes;
import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.Model;

/**
 * Several walkers that meet after every few hundred steps. What each does between two meetings does
 * not depend on the others, and what they tell one another at a meeting does not depend on who came
 * first; so the number of threads changes the speed and nothing else.
 */
public final class Search {

  private static final int WALKERS = 4;
  private static final int STRIDE = 250;

  /** The search starts from convoys that need the whole pool of trucks, half of it, a third... */
  private static final int SHARES = 4;

  private static final int ORDERS = 4;

  /** Spokes from which on the search looks at a few at a time. */
  private static final int MANY = 64;

  private final Model model;
  private final Limits limits;
  private final Watcher watcher;
  private final Relaxation relaxation;
  private PricedRelaxation priced;
  private long rounds;
  private Bound bound;
  private final long began;
  private final boolean leaves;
  private final long spokes;
  private final Decoder decoder;
  private final Moves moves;
  private final List<Keys> starts = new ArrayList<>();
  private final Map<Keys, Long> costs = new IdentityHashMap<>();
  private Keys bestKeys;
  private long bestCost = Long.MAX_VALUE;
  private long firstValidAfterMs = -1;
  private long iterations;

  /**
   * A search that has not begun.
   *
   * @param relaxation of the problem, for the bound
   * @param began when the time limit began, in {@link System#nanoTime()}
   */
  public Search(Model model, Limits limits, Watcher watcher, Relaxation relaxation, long began) {
    this.model = model;
    this.limits = limits;
    this.watcher = watcher;
    this.bound = relaxation.bound();
    this.relaxation = relaxation;
    this.spokes = Arrays.stream(model.spokes).filter(Objects::nonNull).count();
    this.began = began;
    this.leaves = model.problem.mayLeaveBehind() || model.problem.hardDeadline();
    this.decoder = new Decoder(model);
    this.moves = new Moves(model, decoder, new SplittableRandom(limits.seed()), leaves);
  }

  /** Searches until a limit, starting from a plan where one is given. */
  public Statistics run(Plan start) {
    begin(start);
    return climb();
  }

  /**
   * Builds the plans to start from, one of them the plan that is given. However little time there
   * is, some are built.
   */
  public void begin(Plan start) {
    if (start != null) {
      consider(new KeysReader(model, moves).read(start));
    }
    if (model.problem.history() != null && hasPlan()) {
      // What has been planned already changes no more than it has to.
      while (starts.size() < WALKERS) {
        consider(copy(bestKeys));
      }
      return;
    }
    int ways = model.links.isEmpty() ? 1 : 2;
    for (int i = 0; i < SHARES * ORDERS && (i == 0 || ended() == null); i++) {
      for (int way = 0; way < ways; way++) {
        consider(first(i % ORDERS, 1 + i / ORDERS, way > 0));
      }
    }
  }

  /**
   * Builds the one plan that the keys of another give here, without looking for a better one.
   *
   * @return null if something of it finds no place within the horizon
   */
  public Plan rebuilt(Plan start) {
    var keys = new KeysReader(model, moves).read(start);
    return decoder.decode(keys) < Decoder.LATE ? PlanBuilder.build(model, decoder, keys) : null;
  }

  /**
   * For each site the day on which it closes if its convoys are placed before all others, which
   * keep their order and days; -1 where that leads to no plan.
   */
  public int[] closingsIfFirst(Plan start) {
    int[] days = new int[model.sites];
    var reader = new KeysReader(model, moves);
    for (int s = 0; s < days.length; s++) {
      var keys = reader.read(start);
      keys.putFirst(s);
      days[s] = decoder.decode(keys) < Decoder.LATE ? decoder.closedOn(s) : -1;
    }
    return days;
  }

  /** Goes on from the best that another search of the same bases and roads has found. */
  public void goOnFrom(Search other) {
    consider(copy(other.bestKeys));
  }

  /** Counts plans that another search has built for this one. */
  public void spend(long plans) {
    iterations += plans;
  }

  /** Plans built. */
  public long iterations() {
    return iterations;
  }

  /** Whether the best is a plan with everything in it, though bases of it may close too late. */
  public boolean isComplete() {
    return bestCost < Decoder.UNPLACED;
  }

  /** Searches on until a limit. */
  public Statistics climb() {
    starts.sort(Comparator.comparing(costs::get));
    var stoppedBy = ended() == null ? walk() : ended();
    tidy();
    double seconds = Math.max(1, System.nanoTime() - began) / 1e9;
    return new Statistics(
        firstValidAfterMs, iterations, (long) (iterations / seconds), limits.threads(), stoppedBy);
  }

  private void tidy() {
    if (hasPlan()) {
      var keys = copy(bestKeys);
      long cost = new Tidying(model, decoder, keys, bestCost).tidy();
      offer(keys, cost);
    }
  }

  private void consider(Keys keys) {
    long cost = decoder.decode(keys);
    starts.add(keys);
    costs.put(keys, cost);
    offer(keys, cost);
    iterations++;
  }

  /** Whether the best is a complete plan. */
  public boolean hasPlan() {
    return bestCost < Decoder.LATE;
  }

  public long bestCost() {
    return bestCost;
  }

  /** The best plan found. */
  public Plan bestPlan() {
    decoder.decode(bestKeys);
    return PlanBuilder.build(model, decoder, bestKeys);
  }

  /** The day on which each site closes in the best plan found. */
  public int[] closings() {
    decoder.decode(bestKeys);
    return IntStream.range(0, model.sites).map(decoder::closedOn).toArray();
  }

  /** The first and the last day on which each site closes in plans that are nearly as good. */
  public int[][] closingRanges() {
    return ClosingRanges.of(model, bestKeys, bestCost, limits.seed(), leaves);
  }

  private Keys copy(Keys keys) {
    var copy = new Keys(model.sites);
    copy.copyFrom(keys);
    return copy;
  }

  private StoppedBy walk() {
    var pool = Executors.newFixedThreadPool(limits.threads(), Search::thread);
    try {
      if (spokes >= MANY && hasPlan()) {
        return refine(pool);
      }
      var walkers = new ArrayList<Walker>();
      for (int w = 0; w < WALKERS; w++) {
        walkers.add(new Walker(model, starts.get(w), limits.seed() * 31 + w, leaves));
      }
      StoppedBy stoppedBy = ended();
      while (stoppedBy == null) {
        meet(pool, walkers);
        stoppedBy = ended();
      }
      return stoppedBy;
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "search");
    thread.setDaemon(true);
    return thread;
  }

  private void meet(ExecutorService pool, List<Walker> walkers) {
    long left = limits.maxIterations() > 0 ? limits.maxIterations() - iterations : Long.MAX_VALUE;
    long each = Math.max(1, Math.min(STRIDE, left / WALKERS));
    var walks = new ArrayList<Callable<Long>>();
    for (int w = 0; w < WALKERS && (w < left || left >= WALKERS); w++) {
      var walker = walkers.get(w);
      walks.add(() -> walker.walk(each, () -> outOfTime() || watcher.wantsStop()));
    }
    runAll(pool, walks);
    for (var walker : walkers) {
      if (walker.bestCost < bestCost) {
        offer(walker.best, walker.bestCost);
      }
    }
    for (var walker : walkers) {
      if (walker.isStuck()) {
        walker.leap(bestKeys);
      }
    }
  }

  /** Looks at a few bases at a time. */
  private StoppedBy refine(ExecutorService pool) {
    var groups = new GroupSearch(model, decoder, limits.seed(), WALKERS, leaves);
    groups.start(bestKeys);
    StoppedBy stoppedBy = ended();
    while (stoppedBy == null) {
      long left = limits.maxIterations() > 0 ? limits.maxIterations() - iterations : Long.MAX_VALUE;
      runAll(pool, groups.walks(left, () -> outOfTime() || watcher.wantsStop()));
      groups.merge();
      offer(groups.base(), groups.cost());
      stoppedBy = ended();
    }
    return stoppedBy;
  }

  /** The best bound proved so far. */
  public Bound bound() {
    return bound;
  }

  /** Walks, and beside that goes a step further with the bound. */
  private void runAll(ExecutorService pool, List<Callable<Long>> walks) {
    var work = new ArrayList<>(walks);
    if (mayRaiseBound() && rounds++ % Math.max(1, spokes / MANY) == 0) {
      work.add(0, this::raiseBound);
    }
    try {
      for (var walk : pool.invokeAll(work)) {
        iterations += walk.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while searching", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    if (priced != null && priced.bound().objective() > bound.objective()) {
      bound = priced.bound();
      watcher.raised(bound);
    }
  }

  /** The past is no choice of a base, so it has no price. */
  private boolean mayRaiseBound() {
    return hasPlan() && model.problem.fixed().isEmpty() && (priced == null || !priced.isDone());
  }

  private Long raiseBound() {
    if (priced == null) {
      priced = new PricedRelaxation(model, relaxation);
    }
    priced.step(bestCost);
    return 0L;
  }

  private boolean outOfTime() {
    return System.nanoTime() - began > limits.timeMillis() * 1_000_000;
  }

  private StoppedBy ended() {
    if (watcher.wantsStop()) {
      return StoppedBy.REQUEST;
    }
    if (hasPlan() && bound.gap(bestCost) <= limits.targetGap()) {
      return StoppedBy.TARGET_GAP;
    }
    if (limits.maxIterations() > 0 && iterations >= limits.maxIterations()) {
      return StoppedBy.ITERATION_LIMIT;
    }
    return outOfTime() ? StoppedBy.TIME_LIMIT : null;
  }

  private void offer(Keys keys, long cost) {
    if (cost >= bestCost) {
      return;
    }
    if (bestKeys == null) {
      bestKeys = new Keys(model.sites);
    }
    bestKeys.copyFrom(keys);
    bestCost = cost;
    if (hasPlan()) {
      if (firstValidAfterMs < 0) {
        firstValidAfterMs = (System.nanoTime() - began) / 1_000_000;
      }
      watcher.improved(cost, bound, iterations, this::bestPlan);
    }
  }

  /**
   * Keys to start from: the bases in the order in which their phases end, one after another; then
   * the same taking turns, and with rear parties that fly where they can.
   *
   * @param balanced whether trucks and escorts are shared out among the hubs by demand first
   */
  Keys first(int variant, int share, boolean balanced) {
    var keys = new Keys(model.sites);
    var supply = new Supply(model, decoder);
    if (balanced) {
      supply.balance(keys);
    }
    var spokes = new ArrayList<Model.Spoke>();
    for (var spoke : model.spokes) {
      if (spoke != null) {
        spokes.add(spoke);
      }
    }
    spokes.sort(
        Comparator.comparingInt((Model.Spoke s) -> urgency(s, variant))
            .thenComparing(s -> s.site.code()));
    for (var spoke : spokes) {
      int s = spoke.index;
      boolean flies = spoke.carriers.length > 0;
      keys.finalByAir[s] = flies && (variant % 2 == 1 || !spoke.hasRoad());
      keys.byTruck[s] = !flies;
      moves.cut(keys, spoke, share);
    }
    if (variant < 2) {
      for (var spoke : spokes) {
        for (int k = 0; k <= keys.convoys[spoke.index]; k++) {
          keys.insert(keys.length, spoke.index);
        }
      }
    } else {
      takeTurns(keys, spokes);
    }
    if (decoder.decode(keys) >= Decoder.LATE) {
      new DeadlockBreaker(model, keys, decoder.waiting()).untie();
    }
    if (!hasPlan()) {
      supply.relieve(keys);
      iterations += supply.built();
    }
    if (leaves) {
      leaveUntilInTime(keys, spokes);
    }
    return keys;
  }

  /** Leaves half of what is left to move, again and again, where a base cannot close in time. */
  private void leaveUntilInTime(Keys keys, List<Model.Spoke> spokes) {
    for (int round = 0; round < 20 && decoder.decode(keys) >= Decoder.LATE; round++) {
      for (var spoke : spokes) {
        int s = spoke.index;
        if (decoder.closedOn(s) > model.lastClosing(s) || decoder.closedOn(s) == model.days - 1) {
          keys.left[s] += (ConvoySizes.loads(keys, spoke) + 1) / 2;
          moves.fit(keys, spoke);
        }
      }
    }
  }

  private static void takeTurns(Keys keys, List<Model.Spoke> spokes) {
    boolean more = true;
    for (int round = 0; more; round++) {
      more = false;
      for (var spoke : spokes) {
        if (round <= keys.convoys[spoke.index]) {
          keys.insert(keys.length, spoke.index);
          more = true;
        }
      }
    }
  }

  private int urgency(Model.Spoke spoke, int variant) {
    int due = spoke.site.windowEnd();
    if (variant == 0 || !spoke.hasRoad()) {
      return due;
    }
    int p = Math.max(0, spoke.paths[0].dispatchFor[0]);
    int trip = p < model.days ? spoke.paths[0].arrives[p] - p + 1 : 0;
    int convoys = spoke.site.loads() / Math.max(1, spoke.maxVehicles) + 1;
    return due - convoys * trip / 2;
  }
}
