package org.drawdown.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.drawdown.common.Fault;
import org.drawdown.common.Refusal;
import org.drawdown.common.Text;
import org.drawdown.engine.History;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Rule;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.verifier.Verifier;
import org.drawdown.engine.verifier.Violation;
import org.drawdown.schedule.DatasetCopyRepository;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.SchedulePart;
import org.drawdown.schedule.ScheduleParts;
import org.drawdown.schedule.ScheduleRepository;
import org.drawdown.schedule.ScheduleState;

/**
 * Planning from a day of a plan on: what it assumed carries over, what has happened and what is
 * frozen or pinned stays, unless a rule makes that impossible, which is then told.
 */
@ApplicationScoped
class Replan {

  /** Fields of a request that speak of the plan before. */
  static final List<String> FIELDS = List.of("basedOn", "asOf", "frozenDays", "pins");

  private final ScheduleRepository schedules;
  private final ScheduleParts parts;
  private final DatasetCopyRepository copies;
  private final Brief brief;
  private final ObjectMapper mapper;

  Replan(
      ScheduleRepository schedules,
      ScheduleParts parts,
      DatasetCopyRepository copies,
      Brief brief,
      ObjectMapper mapper) {
    this.copies = copies;
    this.brief = brief;
    this.schedules = schedules;
    this.parts = parts;
    this.mapper = mapper;
  }

  /** A movement that should have stayed and cannot, and the rule that it would break. */
  record Unpinned(String movement, Rule rule, String detail) {}

  /** What is kept: for the engine, the whole plan to start from, and what could not be kept. */
  record Kept(History history, Plan base, List<Unpinned> unpinned) {}

  /**
   * The fields of a request that speak of the plan before, complete: the id for {@code active}.
   * Empty if the request is not a replan.
   *
   * @throws Refusal if they do not fit together or name what is not there
   */
  ObjectNode fields(JsonNode request) {
    var fields = mapper.createObjectNode();
    if (!request.has("basedOn")) {
      var alone = FIELDS.stream().filter(request::has).findFirst();
      if (alone.isPresent()) {
        throw Refusal.invalid(
            "/" + alone.get(), "says how to replan, which needs basedOn, the schedule before");
      }
      return fields;
    }
    if (!request.has("asOf")) {
      throw Refusal.invalid("/asOf", "is the day from which on to replan; basedOn needs it");
    }
    fields.put("basedOn", base(request).id());
    fields.set("asOf", request.get("asOf"));
    fields.put("frozenDays", request.path("frozenDays").asInt(0));
    fields.set("pins", request.has("pins") ? request.get("pins") : mapper.createArrayNode());
    return fields;
  }

  private Schedule base(JsonNode request) {
    var id = request.get("basedOn").asText();
    var schedule =
        schedules
            .findByIdOrActive(id)
            .orElseThrow(() -> Refusal.invalid("/basedOn", "there is no schedule %s", id));
    if (schedule.state() != ScheduleState.READY) {
      throw Refusal.invalid("/basedOn", "the schedule is %s and has no plan", schedule.state());
    }
    return schedule;
  }

  /**
   * What a request assumes: for a replan what the plan before assumed, and on top of it what the
   * request says; restrictions of both.
   */
  ObjectNode assumptions(JsonNode request, ObjectNode assumptions) {
    if (!request.has("basedOn")) {
      return assumptions;
    }
    var merged = (ObjectNode) read(base(request)).path("assumptions").deepCopy();
    for (var field : assumptions.properties()) {
      boolean listed = List.of("restrictions", "liftedRestrictions").contains(field.getKey());
      if (listed && merged.has(field.getKey())) {
        add(merged, field.getKey(), field.getValue());
      } else {
        merged.set(field.getKey(), field.getValue());
      }
    }
    lift(merged);
    return merged;
  }

  /** What the plan before assumed besides the dataset can be lifted, too. */
  private static void lift(ObjectNode merged) {
    Set<String> assumed = new HashSet<>();
    merged.path("restrictions").forEach(r -> assumed.add(r.path("id").asText()));
    Set<String> lifted = new HashSet<>();
    for (var ids = merged.path("liftedRestrictions").elements(); ids.hasNext(); ) {
      var id = ids.next().asText();
      if (assumed.contains(id)) {
        lifted.add(id);
        ids.remove();
      }
    }
    for (var rows = merged.path("restrictions").elements(); rows.hasNext(); ) {
      if (lifted.contains(rows.next().path("id").asText())) {
        rows.remove();
      }
    }
  }

  /** A restriction of the same id is the same one, with other dates perhaps. */
  private static void add(ObjectNode merged, String list, JsonNode further) {
    Set<String> names = new HashSet<>();
    further.forEach(f -> names.add(f.isTextual() ? f.asText() : f.path("id").asText()));
    var result = merged.arrayNode();
    for (var old : merged.get(list)) {
      if (!names.contains(old.isTextual() ? old.asText() : old.path("id").asText())) {
        result.add(old);
      }
    }
    result.addAll((ArrayNode) further);
    merged.set(list, result);
  }

  private ObjectNode read(Schedule schedule) {
    return tree(schedule.request());
  }

  private ObjectNode result(Schedule schedule) {
    return tree(schedule.result());
  }

  private ObjectNode tree(String json) {
    try {
      return (ObjectNode) mapper.readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * What the fields of a replan keep, or null if they are of none.
   *
   * @throws Refusal if the plan before does not fit the mission any more
   */
  Kept kept(JsonNode fields, Brief.Briefing briefing) {
    if (!fields.has("basedOn")) {
      return null;
    }
    var problem = briefing.problem();
    var start = briefing.dataset().mission().startDate();
    int asOf = (int) ChronoUnit.DAYS.between(start, LocalDate.parse(fields.get("asOf").asText()));
    if (asOf < 0 || asOf > problem.horizon()) {
      throw Refusal.invalid("/asOf", "lies outside of the mission's horizon");
    }
    int from = Math.min(problem.horizon(), asOf + fields.path("frozenDays").asInt());
    var base = plan(base(fields), briefing, start);
    Set<String> pins = new HashSet<>();
    fields.path("pins").forEach(p -> pins.add(p.asText()));
    refuseUnknown(fields.path("pins"), base);
    var fixed = new ArrayList<Movement>();
    var wanted = new ArrayList<Movement>();
    for (var movement : base.movements()) {
      if (movement.dispatched() < asOf) {
        fixed.add(movement);
      } else if (movement.dispatched() < from || pins.contains(movement.id())) {
        wanted.add(movement);
      }
    }
    wanted.sort(Comparator.comparingInt(Movement::dispatched).thenComparing(Movement::id));
    var unpinned = new ArrayList<Unpinned>();
    for (var movement : wanted) {
      var broken = broken(problem, fixed, movement);
      if (broken == null) {
        fixed.add(movement);
      } else {
        var detail = Wording.dated(broken.detail(), start);
        unpinned.add(new Unpinned(movement.id(), broken.rule(), detail));
      }
    }
    var handovers = new ArrayList<Integer>();
    for (int s = 0; s < problem.sites().size(); s++) {
      handovers.add(begun(base, s, asOf));
    }
    refuseMoreThanThereIs(problem, fixed);
    var history =
        new History(asOf, from, fixed, base.movements(), handovers, flows(base(fields), briefing));
    return new Kept(history, base, unpinned);
  }

  /** What hubs could ship and fly in the plan before; further back, in the one before that. */
  private List<History.Flow> flows(Schedule schedule, Brief.Briefing now) {
    var request = read(schedule);
    var dataset = tree(copies.findById(schedule.dataset()).body());
    var then = brief.of(dataset, request.get("assumptions"), request.get("objective"));
    var model = new Model(then.problem());
    var start = then.dataset().mission().startDate();
    if (!start.equals(now.dataset().mission().startDate())) {
      return List.of();
    }
    List<History.Flow> earlier = request.has("basedOn") ? flows(base(request), then) : List.of();
    int since =
        earlier.isEmpty()
            ? 0
            : (int) ChronoUnit.DAYS.between(start, LocalDate.parse(request.get("asOf").asText()));
    var flows = new ArrayList<History.Flow>();
    for (var site : now.problem().sites()) {
      int at = position(then.problem(), site.code());
      int before = flows.size();
      if (at < 0) {
        flows.add(new History.Flow(new int[0], new int[0]));
        continue;
      }
      int[] onward = model.onward[at].clone();
      int[] charter = model.charter[at].clone();
      for (int d = 0; d < since && before < earlier.size(); d++) {
        onward[d] = d < earlier.get(at).onward().length ? earlier.get(at).onward()[d] : onward[d];
        charter[d] =
            d < earlier.get(at).charter().length ? earlier.get(at).charter()[d] : charter[d];
      }
      flows.add(new History.Flow(onward, charter));
    }
    return flows;
  }

  private static int position(Problem problem, String code) {
    for (int s = 0; s < problem.sites().size(); s++) {
      if (problem.sites().get(s).code().equals(code)) {
        return s;
      }
    }
    return -1;
  }

  /** What stays as it was may not move more than the mission now has. */
  private static void refuseMoreThanThereIs(Problem problem, List<Movement> fixed) {
    for (int s = 0; s < problem.sites().size(); s++) {
      int at = s;
      var site = problem.sites().get(s);
      var own = fixed.stream().filter(m -> m.site() == at).toList();
      int rear = own.stream().filter(m -> m.kind().isFinal()).mapToInt(Movement::people).sum();
      int people = own.stream().mapToInt(Movement::people).sum() - rear;
      if (rear > site.rearParty() || people > site.travellers() - site.rearParty()) {
        throw Refusal.invalid(
            "/basedOn", "more people have left %s by then than it has in all", site.code());
      }
      for (var party : site.parties()) {
        int left =
            own.stream()
                .flatMap(m -> m.riders().stream())
                .filter(r -> r.unit().equals(party.unit()))
                .mapToInt(Plan.Riders::people)
                .sum();
        if (left > party.strength()) {
          throw Refusal.invalid(
              "/basedOn", "more people have left %s by then than it has in all", party.unit());
        }
      }
      for (var lot : site.lots()) {
        int loads =
            own.stream()
                .flatMap(m -> m.cargo().stream())
                .filter(c -> c.asset().equals(lot.asset()))
                .mapToInt(Plan.Cargo::loads)
                .sum();
        if (loads > lot.loads()) {
          throw Refusal.invalid(
              "/basedOn", "more loads of %s have left by then than there are in all", lot.asset());
        }
      }
    }
  }

  private Plan plan(Schedule schedule, Brief.Briefing briefing, LocalDate start) {
    var document = mapper.createObjectNode();
    document.putArray("movements").addAll(parts.get(schedule, SchedulePart.Name.MOVEMENTS));
    document.putArray("stages").addAll(parts.get(schedule, SchedulePart.Name.STAGES));
    document.set("leftBehind", result(schedule).path("leftBehind"));
    Plan plan;
    try {
      plan = PlanReader.read(briefing.problem(), start, document);
    } catch (Refusal e) {
      throw Refusal.invalid(
          "/basedOn",
          "its plan names bases, routes, assets or units that the mission no longer has");
    }
    int horizon = briefing.problem().horizon();
    if (plan.movements().stream().anyMatch(m -> m.dispatched() < 0 || m.arrives() > horizon)) {
      throw Refusal.invalid("/basedOn", "its plan lies outside of the mission's horizon");
    }
    return plan;
  }

  private static void refuseUnknown(JsonNode pins, Plan base) {
    var known = base.movements().stream().map(Movement::id).collect(Collectors.toSet());
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < pins.size(); i++) {
      if (!known.contains(pins.get(i).asText())) {
        faults.add(
            Fault.of("/pins/" + i, "there is no %s %s", Text.of("movement"), pins.get(i).asText()));
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  /** The first rule that a movement breaks, alone or beside those that stay, or null. */
  private static Violation broken(Problem problem, List<Movement> fixed, Movement movement) {
    var alone = Verifier.judgeMovements(problem, List.of(movement));
    if (!alone.isEmpty()) {
      return alone.get(0);
    }
    Set<String> before =
        Verifier.judgeMovements(problem, fixed).stream()
            .map(Violation::detail)
            .collect(Collectors.toSet());
    var together = new ArrayList<>(fixed);
    together.add(movement);
    return Verifier.judgeMovements(problem, together).stream()
        .filter(v -> !before.contains(v.detail()))
        .findFirst()
        .orElse(null);
  }

  private static int begun(Plan base, int site, int asOf) {
    return base.stages().stream()
        .filter(s -> s.site() == site && s.stage() == Plan.Stage.HANDOVER && s.from() < asOf)
        .mapToInt(Plan.StageSpan::from)
        .findFirst()
        .orElse(-1);
  }

  /** How a plan differs from the one before, as clients see it. */
  static ObjectNode changes(ObjectMapper mapper, Kept kept, Plan plan) {
    var before = new java.util.HashMap<String, Movement>();
    kept.history().base().forEach(m -> before.put(m.id(), m));
    int same = 0;
    int moved = 0;
    int added = 0;
    for (var movement : plan.movements()) {
      var was = before.remove(movement.id());
      if (was == null) {
        added++;
      } else if (History.differs(movement, was)) {
        moved++;
      } else {
        same++;
      }
    }
    var changes =
        mapper
            .createObjectNode()
            .put("kept", same)
            .put("moved", moved)
            .put("added", added)
            .put("dropped", before.size());
    var unpinned = changes.putArray("unpinned");
    for (var it : kept.unpinned()) {
      unpinned
          .addObject()
          .put("movement", it.movement())
          .put("rule", it.rule().name())
          .put("detail", it.detail());
    }
    return changes;
  }
}
