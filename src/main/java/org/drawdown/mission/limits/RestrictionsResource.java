package org.drawdown.mission.limits;

import jakarta.ws.rs.Path;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.ListResource;

/** The door to the restrictions. */
@Path("restrictions")
class RestrictionsResource extends ListResource<Restriction, Dataset.Restriction> {

  private final RestrictionRepository restrictions;

  RestrictionsResource(RestrictionRepository restrictions, Tools tools) {
    super(restrictions, tools);
    this.restrictions = restrictions;
  }

  @Override
  protected Page<Restriction> page(Parameters filters, PageRequest request) {
    return restrictions.page(
        filters.text("kind"),
        filters.text("base"),
        filters.text("route"),
        filters.day("on"),
        request);
  }
}
