package org.drawdown.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.drawdown.common.Representations;

/** Where the datasets of schedules are kept, each once. */
@ApplicationScoped
public class DatasetCopyRepository implements PanacheRepositoryBase<DatasetCopy, String> {

  /** Keeps a document if it is new, and returns the id of its copy. */
  public String keep(String document) {
    var id = Representations.digest(document.getBytes(StandardCharsets.UTF_8));
    if (findById(id) == null) {
      persist(new DatasetCopy(id, document));
    }
    return id;
  }
}
