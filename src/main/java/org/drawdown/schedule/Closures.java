package org.drawdown.schedule;

import java.util.List;

/** Tells when bases close under a schedule. */
public interface Closures {

  /** The closures of a schedule in the order of its dataset; none without a plan. */
  List<Closure> of(Schedule schedule);
}
