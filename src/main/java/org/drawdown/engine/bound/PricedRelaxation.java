package org.drawdown.engine.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.drawdown.engine.Bound;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.model.Model;

/**
 * A Lagrangian relaxation (Fisher, Management Science 27, 1981): instead of keeping within the
 * pools of trucks and escorts and the seats of charter flights, every base pays for them by the
 * day. Whatever the prices, what all bases then cost together, less what the pools would bring, is
 * no more than what any valid plan costs. The prices are improved step by step, by subgradients.
 */
public final class PricedRelaxation {

  private static final int PRIORITIES = ReadyLoads.PRIORITIES;

  /** Steps without success after which the aim is set lower, and how much lower. */
  private static final int PATIENCE = 20;

  private static final double LOWER = 0.7;
  private static final double LOWEST = 0.005;

  /** Prices to begin with: how often halved, and by when nothing, as shares of a long time. */
  private static final int HEIGHTS = 10;

  private static final double[] ENDS = {0.25, 0.4, 0.6, 0.85, 1.2};

  private final Model model;
  private final Problem problem;
  private final Relaxation apart;
  private final Prices prices;
  private final List<PricedSpoke> spokes = new ArrayList<>();
  private final double[] slope;
  private Bound bound;
  private double best = Double.NEGATIVE_INFINITY;
  private double[] bestPrices;
  private double reach = 0.5;
  private int idle;
  private int guesses;
  private double lastDay;
  private double highest;

  public PricedRelaxation(Model model, Relaxation apart) {
    this.model = model;
    this.problem = model.problem;
    this.apart = apart;
    this.bound = apart.bound();
    this.prices = new Prices(model);
    int size = 2 * model.days;
    for (var spoke : model.spokes) {
      if (spoke != null) {
        spokes.add(new PricedSpoke(model, spoke, apart));
        size += PRIORITIES;
      }
    }
    this.slope = new double[size];
  }

  /** The best bound so far. */
  public Bound bound() {
    return bound;
  }

  /** Whether further steps would bring nothing worth having. */
  public boolean isDone() {
    return reach <= LOWEST;
  }

  /**
   * Improves the prices once.
   *
   * @param found the objective of the best plan known
   */
  public void step(long found) {
    if (bestPrices == null) {
      begin();
      return;
    }
    if (guesses < HEIGHTS * ENDS.length) {
      guess();
      return;
    }
    double value = value();
    idle = value > best + 1e-4 * Math.abs(best) ? 0 : idle + 1;
    keep(value);
    if (idle > PATIENCE) {
      idle = 0;
      reach = Math.max(LOWEST, reach * LOWER);
      set(bestPrices);
      value = value();
    }
    move(best + reach * (found - best) - value);
  }

  /** The worth of all trips if the whole objective were their price, and their length. */
  private void begin() {
    keep(value());
    double wanted = 0;
    double there = 0;
    for (int d = 0; d < model.days; d++) {
      wanted += prices.escortsWanted[d];
      there += model.allEscorts[d];
    }
    lastDay = Math.max(8, wanted * model.days / Math.max(1, there));
    highest = Math.max(1, Math.abs(best)) / Math.max(1, wanted);
  }

  /** Escorts at a price that falls day by day to nothing. */
  private void guess() {
    double price = highest / (1 << guesses % HEIGHTS);
    double end = lastDay * ENDS[guesses / HEIGHTS];
    Arrays.fill(prices.truck, 0);
    for (int d = 0; d < model.days; d++) {
      prices.escort[d] = price * Math.max(0, end - d) / end;
    }
    keep(value());
    guesses++;
    if (guesses == HEIGHTS * ENDS.length) {
      set(bestPrices);
    }
  }

  private void keep(double value) {
    if (value > best && value < Double.POSITIVE_INFINITY || bestPrices == null) {
      best = Math.min(value, Double.MAX_VALUE);
      bestPrices = get();
      long whole = (long) Math.ceil(best - 1e-9 * Math.abs(best) - 1e-3);
      if (Math.abs(best) < Double.MAX_VALUE && whole > bound.objective()) {
        bound =
            new Bound(
                whole,
                Bound.Relaxed.POOLS_PRICED,
                bound.earliestCompletion(),
                bound.completionRelaxation());
      }
    }
  }

  private double[] get() {
    double[] all = new double[slope.length];
    int days = model.days;
    System.arraycopy(prices.truck, 0, all, 0, days);
    System.arraycopy(prices.escort, 0, all, days, days);
    int at = 2 * days;
    for (var spoke : spokes) {
      System.arraycopy(spoke.cargo.rebate, 1, all, at, PRIORITIES);
      at += PRIORITIES;
    }
    return all;
  }

  private void set(double[] all) {
    int days = model.days;
    System.arraycopy(all, 0, prices.truck, 0, days);
    System.arraycopy(all, days, prices.escort, 0, days);
    int at = 2 * days;
    for (var spoke : spokes) {
      System.arraycopy(all, at, spoke.cargo.rebate, 1, PRIORITIES);
      at += PRIORITIES;
    }
  }

  /** The cost of all bases at these prices, less the worth of the pools. */
  private double value() {
    prices.settle();
    double sum = apart.hubsAlone() - prices.worth() - problem.weight(Term.CONVOY_RISK);
    for (int h = 0; h < model.sites; h++) {
      if (model.spokes[h] == null) {
        int people = model.travellers[h] - problem.sites().get(h).rearParty();
        sum += people == 0 ? 0 : people * prices.fromStart(h);
      }
    }
    for (var spoke : spokes) {
      sum += spoke.least(prices);
    }
    return sum;
  }

  /** Raises the price of what is wanted more than there is, and lowers the others. */
  private void move(double rise) {
    int days = model.days;
    for (int d = 0; d < days; d++) {
      slope[d] = excess(prices.trucksWanted[d], model.allTrucks[d], prices.truck[d]);
      slope[days + d] = excess(prices.escortsWanted[d], model.allEscorts[d], prices.escort[d]);
    }
    int at = 2 * days;
    for (var spoke : spokes) {
      for (int c = 1; c <= PRIORITIES; c++) {
        slope[at++] = spoke.missing(c);
      }
    }
    double norm = Arrays.stream(slope).map(part -> part * part).sum();
    double step = norm == 0 ? 0 : Math.max(0, rise) / norm;
    for (int d = 0; d < days; d++) {
      prices.truck[d] = moved(prices.truck[d], step * slope[d], model.allTrucks[d]);
      prices.escort[d] = moved(prices.escort[d], step * slope[days + d], model.allEscorts[d]);
    }
    at = 2 * days;
    for (var spoke : spokes) {
      for (int c = 1; c <= PRIORITIES; c++) {
        spoke.cargo.rebate[c] += step * slope[at++] / Math.max(1, spoke.cargo.truckloads(c));
      }
    }
  }

  private static double moved(double price, double by, int there) {
    return Math.max(0, price + by / Math.max(1, there));
  }

  /** By how much more is wanted than there is, as a share of it; nothing where it costs nothing. */
  private static double excess(double wanted, int there, double price) {
    double excess = (wanted - there) / Math.max(1, there);
    return price == 0 && excess < 0 ? 0 : excess;
  }
}
