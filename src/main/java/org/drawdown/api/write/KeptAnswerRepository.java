package org.drawdown.api.write;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The answers that were given for keys. */
@ApplicationScoped
class KeptAnswerRepository implements PanacheRepositoryBase<KeptAnswer, String> {

  /** Makes repetitions that come at once wait, so that only the first of them finds no answer. */
  void lock(int bucket) {
    getEntityManager()
        .createNativeQuery("select number from answer_bucket where number = :bucket for update")
        .setParameter("bucket", bucket)
        .getSingleResult();
  }

  /** Forgets answers of a bucket that nobody may repeat any more. */
  void deleteOlder(int bucket, Instant before) {
    delete("bucket = ?1 and keptAt < ?2", bucket, before);
  }
}
