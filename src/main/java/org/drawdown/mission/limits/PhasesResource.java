package org.drawdown.mission.limits;

import jakarta.ws.rs.Path;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.ListResource;

/** The door to the phases. */
@Path("phases")
class PhasesResource extends ListResource<Phase, Dataset.Phase> {

  private final PhaseRepository phases;

  PhasesResource(PhaseRepository phases, Tools tools) {
    super(phases, tools);
    this.phases = phases;
  }

  @Override
  protected Page<Phase> page(Parameters filters, PageRequest request) {
    return phases.page(filters.text("base"), filters.day("on"), request);
  }
}
