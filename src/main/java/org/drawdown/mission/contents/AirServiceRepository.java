package org.drawdown.mission.contents;

import jakarta.enterprise.context.ApplicationScoped;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.RowQuery;
import org.drawdown.api.page.SortKey;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Messages;
import org.drawdown.mission.ListKind;
import org.drawdown.mission.MissionList;
import org.drawdown.mission.places.Base;

/** The air services. */
@ApplicationScoped
public class AirServiceRepository extends MissionList<AirService, Dataset.AirService, String> {

  private static final SortKey<AirService> ID = SortKey.key("r.id", AirService::id);

  AirServiceRepository() {
    super(
        new ListKind<>(
            "airServices",
            Dataset.AirService.class,
            "id",
            Dataset.AirService::id,
            d -> new AirService(d.id()),
            Messages::noAirService,
            Messages::airServiceTaken));
  }

  /** A page of air services; null stands for any. */
  Page<AirService> page(String from, String to, String type, PageRequest request) {
    return new RowQuery<>(this, AirService.class)
        .equal("r.from.code", from)
        .equal("r.to.code", to)
        .equal("r.type", type)
        .page(request, ID, ID);
  }

  @Override
  protected String id(String key) {
    return key;
  }

  @Override
  protected void fill(AirService row, Dataset.AirService document) {
    var bases = getEntityManager();
    row.become(
        document,
        bases.getReference(Base.class, document.from()),
        bases.getReference(Base.class, document.to()));
  }
}
