package org.drawdown.mission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Where the mission is kept. */
@ApplicationScoped
class MissionRepository implements PanacheRepositoryBase<MissionRow, String> {

  private final EntityManager manager;

  MissionRepository(EntityManager manager) {
    this.manager = manager;
  }

  Optional<MissionRow> findTheOne() {
    return findByIdOptional(MissionRow.THE_ONE);
  }

  /** The mission, held against all other writers until the transaction ends. */
  Optional<MissionRow> lockTheOne() {
    // Hibernate would lock with "for no key update", which H2 does not know.
    manager
        .createNativeQuery("select id from mission where id = :id for update")
        .setParameter("id", MissionRow.THE_ONE)
        .getResultList();
    var row = findTheOne();
    row.ifPresent(manager::refresh);
    return row;
  }
}
