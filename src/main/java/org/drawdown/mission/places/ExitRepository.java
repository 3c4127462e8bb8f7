package org.drawdown.mission.places;

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

/** The exits. */
@ApplicationScoped
public class ExitRepository extends MissionList<Exit, Dataset.Exit, String> {

  private static final SortKey<Exit> CODE = SortKey.key("r.code", Exit::code);
  private static final Map<String, SortKey<Exit>> SORTS =
      Map.of("code", CODE, "name", SortKey.text("r.name", Exit::name));

  ExitRepository() {
    super(
        new ListKind<>(
            "exits",
            Dataset.Exit.class,
            "code",
            Dataset.Exit::code,
            d -> new Exit(d.code()),
            Messages::noExit,
            Messages::exitTaken));
  }

  /** A page of exits; null stands for any. */
  Page<Exit> page(String kind, String country, PageRequest request) {
    return new RowQuery<>(this, Exit.class)
        .equal("r.kind", kind)
        .equal("r.country", country)
        .page(request, SORTS.get(request.sort() == null ? "code" : request.field()), CODE);
  }

  /** Bases and exits share their codes. */
  @Override
  public boolean isTaken(String key) {
    return getEntityManager().find(Place.class, key) != null;
  }

  @Override
  protected String id(String key) {
    return key;
  }

  @Override
  protected void fill(Exit row, Dataset.Exit document) {
    row.become(document);
  }
}
