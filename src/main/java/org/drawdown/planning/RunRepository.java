package org.drawdown.planning;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where runs are kept. */
@ApplicationScoped
class RunRepository implements PanacheRepositoryBase<Run, String> {

  private final EntityManager manager;

  RunRepository(EntityManager manager) {
    this.manager = manager;
  }

  /**
   * A run, held against everybody else until the transaction ends. Whoever writes a run or its
   * schedule holds it first: its solver, its heartbeat and who stops it are different threads.
   */
  Run lock(String id) {
    manager
        .createNativeQuery("select id from planning_run where id = :id for update")
        .setParameter("id", id)
        .getResultList();
    var run = findById(id);
    manager.refresh(run);
    return run;
  }

  /** The oldest run that nobody works on, locked; what others are just taking is passed over. */
  Optional<Run> lockNext(Instant now) {
    List<?> ids =
        manager
            .createNativeQuery(
                "select id from planning_run"
                    + " where status = 'QUEUED' or (status = 'RUNNING' and lease_until < :now)"
                    + " order by created_at, id fetch first 1 row only for update skip locked")
            .setParameter("now", now)
            .getResultList();
    return ids.stream().findFirst().map(id -> findById((String) id));
  }
}
