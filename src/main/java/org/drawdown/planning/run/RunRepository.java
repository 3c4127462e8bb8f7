package org.drawdown.planning.run;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The runs. */
@ApplicationScoped
class RunRepository implements PanacheRepositoryBase<Run, String> {

  /**
   * A run, held against everybody else until the transaction ends. Who writes a run or its schedule
   * holds it first, because its planner and who stops it are different threads.
   */
  Run lock(String schedule) {
    getEntityManager()
        .createNativeQuery("select schedule from planning_run where schedule = :id for update")
        .setParameter("id", schedule)
        .getResultList();
    var run = findById(schedule);
    getEntityManager().refresh(run);
    return run;
  }
}
