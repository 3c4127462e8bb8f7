package org.drawdown.planning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Plan.StageSpan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.verifier.Ledger;
import org.drawdown.mission.Dataset;
import org.drawdown.mission.HandoverSteps;
import org.drawdown.schedule.SchedulePart;

/** Writes the lists of a plan in the words of the API: every stage, movement and day of it. */
final class ListsWriter {

  private final ObjectMapper mapper;
  private final Dataset dataset;
  private final Problem problem;
  private final Plan plan;
  private final LocalDate start;
  private final Map<String, Integer> phaseOf = new HashMap<>();
  private final Map<String, Dataset.Asset> assets = new HashMap<>();

  ListsWriter(ObjectMapper mapper, Brief.Briefing briefing, Plan plan) {
    this.mapper = mapper;
    this.dataset = briefing.dataset();
    this.problem = briefing.problem();
    this.plan = plan;
    this.start = dataset.mission().startDate();
    dataset.phases().forEach(p -> p.bases().forEach(b -> phaseOf.put(b, p.number())));
    dataset.assets().forEach(a -> assets.put(a.id(), a));
  }

  private String date(int day) {
    return start.plusDays(day).toString();
  }

  private String code(int site) {
    return problem.sites().get(site).code();
  }

  /** The lists of a plan, each a JSON array. */
  Map<SchedulePart.Name, String> lists(Ledger ledger) {
    var lists = new EnumMap<SchedulePart.Name, String>(SchedulePart.Name.class);
    lists.put(SchedulePart.Name.STAGES, stages().toString());
    lists.put(SchedulePart.Name.MOVEMENTS, movements().toString());
    lists.put(SchedulePart.Name.ONWARD, onward(ledger).toString());
    lists.put(SchedulePart.Name.HANDOVERS, handovers().toString());
    lists.put(SchedulePart.Name.STRENGTH, strength(ledger).toString());
    lists.put(SchedulePart.Name.UTILISATION, utilisation(ledger).toString());
    lists.put(SchedulePart.Name.RELEASES, releases(ledger).toString());
    return lists;
  }

  private ArrayNode stages() {
    var rows = mapper.createArrayNode();
    for (var span : plan.stages()) {
      var base = dataset.bases().get(span.site());
      rows.addObject()
          .put("base", base.code())
          .put("stage", span.stage().name())
          .put("from", date(span.from()))
          .put("to", span.to() == Problem.UNLIMITED ? null : date(span.to()))
          .put("phase", phaseOf.get(base.code()))
          .put("sector", base.sector());
    }
    return rows;
  }

  private ArrayNode movements() {
    var rows = mapper.createArrayNode();
    for (var m : plan.movements()) {
      rows.add(movement(m));
    }
    return rows;
  }

  private ObjectNode movement(Movement m) {
    var row = mapper.createObjectNode();
    row.put("id", m.id());
    row.put("kind", m.kind().name());
    row.put("mode", m.kind().isConvoy() ? "ROAD" : "AIR");
    row.put("base", code(m.site()));
    row.put("destination", code(m.hub()));
    var routes = row.putArray("routes");
    m.legs().forEach(leg -> routes.add(problem.legs().get(leg).id()));
    row.put("dispatched", date(m.dispatched()));
    row.put("departs", date(m.departs()));
    row.put("arrives", date(m.arrives()));
    row.put("trucks", m.trucks());
    row.put("selfDeploying", m.selfDeploying());
    row.put("escorts", m.escorts());
    row.put("loads", m.loads());
    row.put("people", m.people());
    if (m.flight() == null) {
      row.putNull("aircraft");
    } else {
      row.putObject("aircraft")
          .put("type", m.flight().type())
          .put("count", m.flight().count())
          .put("sorties", m.flight().sorties());
    }
    var cargo = row.putArray("assets");
    m.cargo()
        .forEach(
            c ->
                cargo
                    .addObject()
                    .put("asset", c.asset())
                    .put("quantity", c.quantity())
                    .put("loads", c.loads()));
    var units = row.putArray("units");
    m.riders().forEach(r -> units.addObject().put("unit", r.unit()).put("people", r.people()));
    return row;
  }

  private ArrayNode onward(Ledger ledger) {
    var rows = mapper.createArrayNode();
    for (var flow : ledger.onward()) {
      rows.addObject()
          .put("base", code(flow.site()))
          .put("date", date(flow.day()))
          .put("loadsShipped", flow.loadsShipped())
          .put("loadsInYard", flow.loadsInYard())
          .put("peopleFlown", flow.peopleFlown())
          .put("peopleWaiting", flow.peopleWaiting());
    }
    return rows;
  }

  private ArrayNode handovers() {
    var rows = mapper.createArrayNode();
    for (var span : plan.stages()) {
      if (span.stage() == Stage.HANDOVER) {
        rows.add(handover(span));
      }
    }
    return rows;
  }

  private ObjectNode handover(StageSpan span) {
    var base = dataset.bases().get(span.site());
    var row = mapper.createObjectNode();
    row.put("base", base.code());
    row.put("receivingAuthority", base.receivingAuthority());
    row.put("from", date(span.from()));
    row.put("to", date(span.to()));
    var steps = row.putArray("steps");
    int day = span.from();
    for (var step : HandoverSteps.of(base)) {
      if (step.days() > 0) {
        steps
            .addObject()
            .put("step", step.step())
            .put("from", date(day))
            .put("to", date(day + step.days() - 1));
        day += step.days();
      }
    }
    var stays = row.putArray("staysBehind");
    for (var asset : dataset.assets()) {
      boolean disposed =
          asset.base().equals(base.code()) && !asset.moves() && asset.aircraft() == null;
      if (disposed) {
        addStaying(stays, asset, asset.quantity(), false);
      }
    }
    for (var left : plan.leftBehind()) {
      if (left.site() == span.site()) {
        addStaying(stays, assets.get(left.asset()), left.quantity(), true);
      }
    }
    return row;
  }

  private static void addStaying(
      ArrayNode stays, Dataset.Asset asset, int quantity, boolean writtenOff) {
    stays
        .addObject()
        .put("asset", asset.id())
        .put("type", asset.type())
        .put("category", asset.category())
        .put("ownership", asset.ownership())
        .put("disposition", asset.disposition())
        .put("quantity", quantity)
        .put("writtenOff", writtenOff);
  }

  private int lastDay(Ledger ledger) {
    int last = 0;
    for (int s = 0; s < problem.sites().size(); s++) {
      last = Math.max(last, ledger.closedOn(s));
    }
    for (var m : plan.movements()) {
      last = Math.max(last, m.arrives());
    }
    return Math.min(last, problem.horizon());
  }

  private ArrayNode strength(Ledger ledger) {
    var rows = mapper.createArrayNode();
    int last = lastDay(ledger);
    for (int d = 0; d <= last; d++) {
      for (int s = 0; s < problem.sites().size(); s++) {
        if (d <= ledger.closedOn(s)) {
          strength(rows, code(s), d, ledger.people(s, d), ledger.loads(s, d));
        }
      }
      if (ledger.peopleOnRoad(d) > 0 || ledger.loadsOnRoad(d) > 0) {
        strength(rows, null, d, ledger.peopleOnRoad(d), ledger.loadsOnRoad(d));
      }
    }
    return rows;
  }

  private void strength(ArrayNode rows, String base, int day, int people, int loads) {
    rows.addObject()
        .put("base", base)
        .put("place", base == null ? "ROAD" : "BASE")
        .put("date", date(day))
        .put("people", people)
        .put("loads", loads);
  }

  private ArrayNode utilisation(Ledger ledger) {
    var rows = mapper.createArrayNode();
    int last = lastDay(ledger);
    use(rows, "TRUCKS", null, last, ledger.trucks(), d -> problem.trucks()[d], true);
    use(rows, "ESCORTS", null, last, ledger.escorts(), d -> problem.escorts()[d], true);
    for (int t = 0; t < problem.aircraft().size(); t++) {
      var type = problem.aircraft().get(t);
      use(rows, "AIRCRAFT", type.type(), last, ledger.aircraft(t), d -> type.available()[d], false);
    }
    for (int s = 0; s < problem.sites().size(); s++) {
      int most = problem.sites().get(s).airfield().sortiesPerDay();
      use(rows, "AIRFIELD", code(s), last, ledger.sorties(s), d -> most, false);
    }
    for (int l = 0; l < problem.legs().size(); l++) {
      int most = problem.legs().get(l).convoysPerDay();
      use(rows, "ROUTE", problem.legs().get(l).id(), last, ledger.starts(l), d -> most, false);
    }
    return rows;
  }

  /** The pools stand for every day, the others for the days on which they are used. */
  private void use(
      ArrayNode rows,
      String resource,
      String name,
      int last,
      int[] used,
      IntUnaryOperator available,
      boolean everyDay) {
    for (int d = 0; d <= last; d++) {
      if (everyDay || used[d] > 0) {
        int there = available.applyAsInt(d);
        rows.addObject()
            .put("resource", resource)
            .put("name", name)
            .put("date", date(d))
            .put("used", used[d])
            .put("available", there >= Problem.UNLIMITED ? null : (Integer) there);
      }
    }
  }

  private ArrayNode releases(Ledger ledger) {
    var rows = mapper.createArrayNode();
    Map<String, List<Dataset.Asset>> fleets = new TreeMap<>();
    for (var asset : dataset.assets()) {
      if (asset.aircraft() != null) {
        fleets.computeIfAbsent(asset.type(), t -> new ArrayList<>()).add(asset);
      }
    }
    fleets.forEach((type, fleet) -> releaseFleet(rows, type, fleet, ledger));
    releasePool(rows, "TRUCKS", ledger.trucks());
    releasePool(rows, "ESCORTS", ledger.escorts());
    return rows;
  }

  /** Those with the earliest end of availability go first, the last to be needed last. */
  private void releaseFleet(ArrayNode rows, String type, List<Dataset.Asset> fleet, Ledger ledger) {
    int[] used = new int[problem.horizon() + 1];
    for (int t = 0; t < problem.aircraft().size(); t++) {
      if (problem.aircraft().get(t).type().equals(type)) {
        used = ledger.aircraft(t);
      }
    }
    var inOrder =
        fleet.stream()
            .sorted(
                Comparator.comparing(
                        (Dataset.Asset a) ->
                            a.aircraft().availableUntil() == null
                                ? LocalDate.MAX
                                : a.aircraft().availableUntil())
                    .thenComparing(Dataset.Asset::id))
            .toList();
    int left = fleet.stream().mapToInt(Dataset.Asset::quantity).sum();
    for (var asset : inOrder) {
      rows.addObject()
          .put("resource", "AIRCRAFT")
          .put("asset", asset.id())
          .put("type", type)
          .put("number", asset.quantity())
          .put("releasedOn", date(lastNeed(used, left) + 1));
      left -= asset.quantity();
    }
  }

  /** The last day on which at least so many are used, -1 if none. */
  private static int lastNeed(int[] used, int number) {
    for (int d = used.length - 1; d >= 0; d--) {
      if (used[d] >= number && number > 0) {
        return d;
      }
    }
    return -1;
  }

  private void releasePool(ArrayNode rows, String resource, int[] used) {
    int[] later = new int[used.length + 1];
    for (int d = used.length - 1; d >= 0; d--) {
      later[d] = Math.max(later[d + 1], used[d]);
    }
    for (int d = 0; d < used.length; d++) {
      if (later[d] > later[d + 1]) {
        rows.addObject()
            .put("resource", resource)
            .putNull("asset")
            .putNull("type")
            .put("number", later[d] - later[d + 1])
            .put("releasedOn", date(d + 1));
      }
    }
  }
}
