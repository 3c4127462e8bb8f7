package org.drawdown.mission.whole;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;

/** The mission. */
@ApplicationScoped
class MissionRepository implements PanacheRepositoryBase<Mission, String> {

  Optional<Mission> findTheOne() {
    return findByIdOptional(Mission.THE_ONE);
  }

  /** The mission; 404 if there is none. */
  Mission getTheOne() {
    return findTheOne().orElseThrow(MissionRepository::none);
  }

  /** The mission, held against all other writers until the transaction ends, if there is one. */
  Optional<Mission> lockTheOne() {
    // Hibernate would lock with "for no key update", which H2 does not know.
    getEntityManager()
        .createNativeQuery("select id from mission where id = :id for update")
        .setParameter("id", Mission.THE_ONE)
        .getResultList();
    // Nothing has been changed yet; what was read before is read again, as it now is.
    getEntityManager().clear();
    return findTheOne();
  }

  static Refusal none() {
    return Refusal.notFound(Messages::noMission);
  }
}
