package org.drawdown.planning.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Lot;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;
import org.drawdown.schedule.movement.MovementDocument;

/** Reads the documents of a plan into the engine's plan. */
public final class PlanReader {

  private static final long MOST = 100_000_000;

  private final PlanningProblem planning;
  private final Problem problem;
  private final PlanDocument document;
  private final Map<String, Integer> siteOf = new HashMap<>();
  private final Map<String, Integer> legOf = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final boolean whatFits;

  private PlanReader(PlanningProblem planning, PlanDocument document, boolean whatFits) {
    this.whatFits = whatFits;
    this.planning = planning;
    this.problem = planning.problem();
    this.document = document;
    for (var site : problem.sites()) {
      siteOf.put(site.code(), siteOf.size());
    }
    for (var leg : problem.legs()) {
      legOf.put(leg.id(), legOf.size());
    }
  }

  /**
   * Reads a document of the right shape.
   *
   * @throws Refusal naming what it speaks of that does not exist
   */
  public static Plan read(PlanningProblem problem, PlanDocument document) {
    var reader = new PlanReader(problem, document, false);
    var plan = new Plan(reader.movements(), reader.stages(), reader.leftBehind());
    if (!reader.faults.isEmpty()) {
      throw Refusal.invalid(reader.faults);
    }
    return plan;
  }

  /** Reads of a document what a mission still has; the rest is left out. */
  public static Plan readWhatFits(PlanningProblem problem, PlanDocument document) {
    var reader = new PlanReader(problem, document, true);
    return new Plan(reader.movements(), reader.stages(), reader.leftBehind());
  }

  private int site(String code, String pointer) {
    return position(siteOf, code, pointer, c -> m -> m.noBase(c));
  }

  private int position(
      Map<String, Integer> positions, String name, String pointer, Function<String, Text> none) {
    var position = positions.get(name);
    if (position == null) {
      fault(new Fault(pointer, none.apply(name)));
      return -1;
    }
    return position;
  }

  private Lot lot(int site, String asset, String pointer) {
    if (site < 0) {
      return null;
    }
    var base = problem.sites().get(site);
    for (var lot : base.lots()) {
      if (lot.asset().equals(asset)) {
        return lot;
      }
    }
    fault(new Fault(pointer, m -> m.notAmongLoads(asset, base.code())));
    return null;
  }

  private List<Plan.Movement> movements() {
    var documents = document.movements();
    var inOrder = new ArrayList<Integer>();
    long sum = 0;
    for (int i = 0; i < documents.size(); i++) {
      inOrder.add(i);
      var d = documents.get(i);
      sum += (long) d.trucks() + d.selfDeploying() + d.escorts() + d.loads() + d.people();
    }
    if (sum > MOST) {
      throw Refusal.invalid("/movements", Messages::carriesTooMuch);
    }
    inOrder.sort(Comparator.comparing((Integer i) -> documents.get(i).departs()));
    var itemsGone = new HashMap<String, Integer>();
    var movements = new Plan.Movement[documents.size()];
    for (int i : inOrder) {
      movements[i] = movement(documents.get(i), "/movements/" + i, itemsGone);
    }
    return Arrays.stream(movements).filter(m -> !whatFits || fits(m)).toList();
  }

  private void fault(Fault fault) {
    if (!whatFits) {
      faults.add(fault);
    }
  }

  private static boolean fits(Plan.Movement m) {
    return m.site() >= 0 && m.hub() >= 0 && !m.legs().contains(-1);
  }

  private Plan.Movement movement(MovementDocument d, String at, Map<String, Integer> itemsGone) {
    int site = site(d.base(), at + "/base");
    int hub = site(d.destination(), at + "/destination");
    var legs = new ArrayList<Integer>();
    for (int i = 0; i < d.routes().size(); i++) {
      legs.add(position(legOf, d.routes().get(i), at + "/routes/" + i, r -> m -> m.noRoad(r)));
    }
    return new Plan.Movement(
        d.id(),
        d.kind(),
        site,
        hub,
        legs,
        planning.day(d.dispatched()),
        planning.day(d.departs()),
        planning.day(d.arrives()),
        d.trucks(),
        d.selfDeploying(),
        d.escorts(),
        d.loads(),
        d.people(),
        d.aircraft() == null
            ? null
            : new Plan.Flight(d.aircraft().type(), d.aircraft().count(), d.aircraft().sorties()),
        cargo(d.assets(), site, at, itemsGone),
        riders(d.units(), site, at));
  }

  private List<Plan.Riders> riders(List<MovementDocument.Riders> units, int site, String at) {
    var riders = new ArrayList<Plan.Riders>();
    for (int i = 0; i < units.size(); i++) {
      var unit = units.get(i).unit();
      if (site >= 0
          && problem.sites().get(site).parties().stream().noneMatch(p -> p.unit().equals(unit))) {
        var base = problem.sites().get(site).code();
        fault(new Fault("%s/units/%d/unit".formatted(at, i), m -> m.noUnitThere(unit, base)));
      } else {
        riders.add(new Plan.Riders(unit, units.get(i).people()));
      }
    }
    return riders;
  }

  /** Where loads are not given, the items that have left so far begin theirs one after another. */
  private List<Plan.Cargo> cargo(
      List<MovementDocument.Cargo> assets, int site, String at, Map<String, Integer> itemsGone) {
    var cargo = new ArrayList<Plan.Cargo>();
    for (int i = 0; i < assets.size(); i++) {
      var part = assets.get(i);
      var lot = lot(site, part.asset(), "%s/assets/%d/asset".formatted(at, i));
      if (lot != null) {
        int items = part.quantity();
        int before = itemsGone.getOrDefault(lot.asset(), 0);
        int loads =
            part.loads() != null ? part.loads() : lot.loadsOf(before + items) - lot.loadsOf(before);
        itemsGone.put(lot.asset(), (int) Math.min(MOST, (long) before + items));
        if (items > 0 || loads > 0) {
          cargo.add(new Plan.Cargo(lot.asset(), items, loads));
        }
      }
    }
    return cargo;
  }

  private List<Plan.StageSpan> stages() {
    var documents = document.stages();
    var stages = new ArrayList<Plan.StageSpan>();
    for (int i = 0; i < documents.size(); i++) {
      var d = documents.get(i);
      stages.add(
          new Plan.StageSpan(
              site(d.base(), "/stages/%d/base".formatted(i)),
              d.stage(),
              planning.day(d.from()),
              d.to() == null ? Problem.UNLIMITED : planning.day(d.to())));
    }
    return stages.stream().filter(s -> !whatFits || s.site() >= 0).toList();
  }

  private List<Plan.LeftBehind> leftBehind() {
    var documents = document.leftBehind();
    var left = new ArrayList<Plan.LeftBehind>();
    for (int i = 0; i < documents.size(); i++) {
      var d = documents.get(i);
      int site = site(d.base(), "/leftBehind/%d/base".formatted(i));
      if (lot(site, d.asset(), "/leftBehind/%d/asset".formatted(i)) != null) {
        left.add(new Plan.LeftBehind(site, d.asset(), d.quantity(), d.loads()));
      }
    }
    return left;
  }
}
