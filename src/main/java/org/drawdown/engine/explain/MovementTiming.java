package org.drawdown.engine.explain;

import org.drawdown.engine.Paces;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Rule;
import org.drawdown.engine.explain.Link.Cause;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.verifier.Ledger;

/**
 * What holds a single movement of a valid plan: why it goes no sooner, and how much later it may
 * go.
 */
final class MovementTiming {

  private final Problem problem;
  private final Model model;
  private final Ledger ledger;
  private final Paces paces;
  private final Uses uses;

  MovementTiming(Problem problem, Model model, Plan plan, Ledger ledger) {
    this.problem = problem;
    this.model = model;
    this.ledger = ledger;
    this.paces = new Paces(problem);
    this.uses = new Uses(problem, plan, ledger);
  }

  /** Whether a movement ends at or goes through a site other than its own. */
  boolean passes(Movement m, int s) {
    if (m.hub() == s) {
      return true;
    }
    int place = m.site();
    for (int leg : m.legs()) {
      place = problem.legs().get(leg).other(place);
      if (place == s) {
        return true;
      }
    }
    return false;
  }

  /** Why a movement does not go a day sooner. */
  Link why(Movement m) {
    if (problem.history() != null && problem.history().keeps(m)) {
      return link(Cause.FIXED, Rule.PINNED, m, null, -1, m.dispatched() - 1, null);
    }
    if (m.dispatched() <= problem.firstDay()) {
      boolean waits = problem.firstMove() > 0 && m.dispatched() <= problem.firstMove();
      return link(
          waits ? Cause.FIRST_DAY : Cause.START,
          waits ? Rule.FIRST_DAY : null,
          m,
          null,
          waits ? 0 : -1,
          waits ? m.dispatched() - 1 : -1,
          null);
    }
    if (m.kind() == Kind.REPOSITION) {
      return whyReposition(m);
    }
    var why = m.flight() == null ? whyConvoy(m) : whyFlight(m);
    int windowFrom = problem.sites().get(m.site()).windowFrom();
    boolean early = why.cause() == Cause.CHOICE && ledger.closedOn(m.site()) <= windowFrom;
    return early ? link(Cause.WINDOW, null, m, null, -1, windowFrom - 1, null) : why;
  }

  private Link whyReposition(Movement m) {
    int sooner = m.dispatched() - 1;
    var way = way(m);
    if (way != null && way.arrives[sooner] < 0) {
      int from = sooner;
      while (from > problem.firstDay() && way.arrives[from - 1] < 0) {
        from--;
      }
      return barred(m, from, sooner);
    }
    return link(Cause.CHOICE, null, m, null, -1, -1, null);
  }

  private Model.Way way(Movement m) {
    for (var link : model.links) {
      for (var way : link.ways()) {
        if (link.from() == m.site() && link.to() == m.hub() && way.legs.equals(m.legs())) {
          return way;
        }
      }
    }
    return null;
  }

  private Link link(
      Cause cause, Rule rule, Movement m, String resource, int from, int to, String heldBy) {
    return new Link(cause, rule, m.site(), m.id(), m.dispatched(), resource, from, to, heldBy);
  }

  private Model.Path path(Movement m) {
    for (var path : model.spokes[m.site()].paths) {
      if (path.legs.equals(m.legs())) {
        return path;
      }
    }
    return null;
  }

  private Link whyConvoy(Movement m) {
    int sooner = m.dispatched() - 1;
    var path = path(m);
    if (path == null) {
      return link(Cause.CHOICE, null, m, null, -1, -1, null);
    }
    if (path.arrives[sooner] < 0) {
      int from = sooner;
      while (from > problem.firstDay() && path.arrives[from - 1] < 0) {
        from--;
      }
      return barred(m, from, sooner);
    }
    int departs = path.departs[sooner];
    var ordered = uses.inOrder(m.site());
    int position = ordered.indexOf(m);
    if (m.kind() == Kind.FINAL_CONVOY) {
      var handover = ledger.span(m.site(), Stage.HANDOVER);
      if (departs <= handover.to()) {
        return link(
            Cause.HANDOVER, Rule.REAR_PARTY_LAST, m, null, handover.from(), handover.to(), null);
      }
    } else {
      long gone = ordered.subList(0, position + 1).stream().mapToLong(Movement::loads).sum();
      long packed = (long) problem.sites().get(m.site()).packing() * departs;
      if (packed < gone) {
        return link(Cause.PACKING, Rule.PACKED_FIRST, m, null, 0, m.departs() - 1, null);
      }
      if (position > 0 && departs < ordered.get(position - 1).departs()) {
        var before = ordered.get(position - 1);
        return link(Cause.ORDER, Rule.CONVOY_SIZE, m, null, -1, before.departs(), before.id());
      }
    }
    var shortage = uses.shortage(m, sooner, path.arrives[sooner]);
    if (shortage != null) {
      boolean escorts = shortage.rule() == Rule.ESCORTS;
      return link(
          escorts ? Cause.ESCORTS : Cause.TRUCKS,
          shortage.rule(),
          m,
          shortage.resource(),
          shortage.from(),
          shortage.to(),
          shortage.heldBy());
    }
    var slot = uses.slot(m, path, sooner, paces);
    if (slot != null) {
      return link(
          Cause.ROUTE, slot.rule(), m, slot.resource(), slot.from(), slot.to(), slot.heldBy());
    }
    int room = problem.sites().get(m.hub()).storage();
    if (uses.yard(m.hub(), path.arrives[sooner]) + m.loads() > room) {
      return link(
          Cause.YARD,
          Rule.HUB_STORAGE,
          m,
          problem.sites().get(m.hub()).code(),
          path.arrives[sooner],
          path.arrives[sooner],
          null);
    }
    return link(Cause.CHOICE, null, m, null, -1, -1, null);
  }

  /** No trip can begin on a day: which restriction says so, and since when? */
  private Link barred(Movement m, int from, int day) {
    for (var r : problem.restrictions()) {
      boolean here =
          r.everywhere()
              || m.legs().stream().anyMatch(r.legs()::contains)
              || r.sites().stream().anyMatch(s -> s == m.site() || passes(m, s));
      if (r.road() && here && r.from() <= m.arrives() && r.to() >= day) {
        return link(Cause.RESTRICTION, Rule.RESTRICTIONS, m, r.id(), from, day, null);
      }
    }
    return link(Cause.ROAD, Rule.HORIZON, m, null, from, day, null);
  }

  private Link whyFlight(Movement m) {
    int sooner = m.departs() - 1;
    var spoke = model.spokes[m.site()];
    if (m.kind() == Kind.FINAL_AIRLIFT) {
      var handover = ledger.span(m.site(), Stage.HANDOVER);
      if (sooner <= handover.to()) {
        return link(
            Cause.HANDOVER, Rule.REAR_PARTY_LAST, m, null, handover.from(), handover.to(), null);
      }
    }
    if (spoke.airBarred[sooner]) {
      int from = sooner;
      while (from > 0 && spoke.airBarred[from - 1]) {
        from--;
      }
      for (var r : problem.restrictions()) {
        boolean here =
            r.everywhere() || r.sites().contains(m.site()) || r.sites().contains(m.hub());
        if (r.air() && here && r.from() <= sooner && r.to() >= sooner) {
          return link(Cause.RESTRICTION, Rule.RESTRICTIONS, m, r.id(), from, sooner, null);
        }
      }
    }
    var shortage = uses.flight(m, sooner);
    return shortage == null
        ? link(Cause.CHOICE, null, m, null, -1, -1, null)
        : link(
            shortage.rule() == Rule.AIRCRAFT ? Cause.AIRCRAFT : Cause.AIRFIELD,
            shortage.rule(),
            m,
            shortage.resource(),
            sooner,
            sooner,
            shortage.heldBy());
  }

  /** Days by which a movement can go later, all else as it is. */
  int slack(Movement m) {
    if (problem.history() != null && problem.history().keeps(m)) {
      return 0;
    }
    if (m.kind() == Kind.REPOSITION) {
      return slackOfReposition(m);
    }
    int days = 0;
    while (mayGo(m, m.dispatched() + days + 1)) {
      days++;
    }
    return days;
  }

  /** What comes later is not missed on the days between. */
  private int slackOfReposition(Movement m) {
    var way = way(m);
    int days = 0;
    while (way != null && m.dispatched() + days + 1 <= problem.horizon()) {
      int later = way.arrives[m.dispatched() + days + 1];
      if (later < 0
          || !uses.canSpare(m.hub(), m.trucks(), m.escorts(), m.arrives() + 1, later)
          || !opensAfter(m, later)) {
        return days;
      }
      days++;
    }
    return days;
  }

  private boolean opensAfter(Movement m, int arrives) {
    for (int s = 0; s < problem.sites().size(); s++) {
      if (s != m.site() && passes(m, s) && arrives >= ledger.span(s, Stage.HANDOVER).from()) {
        return false;
      }
    }
    return true;
  }

  private boolean mayGo(Movement m, int dispatch) {
    if (dispatch > problem.horizon()) {
      return false;
    }
    var path = m.flight() == null ? path(m) : null;
    if (m.flight() == null && (path == null || path.arrives[dispatch] < 0)) {
      return false;
    }
    int departs = path == null ? dispatch : path.departs[dispatch];
    int arrives = path == null ? dispatch : path.arrives[dispatch];
    boolean inTime =
        m.kind().isFinal()
            ? departs <= ledger.closedOn(m.site())
            : departs < ledger.span(m.site(), Stage.HANDOVER).from();
    for (int s = 0; inTime && s < problem.sites().size(); s++) {
      inTime = s == m.site() || !passes(m, s) || arrives < ledger.span(s, Stage.HANDOVER).from();
    }
    if (!inTime) {
      return false;
    }
    if (path == null) {
      return !model.spokes[m.site()].airBarred[dispatch] && uses.flight(m, dispatch) == null;
    }
    var ordered = uses.inOrder(m.site());
    int next = ordered.indexOf(m) + 1;
    boolean inOrder =
        m.kind().isFinal() || next >= ordered.size() || departs <= ordered.get(next).departs();
    return inOrder
        && uses.shortage(m, dispatch, arrives) == null
        && uses.slot(m, path, dispatch, paces) == null
        && uses.yard(m.hub(), arrives) + m.loads() <= problem.sites().get(m.hub()).storage();
  }
}
