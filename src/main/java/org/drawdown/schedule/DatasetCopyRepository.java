package org.drawdown.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.drawdown.api.answer.AnswerBodies;
import org.drawdown.dataset.Dataset;
import org.drawdown.platform.StoredJson;

/** The datasets of schedules, each once; those that were asked for last stay in memory as well. */
@ApplicationScoped
public class DatasetCopyRepository implements PanacheRepositoryBase<DatasetCopy, String> {

  private static final int REMEMBERED = 4;

  private final StoredJson json;
  private volatile Digest latest;
  private final Map<String, Dataset> recent =
      Collections.synchronizedMap(
          new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Dataset> eldest) {
              return size() > REMEMBERED;
            }
          });

  /** A dataset, which cannot be changed, and the id of its copy. */
  private record Digest(Dataset dataset, String id, byte[] document) {}

  DatasetCopyRepository(StoredJson json) {
    this.json = json;
  }

  /** The copy of a dataset, kept if it is new, whoever else keeps it at the same time. */
  public DatasetCopy keep(Dataset dataset) {
    var digest = digest(dataset);
    if (count("id", digest.id()) == 0) {
      getEntityManager()
          .createNativeQuery(
              "insert into dataset_copy (id, format, document) values (:id, :format, :document)"
                  + " on conflict do nothing")
          .setParameter("id", digest.id())
          .setParameter("format", DatasetCopy.FORMAT)
          .setParameter("document", digest.document())
          .executeUpdate();
    }
    return getEntityManager().getReference(DatasetCopy.class, digest.id());
  }

  private Digest digest(Dataset dataset) {
    var known = latest;
    if (known == null || known.dataset() != dataset) {
      byte[] document = json.bytes(dataset);
      known = new Digest(dataset, AnswerBodies.digest(document), document);
      latest = known;
    }
    return known;
  }

  /** The dataset of a copy. */
  public Dataset dataset(DatasetCopy copy) {
    var known = recent.get(copy.id());
    if (known == null) {
      known = json.read(copy.document(), Dataset.class);
      recent.put(copy.id(), known);
    }
    return known;
  }
}
