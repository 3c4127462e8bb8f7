package org.drawdown.mission.contents;

import jakarta.ws.rs.Path;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.ListResource;

/** The door to the units. */
@Path("units")
class UnitsResource extends ListResource<Unit, Dataset.Unit> {

  private final UnitRepository units;

  UnitsResource(UnitRepository units, Tools tools) {
    super(units, tools);
    this.units = units;
  }

  @Override
  protected Page<Unit> page(Parameters filters, PageRequest request) {
    return units.page(
        filters.text("base"), filters.text("country"), filters.text("category"), request);
  }
}
