package org.drawdown.planning.replan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.History;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Problem;
import org.drawdown.engine.verifier.Verifier;
import org.drawdown.engine.verifier.Violation;
import org.drawdown.language.Messages;
import org.drawdown.planning.problem.PlanDocument;
import org.drawdown.planning.problem.PlanReader;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.record.permission.Permissions;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.ScheduleViews;
import org.drawdown.schedule.account.AccountKind;
import org.drawdown.schedule.account.AccountRepository;
import org.drawdown.schedule.account.HubCapacity;
import org.drawdown.schedule.movement.MovementDocument;
import org.drawdown.schedule.movement.MovementRepository;
import org.drawdown.schedule.request.Continuation;
import org.drawdown.schedule.stage.StageRepository;

/**
 * Keeps the movements of a plan that have happened, or are frozen or pinned, unless a rule makes
 * that impossible.
 */
@ApplicationScoped
public class KeptPlans {

  private final Continuations continuations;
  private final ScheduleViews views;
  private final MovementRepository movements;
  private final StageRepository stages;
  private final AccountRepository accounts;
  private final RecordedMission mission;
  private final Permissions permissions;

  KeptPlans(
      Continuations continuations,
      ScheduleViews views,
      MovementRepository movements,
      StageRepository stages,
      AccountRepository accounts,
      RecordedMission mission,
      Permissions permissions) {
    this.mission = mission;
    this.permissions = permissions;
    this.continuations = continuations;
    this.views = views;
    this.movements = movements;
    this.stages = stages;
    this.accounts = accounts;
  }

  /**
   * The movements that a continuation keeps; null if it goes on from nothing.
   *
   * @param continuation complete
   * @param sequence the last entry of the record that counts; null where nothing was reported
   * @throws Refusal if the plan before does not fit the mission any more
   */
  public KeptPlan of(Continuation continuation, PlanningProblem now, Long sequence) {
    if (!continuation.goesOn()) {
      return null;
    }
    if (sequence != null) {
      return ofRecord(continuation, now, sequence);
    }
    int asOf = now.day(continuation.asOf());
    if (asOf < 0 || asOf > now.problem().horizon()) {
      throw Refusal.invalid("/asOf", Messages::outsideHorizon);
    }
    int from = Math.min(now.problem().horizon(), asOf + continuation.frozenDays());
    var schedule = continuations.before(continuation);
    var document = document(schedule);
    refuseUnknown(continuation.pins(), document);
    var past =
        document.movements().stream()
            .filter(m -> m.dispatched().isBefore(continuation.asOf()))
            .toList();
    refuseWhatIsGone(past, now);
    var planning = Departed.reconcile(now, id -> asset(schedule, id), past);
    var problem = planning.problem();
    var before = PlanReader.readWhatFits(planning, document);
    Set<String> pins = new HashSet<>(continuation.pins());
    var fixed = new ArrayList<Movement>();
    var wanted = new ArrayList<Movement>();
    for (var movement : before.movements()) {
      if (movement.dispatched() < asOf) {
        fixed.add(movement);
      } else if (movement.dispatched() < from || pins.contains(movement.id())) {
        wanted.add(movement);
      }
    }
    if (fixed.stream().anyMatch(m -> m.dispatched() < 0 || m.arrives() > problem.horizon())) {
      throw Refusal.invalid("/basedOn", Messages::planOutsideHorizon);
    }
    var unpinned = keep(problem, fixed, wanted);
    var handovers = new ArrayList<Integer>();
    for (int s = 0; s < problem.sites().size(); s++) {
      handovers.add(begun(before, s, asOf));
    }
    var history =
        new History(asOf, from, fixed, before.movements(), handovers, flows(schedule, planning));
    return new KeptPlan(planning.after(history), history, before, unpinned);
  }

  /** What really happened is kept as it was, and of the plan what is frozen or pinned. */
  private KeptPlan ofRecord(Continuation continuation, PlanningProblem now, long sequence) {
    var schedule = continuations.before(continuation);
    var document = document(schedule);
    refuseUnknown(continuation.pins(), document);
    var day = continuation.asOf();
    if (now.day(day) < 0 || now.day(day) >= now.problem().horizon()) {
      throw Refusal.invalid("/asOf", Messages::outsideHorizon);
    }
    var ledger = mission.ledger(views.dataset(schedule), sequence, day);
    var held = permissions.heldMovements(ledger, day);
    var rest = new Situated(now, ledger, day).rest(document, held, continuation.frozenDays());
    var history = rest.planning().problem().history();
    var pins = new HashSet<>(continuation.pins());
    var fixed = new ArrayList<>(history.fixed());
    var wanted = new ArrayList<Movement>();
    for (var movement : rest.before().movements()) {
      boolean frozen =
          movement.dispatched() >= history.asOf() && movement.dispatched() < history.from();
      if (frozen || pins.contains(movement.id())) {
        wanted.add(movement);
      }
    }
    var unpinned = keep(rest.planning().problem(), fixed, wanted);
    var kept =
        new History(
            history.asOf(),
            history.from(),
            fixed,
            history.base(),
            history.handovers(),
            history.flows(),
            history.taken());
    return new KeptPlan(
        rest.planning().after(kept), kept, rest.before(), unpinned, new RecordedPast(ledger, day));
  }

  /** What becomes of a schedule from the evening of a day on where nobody plans anew. */
  public Rest rest(Schedule schedule, PlanningProblem now, Ledger ledger, LocalDate day) {
    var rest =
        new Situated(now, ledger, day)
            .rest(document(schedule), permissions.heldMovements(ledger, day), 0);
    return new Rest(rest.planning(), rest.before(), new RecordedPast(ledger, day));
  }

  /**
   * What is left of a schedule.
   *
   * @param before its movements that have not set out
   * @param past what really happened
   */
  public record Rest(PlanningProblem planning, Plan before, RecordedPast past) {}

  /**
   * Keeps nothing of the plan of another schedule, but starts from it and counts what changes
   * against it.
   */
  public KeptPlan startingAt(Schedule schedule, PlanningProblem planning) {
    var before = PlanReader.readWhatFits(planning, document(schedule));
    var none = Collections.nCopies(planning.problem().sites().size(), -1);
    var history = new History(0, 0, List.of(), before.movements(), none, List.of());
    return new KeptPlan(planning.after(history), history, before, List.of());
  }

  /** An asset as it was when a schedule was made, or one that it goes on from. */
  private Dataset.Asset asset(Schedule schedule, String id) {
    for (var at = schedule; at != null; at = at.before()) {
      for (var asset : views.dataset(at).assets()) {
        if (asset.id().equals(id)) {
          return asset;
        }
      }
    }
    throw Refusal.invalid("/basedOn", m -> m.noAsset(id));
  }

  /**
   * The plan of a schedule. Losses from before it was made stand in its {@code leftBehind} too; the
   * plan itself does not leave them behind.
   */
  private PlanDocument document(Schedule schedule) {
    var left =
        views.result(schedule).leftBehind().stream()
            .filter(l -> !Boolean.TRUE.equals(l.history()))
            .toList();
    return new PlanDocument(movements.of(schedule), stages.of(schedule), left);
  }

  /** Refuses to go on where a base or a road of what has happened is gone from the data. */
  private static void refuseWhatIsGone(List<MovementDocument> past, PlanningProblem now) {
    var known = new HashSet<String>();
    now.problem().sites().forEach(s -> known.add(s.code()));
    now.problem().legs().forEach(leg -> known.add(leg.id()));
    for (var movement : past) {
      Stream.concat(Stream.of(movement.base(), movement.destination()), movement.routes().stream())
          .filter(name -> !known.contains(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw Refusal.invalid("/basedOn", m -> m.movementNames(movement.id(), name));
              });
    }
  }

  /** Adds to what is fixed those wanted that break no rule beside it; returns the others. */
  private static List<KeptPlan.Unpinned> keep(
      Problem problem, List<Movement> fixed, List<Movement> wanted) {
    wanted.sort(Comparator.comparingInt(Movement::dispatched).thenComparing(Movement::id));
    var unpinned = new ArrayList<KeptPlan.Unpinned>();
    for (var movement : wanted) {
      var broken = broken(problem, fixed, movement);
      if (broken == null) {
        fixed.add(movement);
      } else {
        unpinned.add(new KeptPlan.Unpinned(movement.id(), broken));
      }
    }
    return unpinned;
  }

  /** The first rule that a movement breaks, alone or beside those that stay, or null. */
  private static Violation broken(Problem problem, List<Movement> fixed, Movement movement) {
    var alone = Verifier.judgeMovements(problem, List.of(movement));
    if (!alone.isEmpty()) {
      return alone.get(0);
    }
    var missing = Contents.missing(problem, fixed, movement);
    if (missing != null) {
      return missing;
    }
    var before = Set.copyOf(Verifier.judgeMovements(problem, fixed));
    var together = new ArrayList<>(fixed);
    together.add(movement);
    return Verifier.judgeMovements(problem, together).stream()
        .filter(v -> !before.contains(v))
        .findFirst()
        .orElse(null);
  }

  private static int begun(Plan before, int site, int asOf) {
    return before.stages().stream()
        .filter(s -> s.site() == site && s.stage() == Plan.Stage.HANDOVER && s.from() < asOf)
        .mapToInt(Plan.StageSpan::from)
        .findFirst()
        .orElse(-1);
  }

  /** Flows that hubs could have under the schedule before; none if it began on another day. */
  private List<History.Flow> flows(Schedule schedule, PlanningProblem now) {
    var capacities =
        accounts.rows(schedule, AccountKind.CAPACITIES).stream()
            .collect(Collectors.toMap(HubCapacity::base, c -> c));
    if (!now.dataset().mission().startDate().equals(views.startDate(schedule))) {
      return List.of();
    }
    return now.problem().sites().stream()
        .map(site -> capacities.get(site.code()))
        .map(
            c ->
                c == null
                    ? new History.Flow(new int[0], new int[0])
                    : new History.Flow(c.onward(), c.charter()))
        .toList();
  }

  private static void refuseUnknown(List<String> pins, PlanDocument before) {
    var known = before.movements().stream().map(MovementDocument::id).collect(Collectors.toSet());
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < pins.size(); i++) {
      var id = pins.get(i);
      if (!known.contains(id)) {
        faults.add(new Fault("/pins/" + i, m -> m.noMovement(id)));
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }
}
