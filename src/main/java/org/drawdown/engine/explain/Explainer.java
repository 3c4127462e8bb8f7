package org.drawdown.engine.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Rule;
import org.drawdown.engine.explain.Explanation.Late;
import org.drawdown.engine.explain.Explanation.LatePeople;
import org.drawdown.engine.explain.Explanation.Slack;
import org.drawdown.engine.explain.Link.Cause;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.verifier.Ledger;

/**
 * Explains a valid plan, base by base from its closing back to the start. A movement is asked why
 * it does not go a day sooner; the answer names what forbids it, and if that is another movement,
 * the question goes on to that one. Nobody is asked twice, so every chain ends: at the start, at a
 * restriction, at packing, at a choice, or at who has been named before.
 */
public final class Explainer {

  private static final int LONGEST = 200;

  private final Model model;
  private final Problem problem;
  private final Plan plan;
  private final Ledger ledger;
  private final MovementTiming timing;
  private final Map<String, Movement> byId = new HashMap<>();

  private Explainer(Problem problem, Plan plan, Ledger ledger) {
    this.model = new Model(problem);
    this.problem = problem;
    this.plan = plan;
    this.ledger = ledger;
    this.timing = new MovementTiming(problem, model, plan, ledger);
    plan.movements().forEach(m -> byId.put(m.id(), m));
  }

  /** Why a valid plan is as it is. */
  public static Explanation explain(Problem problem, Plan plan, Ledger ledger) {
    var it = new Explainer(problem, plan, ledger);
    var chains = new ArrayList<List<Link>>();
    for (int s = 0; s < problem.sites().size(); s++) {
      chains.add(it.chain(s));
    }
    var floats = new ArrayList<Slack>();
    var late = new ArrayList<Late>();
    for (var movement : plan.movements()) {
      floats.add(new Slack(movement, it.timing.slack(movement)));
      int days = movement.departs() - it.due(movement.site());
      if (movement.loads() > 0 && days > 0) {
        late.add(new Late(movement, days, it.timing.why(movement)));
      }
    }
    return new Explanation(
        chains, floats, late, it.latePeople(), Shares.of(problem, plan, ledger), it.lateFrom());
  }

  private List<long[]> lateFrom() {
    var arrivals = new LateArrivals(problem, plan, ledger);
    var from = new ArrayList<long[]>();
    for (int s = 0; s < problem.sites().size(); s++) {
      int hub = s;
      int signed =
          plan.stages().stream()
              .filter(span -> span.site() == hub && span.stage() == Plan.Stage.HANDOVER)
              .mapToInt(Plan.StageSpan::to)
              .max()
              .orElse(-1);
      from.add(problem.sites().get(s).isHub() ? arrivals.of(s, signed) : null);
    }
    return from;
  }

  private int due(int s) {
    return problem.sites().get(s).due(problem.deadline());
  }

  /** From the closing of a site back to the start. */
  private List<Link> chain(int s) {
    var chain = new ArrayList<Link>();
    Set<String> asked = new HashSet<>();
    int closedOn = ledger.closedOn(s);
    var last =
        plan.movements().stream()
            .filter(m -> m.site() == s && m.kind().isFinal())
            .max(Comparator.comparingInt(Movement::departs))
            .orElse(null);
    boolean rear = problem.sites().get(s).rearParty() > 0;
    chain.add(
        new Link(
            rear ? Cause.REAR_PARTY : Cause.LAST_STEP,
            rear ? Rule.REAR_PARTY_LAST : Rule.HANDOVER_STEPS,
            s,
            null,
            closedOn,
            null,
            -1,
            -1,
            last == null ? null : last.id()));
    if (last != null) {
      follow(last, chain, asked);
    } else {
      handover(s, chain, asked);
    }
    return chain;
  }

  /** Goes on from a movement. */
  private void follow(Movement movement, List<Link> chain, Set<String> asked) {
    var at = movement;
    while (at != null && asked.add(at.id()) && chain.size() < LONGEST) {
      var link = timing.why(at);
      chain.add(link);
      if (link.cause() == Cause.HANDOVER) {
        handover(at.site(), chain, asked);
        return;
      }
      at = link.heldBy() == null ? null : byId.get(link.heldBy());
    }
  }

  /** Goes on from a handover: what does it wait for? */
  private void handover(int s, List<Link> chain, Set<String> asked) {
    int from = ledger.span(s, Stage.HANDOVER).from();
    var own = lastOf(from, m -> m.site() == s && !m.kind().isFinal() ? m.departs() : -1);
    if (own != null) {
      chain.add(wait(Cause.LAST_TO_LEAVE, Rule.HANDOVER_STEPS, s, from, null, own.id()));
      follow(own, chain, asked);
      return;
    }
    var passing = lastOf(from, m -> m.site() != s && timing.passes(m, s) ? m.arrives() : -1);
    if (passing != null) {
      chain.add(wait(Cause.TRANSIT, Rule.TRANSIT_OPEN, s, from, null, passing.id()));
      follow(passing, chain, asked);
      return;
    }
    for (int o = 0; o < problem.sites().size(); o++) {
      if (problem.sites().get(o).parent() == s && ledger.closedOn(o) == from - 1) {
        var code = problem.sites().get(o).code();
        chain.add(wait(Cause.OUTPOST, Rule.OUTPOSTS_FIRST, s, from, code, null));
        chain.addAll(chain(o).stream().skip(1).limit(LONGEST - chain.size()).toList());
        return;
      }
    }
    if (problem.sites().get(s).isHub() && from > 0) {
      flow(s, from, chain, asked);
    } else {
      chain.add(new Link(Cause.START, null, s, null, from, null, -1, -1, null));
    }
  }

  private Link wait(Cause cause, Rule rule, int s, int day, String resource, String heldBy) {
    return new Link(cause, rule, s, null, day, resource, -1, day - 1, heldBy);
  }

  private Movement lastOf(int handover, ToIntFunction<Movement> leaves) {
    return plan.movements().stream()
        .filter(m -> leaves.applyAsInt(m) == handover - 1)
        .findFirst()
        .orElse(null);
  }

  /** A hub that ships or flies at its full rate up to the eve of its handover: since when? */
  private void flow(int h, int handover, List<Link> chain, Set<String> asked) {
    boolean people = false;
    int first = handover - 1;
    for (var flow : ledger.onward()) {
      if (flow.site() == h && flow.day() == handover - 1) {
        people = flow.loadsShipped() == 0;
      }
    }
    var hub = problem.sites().get(h);
    int lastIn = ledger.lastPass(h);
    if (people && hub.guard() > hub.rearParty() && lastIn >= 0 && lastIn + 3 >= handover) {
      var last =
          plan.movements().stream()
              .filter(m -> m.arrives() == lastIn && timing.passes(m, h))
              .findFirst()
              .orElse(null);
      chain.add(
          new Link(
              Cause.GUARD,
              Rule.GUARD,
              h,
              null,
              handover,
              hub.code(),
              0,
              lastIn,
              last == null ? null : last.id()));
      follow(last, chain, asked);
      return;
    }
    int[] capacity = people ? model.charter[h] : model.onward[h];
    var days = new HashMap<Integer, Ledger.OnwardDay>();
    for (var flow : ledger.onward()) {
      if (flow.site() == h) {
        days.put(flow.day(), flow);
      }
    }
    while (first > 0 && isFull(days.get(first - 1), people, capacity[first - 1])) {
      first--;
    }
    chain.add(
        new Link(
            people ? Cause.CHARTER : Cause.ONWARD,
            Rule.HANDOVER_STEPS,
            h,
            null,
            handover,
            problem.sites().get(h).code(),
            first,
            handover - 1,
            null));
    int begins = first;
    var feeder =
        plan.movements().stream()
            .filter(m -> m.hub() == h && m.arrives() == begins - 1)
            .findFirst()
            .orElse(null);
    if (feeder != null && first > 1) {
      chain.add(wait(Cause.FEEDER, null, h, first, null, feeder.id()));
      follow(feeder, chain, asked);
    } else {
      chain.add(new Link(Cause.START, null, h, null, first, null, -1, -1, null));
    }
  }

  private static boolean isFull(Ledger.OnwardDay day, boolean people, int capacity) {
    return day != null && (people ? day.peopleFlown() : day.loadsShipped()) >= capacity;
  }

  private List<LatePeople> latePeople() {
    var late = new ArrayList<LatePeople>();
    for (int h = 0; h < problem.sites().size(); h++) {
      var hub = problem.sites().get(h);
      if (!hub.isHub()) {
        continue;
      }
      int signed = ledger.span(h, Stage.HANDOVER).to();
      int people = 0;
      int last = -1;
      boolean full = false;
      for (var flow : ledger.onward()) {
        boolean counts = flow.site() == h && !(hub.liquidation() && flow.day() > signed);
        if (counts && flow.day() == problem.deadline()) {
          full = isFull(flow, true, model.charter[h][flow.day()]);
        }
        if (counts && flow.day() > problem.deadline() && flow.peopleFlown() > 0) {
          people += flow.peopleFlown();
          last = flow.day();
        }
      }
      if (people > 0) {
        int home = last;
        int at = h;
        var feeder =
            plan.movements().stream()
                .filter(m -> m.hub() == at && m.people() > 0 && m.arrives() <= home)
                .max(Comparator.comparingInt(Movement::arrives).thenComparing(Movement::id))
                .orElse(null);
        var why =
            full || feeder == null
                ? new Link(Cause.CHARTER, null, h, null, last, hub.code(), -1, last, null)
                : new Link(Cause.FEEDER, null, h, null, last, null, -1, -1, feeder.id());
        late.add(new LatePeople(people, last - problem.deadline(), why));
      }
    }
    return late;
  }
}
