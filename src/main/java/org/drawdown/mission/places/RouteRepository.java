package org.drawdown.mission.places;

import jakarta.enterprise.context.ApplicationScoped;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.RowQuery;
import org.drawdown.api.page.SortKey;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Messages;
import org.drawdown.mission.ListKind;
import org.drawdown.mission.MissionList;

/** The routes. */
@ApplicationScoped
public class RouteRepository extends MissionList<Route, Dataset.Route, String> {

  private static final SortKey<Route> ID = SortKey.key("r.id", Route::id);

  RouteRepository() {
    super(
        new ListKind<>(
            "routes",
            Dataset.Route.class,
            "id",
            Dataset.Route::id,
            d -> new Route(d.id()),
            Messages::noRoute,
            Messages::routeTaken));
  }

  /** A page of routes; null stands for any. */
  Page<Route> page(String from, String to, String mode, PageRequest request) {
    return new RowQuery<>(this, Route.class)
        .equal("r.from.code", from)
        .equal("r.to.code", to)
        .equal("r.mode", mode)
        .page(request, ID, ID);
  }

  @Override
  protected String id(String key) {
    return key;
  }

  @Override
  protected void fill(Route row, Dataset.Route document) {
    var places = getEntityManager();
    row.become(
        document,
        places.getReference(Place.class, document.from()),
        places.getReference(Place.class, document.to()));
  }
}
