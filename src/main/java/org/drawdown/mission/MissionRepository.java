package org.drawdown.mission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** Where the mission is kept. */
@ApplicationScoped
class MissionRepository implements PanacheRepositoryBase<MissionRow, String> {

  Optional<MissionRow> findTheOne() {
    return findByIdOptional(MissionRow.THE_ONE);
  }

  /** The mission, held against all other writers until the transaction ends. */
  Optional<MissionRow> lockTheOne() {
    return findByIdOptional(MissionRow.THE_ONE, LockModeType.PESSIMISTIC_WRITE);
  }
}
