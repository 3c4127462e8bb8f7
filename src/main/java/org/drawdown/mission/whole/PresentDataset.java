package org.drawdown.mission.whole;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;
import org.drawdown.dataset.Dataset;

/**
 * The dataset of the latest revision, typed and judged, so that who plans or changes one part of it
 * need not read the whole again. It cannot be changed, and whoever has it sees one state only.
 */
@ApplicationScoped
class PresentDataset {

  /** A dataset and its revision. */
  record Read(long revision, Dataset dataset) {}

  private final TransactionSynchronizationRegistry transaction;
  private volatile Read kept;

  PresentDataset(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  /**
   * The dataset of a revision that is committed, or of a later one.
   *
   * @param read reads it in one snapshot
   */
  Dataset at(long revision, Supplier<Read> read) {
    var known = kept;
    if (known != null && known.revision() >= revision) {
      return known.dataset();
    }
    return readOnce(revision, read);
  }

  private synchronized Dataset readOnce(long revision, Supplier<Read> read) {
    var known = kept;
    if (known != null && known.revision() >= revision) {
      return known.dataset();
    }
    // What the caller's transaction sees or has written is another state.
    var found = QuarkusTransaction.suspendingExisting().call(read::get);
    keep(found.revision(), found.dataset());
    return found.dataset();
  }

  /** Keeps the dataset that a change comes to, once it is committed. */
  void keepOnceCommitted(long revision, Dataset dataset) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Nothing is known before the end.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              keep(revision, dataset);
            }
          }
        });
  }

  private synchronized void keep(long revision, Dataset dataset) {
    if (kept == null || kept.revision() < revision) {
      kept = new Read(revision, dataset);
    }
  }
}
