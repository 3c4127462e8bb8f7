package org.drawdown.mission.places;

import jakarta.ws.rs.Path;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.ListResource;

/** The door to the exits. */
@Path("exits")
class ExitsResource extends ListResource<Exit, Dataset.Exit> {

  private final ExitRepository exits;

  ExitsResource(ExitRepository exits, Tools tools) {
    super(exits, tools);
    this.exits = exits;
  }

  @Override
  protected Page<Exit> page(Parameters filters, PageRequest request) {
    return exits.page(filters.text("kind"), filters.text("country"), request);
  }
}
