package org.drawdown.planning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.SplittableRandom;

/** Random missions of a hub and four bases, as documents. */
public final class SmallMission {

  /** Bases, the hub among them. */
  public static final int BASES = 5;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SmallMission() {}

  /** A mission. */
  public static ObjectNode of(SplittableRandom random) throws IOException {
    var dataset =
        (ObjectNode)
            MAPPER.readTree(
                "{\"mission\":{\"code\":\"M\",\"startDate\":\"2023-01-01\","
                    + "\"withdrawalDeadline\":\"2023-05-01\",\"horizonEnd\":\"2023-12-31\","
                    + "\"convoy\":{\"maxVehicles\":30,\"escorts\":1},\"pools\":{"
                    + "\"trucks\":[{\"hub\":\"B0\",\"from\":\"2023-01-01\",\"to\":\"2023-12-31\","
                    + "\"available\":60}],"
                    + "\"escorts\":[{\"hub\":\"B0\",\"from\":\"2023-01-01\",\"to\":\"2023-12-31\","
                    + "\"available\":3}]}}}");
    var bases = dataset.putArray("bases");
    var units = dataset.putArray("units");
    var assets = dataset.putArray("assets");
    var routes = dataset.putArray("routes");
    dataset.putArray("restrictions");
    for (int b = 0; b < BASES; b++) {
      var base = bases.addObject().put("code", "B" + b).put("kind", "CAMP").put("sector", "NORTH");
      if (b == 0) {
        base.put("onwardLoadsPerDay", 15).put("charterSeatsPerDay", 40).put("storageLoads", 120);
      } else {
        base.put("hub", "B0").put("packingLoadsPerDay", 3).put("rearParty", random.nextInt(15));
        var route = routes.addObject().put("id", "R" + b).put("from", "B" + b).put("to", "B0");
        route.put("mode", "ROAD").put("distanceKm", 60 + random.nextInt(200));
        route.putObject("kmPerDay").put("DRY", 75);
      }
      units
          .addObject()
          .put("id", "U" + b)
          .put("category", "MILITARY")
          .put("strength", 20 + random.nextInt(60))
          .put("base", "B" + b);
      asset(assets, "C" + b, b, false, random);
      asset(assets, "V" + b, b, true, random);
    }
    return dataset;
  }

  private static void asset(
      ArrayNode assets, String id, int base, boolean drives, SplittableRandom random) {
    var asset =
        assets
            .addObject()
            .put("id", id)
            .put("type", "Thing")
            .put("category", drives ? "VEHICLE" : "CONTAINER")
            .put("disposition", "REPATRIATE")
            .put("base", "B" + base)
            .put("quantity", 5 + random.nextInt(50))
            .put("priority", 1 + random.nextInt(4))
            .put("selfDeploying", drives);
    if (!drives) {
      asset.put("loadsPerItem", (5 + random.nextInt(15)) / 10.0);
    }
  }
}
