package org.drawdown.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.drawdown.api.answer.AnswerBodies;
import org.drawdown.dataset.Dataset;
import org.drawdown.platform.StoredJson;

/** The datasets of schedules, each once. */
@ApplicationScoped
public class DatasetCopyRepository implements PanacheRepositoryBase<DatasetCopy, String> {

  private final StoredJson json;

  DatasetCopyRepository(StoredJson json) {
    this.json = json;
  }

  /** The copy of a dataset, kept if it is new. */
  public DatasetCopy keep(Dataset dataset) {
    byte[] document = json.bytes(dataset);
    var id = AnswerBodies.digest(document);
    var known = findById(id);
    if (known != null) {
      return known;
    }
    var copy = new DatasetCopy(id, document);
    persist(copy);
    return copy;
  }

  /** The dataset of a copy. */
  public Dataset dataset(DatasetCopy copy) {
    return json.read(copy.document(), Dataset.class);
  }
}
