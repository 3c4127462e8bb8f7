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

  /**
   * Forgets answers that nobody may repeat any more, and the oldest where there are too many.
   *
   * @param most answers that may stay
   */
  void deleteOlder(Instant before, int most) {
    delete("keptAt < ?1", before);
    if (count() > most) {
      find("order by keptAt desc")
          .page(most, 1)
          .firstResultOptional()
          .ifPresent(oldest -> delete("keptAt <= ?1", oldest.keptAt()));
    }
  }
}
