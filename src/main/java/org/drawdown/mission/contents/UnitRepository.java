package org.drawdown.mission.contents;

import jakarta.enterprise.context.ApplicationScoped;
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

/** The units. */
@ApplicationScoped
public class UnitRepository extends MissionList<Unit, Dataset.Unit, String> {

  private static final SortKey<Unit> ID = SortKey.key("r.id", Unit::id);
  private static final Map<String, SortKey<Unit>> SORTS =
      Map.of("id", ID, "strength", SortKey.number("r.strength", Unit::strength));

  UnitRepository() {
    super(
        new ListKind<>(
            "units",
            Dataset.Unit.class,
            "id",
            Dataset.Unit::id,
            d -> new Unit(d.id()),
            Messages::noUnit,
            Messages::unitTaken));
  }

  /** A page of units; null stands for any. */
  Page<Unit> page(String base, String country, String category, PageRequest request) {
    return new RowQuery<>(this, Unit.class)
        .equal("r.base.code", base)
        .equal("r.country", country)
        .equal("r.category", category)
        .page(request, SORTS.get(request.sort() == null ? "id" : request.field()), ID);
  }

  @Override
  protected String id(String key) {
    return key;
  }

  @Override
  protected void fill(Unit row, Dataset.Unit document) {
    row.become(document, getEntityManager().getReference(Base.class, document.base()));
  }
}
