package org.drawdown.mission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The door to the bases, each shown with its outposts, its strength and the days of its handover.
 */
@Path("bases")
class BasesResource extends CollectionResource {

  @Inject BaseStages stages;
  @Inject Clock clock;

  BasesResource() {
    super(Collection.BASES, Map.of("code", "id"));
  }

  @Override
  Items.Query query(MultivaluedMap<String, String> filters) {
    var query =
        new Items.Query()
            .equal("sector", filters.getFirst("sector"))
            .equal("kind", filters.getFirst("kind"));
    if (!filters.containsKey("kind")) {
      query.where("i.kind <> :outpost", "outpost", "OUTPOST");
    }
    if (filters.containsKey("phase")) {
      query.where("i.id in :ofPhase", "ofPhase", ofPhase(filters.getFirst("phase")));
    }
    if (filters.containsKey("stage")) {
      var on = filters.getFirst("on");
      var day = on == null ? LocalDate.now(clock) : LocalDate.parse(on);
      query.where("i.id in :inStage", "inStage", stages.basesIn(filters.getFirst("stage"), day));
    }
    return query;
  }

  private Set<String> ofPhase(String number) {
    var codes = new HashSet<String>();
    items
        .find(Collection.PHASES, number)
        .ifPresent(p -> p.document().path("bases").forEach(b -> codes.add(b.asText())));
    return codes;
  }

  @Override
  List<ObjectNode> view(List<? extends Item> page) {
    var codes = page.stream().map(Item::id).toList();
    var units =
        items.all(Collection.UNITS, new Items.Query().where("i.base in :bases", "bases", codes));
    var outposts =
        items.all(Collection.BASES, new Items.Query().where("i.parent in :bases", "bases", codes));
    return page.stream().map(base -> view(base, units, outposts)).toList();
  }

  private ObjectNode view(Item base, List<? extends Item> units, List<? extends Item> outposts) {
    var view = base.document();
    var typed = data.typedBase(view);
    view.put(
        "handoverDays",
        HandoverSteps.of(typed).stream().mapToInt(Dataset.HandoverStep::days).sum());
    var list = view.putArray("outposts");
    outposts.stream()
        .filter(o -> base.id().equals(o.document().path("parent").asText()))
        .forEach(o -> list.add(o.id()));
    int uniformed = 0;
    int civilians = 0;
    for (var unit : units) {
      var document = unit.document();
      if (document.path("base").asText().equals(base.id())) {
        boolean civilian = document.path("category").asText().startsWith("CIVILIAN");
        uniformed += civilian ? 0 : document.path("strength").asInt();
        civilians += civilian ? document.path("strength").asInt() : 0;
      }
    }
    view.putObject("strength").put("uniformed", uniformed).put("civilians", civilians);
    return view;
  }
}
