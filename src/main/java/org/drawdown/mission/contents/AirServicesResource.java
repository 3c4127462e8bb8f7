package org.drawdown.mission.contents;

import jakarta.ws.rs.Path;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.ListResource;

/** The door to the air services. */
@Path("air-services")
class AirServicesResource extends ListResource<AirService, Dataset.AirService> {

  private final AirServiceRepository services;

  AirServicesResource(AirServiceRepository services, Tools tools) {
    super(services, tools);
    this.services = services;
  }

  @Override
  protected Page<AirService> page(Parameters filters, PageRequest request) {
    return services.page(filters.text("from"), filters.text("to"), filters.text("type"), request);
  }
}
