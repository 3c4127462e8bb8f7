package org.drawdown.mission.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
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
import org.drawdown.mission.places.Route;

/** The restrictions. */
@ApplicationScoped
public class RestrictionRepository extends MissionList<Restriction, Dataset.Restriction, String> {

  private static final SortKey<Restriction> ID = SortKey.key("r.id", Restriction::id);
  private static final Map<String, SortKey<Restriction>> SORTS =
      Map.of("id", ID, "from", SortKey.day("r.firstDay", Restriction::firstDay));

  RestrictionRepository() {
    super(
        new ListKind<>(
            "restrictions",
            Dataset.Restriction.class,
            "id",
            Dataset.Restriction::id,
            d -> new Restriction(d.id()),
            Messages::noRestriction,
            Messages::restrictionTaken));
  }

  /**
   * A page of restrictions; null stands for any.
   *
   * @param base one of those that they name
   * @param route one of those that they name
   * @param on a day that they cover
   */
  Page<Restriction> page(
      String kind, String base, String route, LocalDate on, PageRequest request) {
    return new RowQuery<>(this, Restriction.class)
        .equal("r.kind", kind)
        .where("exists (select 1 from r.bases b where b.code = :base)", "base", base)
        .where("exists (select 1 from r.routes t where t.id = :route)", "route", route)
        .where(":on between r.firstDay and r.lastDay", "on", on)
        .page(request, SORTS.get(request.sort() == null ? "id" : request.field()), ID);
  }

  @Override
  protected String id(String key) {
    return key;
  }

  @Override
  protected void fill(Restriction row, Dataset.Restriction document) {
    var places = getEntityManager();
    row.become(
        document,
        document.routes().stream().map(id -> places.getReference(Route.class, id)).toList(),
        document.bases().stream().map(code -> places.getReference(Base.class, code)).toList());
  }
}
