package org.drawdown.mission.contents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.RowQuery;
import org.drawdown.api.page.SortKey;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Messages;
import org.drawdown.mission.ListKind;
import org.drawdown.mission.MissionList;
import org.drawdown.mission.places.Base;
import org.hibernate.Session;

/** The assets. */
@ApplicationScoped
public class AssetRepository extends MissionList<Asset, Dataset.Asset, String> {

  private static final int BATCH = 1000;

  private static final SortKey<Asset> ID = SortKey.key("r.id", Asset::id);
  private static final Map<String, SortKey<Asset>> SORTS =
      Map.of(
          "id", ID,
          "type", SortKey.text("r.type", Asset::type),
          "quantity", SortKey.number("r.quantity", Asset::quantity),
          "priority",
              SortKey.number(
                  "coalesce(r.priority, " + Asset.USUAL_PRIORITY + ")", Asset::priority));

  AssetRepository() {
    super(
        new ListKind<>(
            "assets",
            Dataset.Asset.class,
            "id",
            Dataset.Asset::id,
            d -> new Asset(d.id()),
            Messages::noAsset,
            Messages::assetTaken));
  }

  /** The filters of a request; null stands for any. */
  record Filter(String base, String category, String ownership, String disposition, String type) {}

  /** A page of assets. */
  Page<Asset> page(Filter filter, PageRequest request) {
    return new RowQuery<>(this, Asset.class)
        .equal("r.base.code", filter.base())
        .equal("r.category", filter.category())
        .equal("r.ownership", filter.ownership())
        .equal("r.disposition", filter.disposition())
        .equal("r.type", filter.type())
        .page(request, SORTS.get(request.sort() == null ? "id" : request.field()), ID);
  }

  /** Lots are many and have no parts of their own: they go past what Hibernate keeps in mind. */
  @Override
  public List<Dataset.Asset> addAll(List<Dataset.Asset> documents) {
    var kept = new ArrayList<Dataset.Asset>(documents.size());
    var session = getEntityManager().unwrap(Session.class);
    session.doWork(
        connection -> {
          try (var direct = session.getSessionFactory().openStatelessSession(connection)) {
            var batch = new ArrayList<Asset>();
            for (int i = 0; i < documents.size(); i++) {
              var row = filled(documents.get(i), i);
              kept.add(row.document());
              if (documents.get(i).aircraft() == null) {
                batch.add(row);
              } else {
                persist(row);
              }
              if (batch.size() == BATCH) {
                direct.insertMultiple(batch);
                batch.clear();
              }
            }
            direct.insertMultiple(batch);
          }
        });
    flush();
    return kept;
  }

  @Override
  protected String id(String key) {
    return key;
  }

  @Override
  protected void fill(Asset row, Dataset.Asset document) {
    row.become(document, getEntityManager().getReference(Base.class, document.base()));
  }
}
