package org.drawdown.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.drawdown.common.Refusal;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Term;
import org.drawdown.mission.MissionData;
import org.drawdown.schedule.DatasetCopyRepository;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.SchedulePart;
import org.drawdown.schedule.ScheduleParts;
import org.drawdown.schedule.ScheduleRepository;
import org.drawdown.schedule.ScheduleState;

/**
 * Where runs are taken in, handed out and given back, each step in a transaction of its own, so
 * that the engine thinks outside of any.
 */
@ApplicationScoped
class Desk {

  private final MissionData data;
  private final Brief brief;
  private final Replan replan;
  private final ScheduleRepository schedules;
  private final ScheduleParts parts;
  private final DatasetCopyRepository copies;
  private final RunRepository runs;
  private final PlanningConfig config;
  private final ObjectMapper mapper;
  private final Clock clock;

  /** This process: a new name at every start, so that it never beats for its former self. */
  private final String owner = UUID.randomUUID().toString();

  Desk(
      MissionData data,
      Brief brief,
      Replan replan,
      ScheduleRepository schedules,
      ScheduleParts parts,
      DatasetCopyRepository copies,
      RunRepository runs,
      PlanningConfig config,
      ObjectMapper mapper,
      Clock clock) {
    this.data = data;
    this.brief = brief;
    this.replan = replan;
    this.schedules = schedules;
    this.parts = parts;
    this.copies = copies;
    this.runs = runs;
    this.config = config;
    this.mapper = mapper;
    this.clock = clock;
  }

  /** A run in somebody's hands: which, in which attempt, what is asked, and from where to go on. */
  record Order(
      String id,
      int attempt,
      Brief.Briefing briefing,
      JsonNode solve,
      Plan start,
      Replan.Kept kept) {}

  /** Takes a request in, that has the right shape; it is queued with the dataset as it now is. */
  @Transactional
  Schedule accept(JsonNode request, String user) {
    var dataset = data.dataset();
    var assumptions = replan.assumptions(request, part(request, "assumptions"));
    var objective = part(request, "objective");
    var fields = replan.fields(request);
    replan.kept(fields, brief.of(dataset, assumptions, objective));
    var kept = fields;
    kept.set("assumptions", assumptions);
    kept.set("objective", objective(objective));
    kept.set("solve", solve(part(request, "solve")));
    var now = clock.instant();
    var name = request.path("name").asText("Schedule of " + now.toString().substring(0, 19) + "Z");
    var schedule = new Schedule(name, copies.keep(dataset.toString()), kept.toString(), user, now);
    schedules.persist(schedule);
    runs.persist(new Run(schedule.id(), now));
    return schedule;
  }

  private ObjectNode part(JsonNode request, String name) {
    return request.has(name) ? (ObjectNode) request.get(name) : mapper.createObjectNode();
  }

  private ObjectNode objective(JsonNode requested) {
    var objective = mapper.createObjectNode();
    var preset = Objectives.preset(requested);
    objective.put("preset", preset == null ? null : preset.name());
    var weights = objective.putObject("weights");
    var by = Objectives.weights(requested);
    for (var term : Term.values()) {
      weights.put(term.name(), by.get(term));
    }
    return objective;
  }

  private ObjectNode solve(ObjectNode requested) {
    var solve = requested.deepCopy();
    if (!solve.has("timeLimitSeconds")) {
      solve.put("timeLimitSeconds", 30);
    }
    if (!solve.has("seed")) {
      solve.put("seed", 1);
    }
    solve.put("threads", Math.min(config.threads(), solve.path("threads").asInt(config.threads())));
    return solve;
  }

  /** Hands out the next run, if there is one. */
  @Transactional
  Optional<Order> next() {
    return runs.lockNext(clock.instant()).flatMap(this::handOut);
  }

  private Optional<Order> handOut(Run run) {
    var schedule = schedules.get(run.id());
    if (run.attempt() >= config.maxAttempts()) {
      run.finish();
      schedule.end(
          ScheduleState.FAILED, failure("given up after %d attempts".formatted(run.attempt())));
      return Optional.empty();
    }
    run.take(owner, clock.instant().plus(config.lease()));
    schedule.startSolving();
    var request = read(schedule.request());
    var dataset = (ObjectNode) read(copies.findById(schedule.dataset()).body());
    var briefing = brief.of(dataset, request.get("assumptions"), request.get("objective"));
    var kept = replan.kept(request, briefing);
    var start = plan(run.bestPlan());
    if (kept != null) {
      briefing = new Brief.Briefing(briefing.dataset(), briefing.problem().after(kept.history()));
      start = start == null ? kept.base() : start;
    }
    return Optional.of(
        new Order(run.id(), run.attempt(), briefing, request.get("solve"), start, kept));
  }

  /**
   * A sign of life, with the best plan so far if it is new. Returns whether the run is still the
   * caller's and nobody wants it stopped.
   */
  @Transactional
  boolean beat(Order order, Plan best, String progress) {
    var run = runs.lock(order.id());
    if (!run.isHeldBy(owner, order.attempt())) {
      return false;
    }
    run.renew(clock.instant(), config.lease());
    if (best != null) {
      run.keep(json(best));
    }
    schedules.get(order.id()).report(progress);
    return !run.isStopRequested();
  }

  /** Gives a run back to the queue: this process ends. */
  @Transactional
  void giveBack(Order order, Plan best) {
    var run = runs.lock(order.id());
    if (run.isHeldBy(owner, order.attempt())) {
      if (best != null) {
        run.keep(json(best));
      }
      run.renew(clock.instant(), config.lease().negated());
    }
  }

  /** Keeps what a run has come to, unless it has passed into other hands. */
  @Transactional
  void finish(
      Order order, ScheduleState state, String result, Map<SchedulePart.Name, String> lists) {
    var run = runs.lock(order.id());
    if (!run.isHeldBy(owner, order.attempt())) {
      return;
    }
    run.finish();
    schedules.get(order.id()).end(state, result);
    lists.forEach((name, body) -> parts.persist(new SchedulePart(order.id(), name, body)));
  }

  /** Asks for a run to end; one that nobody works on is cancelled at once. */
  @Transactional
  Schedule stop(String id) {
    var schedule = schedules.get(id);
    var run = runs.lock(schedule.id());
    schedules.getEntityManager().refresh(schedule);
    if (!schedule.state().isUnderWay()) {
      throw Refusal.conflict("The schedule is %s already", schedule.state());
    }
    if (run.isQueued()) {
      run.finish();
      schedule.end(ScheduleState.CANCELLED, "{}");
    } else {
      run.requestStop();
    }
    return schedule;
  }

  /** Puts a schedule in force. */
  @Transactional
  void activate(String id) {
    schedules.activate(schedules.get(id));
  }

  /** Loads a mission where there is none; returns whether there was none. */
  @Transactional
  boolean loadIfEmpty(ObjectNode dataset) {
    if (data.exists()) {
      return false;
    }
    data.load(dataset);
    return true;
  }

  /** The result that says why there is none. */
  String failure(String why) {
    return mapper.createObjectNode().put("failure", why).toString();
  }

  private Plan plan(String json) {
    try {
      return json == null ? null : mapper.readValue(json, Plan.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode read(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String json(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
