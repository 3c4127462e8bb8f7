package org.drawdown.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.drawdown.engine.Bound;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Watcher;

/**
 * What a search has found after so much work of the processors, whatever else runs on the machine:
 * compilers and collectors of the JVM count as work of the search.
 */
public final class Trace implements Watcher {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final long began = SYSTEM.getProcessCpuTime();
  private final long early;
  private final long late;
  private long best = Long.MAX_VALUE;
  private long atEarly = -1;
  private long bound;
  private boolean over;

  /**
   * A trace that begins now.
   *
   * @param early CPU-seconds after which the best is looked at first
   * @param late CPU-seconds after which the search ends
   */
  public Trace(double early, double late) {
    this.early = (long) (early * 1e9);
    this.late = (long) (late * 1e9);
  }

  /** A plan of this cost was found. */
  public synchronized void seen(long cost) {
    tick();
    best = Math.min(best, cost);
  }

  /** Whether it should end. */
  public synchronized boolean isOver() {
    tick();
    return over;
  }

  private void tick() {
    long spent = SYSTEM.getProcessCpuTime() - began;
    if (atEarly < 0 && spent >= early) {
      atEarly = best;
    }
    over |= spent >= late;
  }

  /** The best after the shorter time. */
  public synchronized long early() {
    return atEarly < 0 ? best : atEarly;
  }

  /** The best of all. */
  public synchronized long late() {
    return best;
  }

  /** What no plan can beat, as far as it was proved; 0 where nothing was. */
  public synchronized long bound() {
    return bound;
  }

  @Override
  public synchronized void improved(
      long objective, Bound proved, long iterations, Supplier<Plan> plan) {
    raised(proved);
    seen(objective);
  }

  @Override
  public synchronized void raised(Bound proved) {
    bound = Math.max(bound, proved.objective());
  }

  @Override
  public boolean wantsStop() {
    return isOver();
  }
}
