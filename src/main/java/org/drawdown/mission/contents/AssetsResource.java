package org.drawdown.mission.contents;

import jakarta.ws.rs.Path;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.ListResource;

/** The door to the assets. */
@Path("assets")
class AssetsResource extends ListResource<Asset, Dataset.Asset> {

  private final AssetRepository assets;

  AssetsResource(AssetRepository assets, Tools tools) {
    super(assets, tools);
    this.assets = assets;
  }

  @Override
  protected Page<Asset> page(Parameters filters, PageRequest request) {
    var filter =
        new AssetRepository.Filter(
            filters.text("base"),
            filters.text("category"),
            filters.text("ownership"),
            filters.text("disposition"),
            filters.text("type"));
    return assets.page(filter, request);
  }
}
