package org.drawdown.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The ends of records. */
@ApplicationScoped
class RecordHeadRepository implements PanacheRepositoryBase<RecordHead, String> {

  /** The end of a mission's record, held against other writers; made where there is none. */
  RecordHead lock(String mission) {
    getEntityManager()
        .createNativeQuery(
            "insert into record_head (mission, sequence) values (:mission, 0)"
                + " on conflict do nothing")
        .setParameter("mission", mission)
        .executeUpdate();
    // Hibernate would lock with "for no key update", which H2 does not know.
    getEntityManager()
        .createNativeQuery("select mission from record_head where mission = :mission for update")
        .setParameter("mission", mission)
        .getResultList();
    var head = findById(mission);
    getEntityManager().refresh(head);
    return head;
  }
}
