package org.drawdown.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Cargo;
import org.drawdown.engine.Plan.Flight;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.Plan.LeftBehind;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Plan.Riders;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Plan.StageSpan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.PartyKind;
import org.drawdown.engine.decoder.ConvoySizes;
import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.LoadOrder;
import org.drawdown.engine.model.Model;

/** Writes out in full the plan that a decoder has just built. */
final class PlanBuilder {

  private final Model model;
  private final Problem problem;
  private final Decoder decoder;
  private final Keys keys;
  private final List<Movement> movements = new ArrayList<>();
  private final List<StageSpan> stages = new ArrayList<>();
  private final List<LeftBehind> leftBehind = new ArrayList<>();

  private PlanBuilder(Model model, Decoder decoder, Keys keys) {
    this.model = model;
    this.problem = model.problem;
    this.decoder = decoder;
    this.keys = keys;
  }

  /** The plan of {@code keys}, which {@code decoder} decoded last and completely. */
  static Plan build(Model model, Decoder decoder, Keys keys) {
    var builder = new PlanBuilder(model, decoder, keys);
    for (int s = 0; s < model.sites; s++) {
      if (model.spokes[s] != null) {
        builder.addMovements(model.spokes[s]);
      }
      builder.addStages(s);
    }
    builder.addRepositions();
    builder.movements.addAll(model.problem.fixed());
    builder.movements.sort(
        Comparator.comparingInt(Movement::dispatched)
            .thenComparingInt(Movement::departs)
            .thenComparing(Movement::id));
    return new Plan(builder.movements, builder.stages, builder.leftBehind);
  }

  private void addMovements(Model.Spoke spoke) {
    int s = spoke.index;
    var cargo = spoke.cargo;
    int loads = ConvoySizes.loads(keys, spoke);
    int total = decoder.sizes().vehicles(keys, spoke);
    var seats = new Boarding(spoke);
    int[] gone = cargo.gone.clone();
    int[] itemsGone = itemsGone(spoke);
    var names = new Names(problem, spoke.site, spoke.fixed);
    int before = 0;
    for (int k = 0; k < keys.convoys[s]; k++) {
      int after = Math.min(total, before + keys.size[s][k]);
      int from = Math.min(before, loads);
      int to = Math.min(after, loads);
      int[] taken = new int[gone.length];
      for (int i = from; i < to; i++) {
        taken[cargo.lotOf[i]]++;
      }
      var path = spoke.paths[keys.path[s][k]];
      int p = decoder.dispatched[s][k];
      int trucks = cargo.truckloads[to] - cargo.truckloads[from] + (after - before) - (to - from);
      addConvoy(
          spoke,
          path,
          p,
          Kind.CONVOY,
          names.next(Kind.CONVOY),
          trucks,
          after - before,
          manifest(cargo, gone, itemsGone, taken),
          seats.board(decoder.riders[s][k], false));
      before = after;
    }
    addFlights(spoke, seats, false, names);
    if (spoke.rear > 0) {
      if (keys.finalByAir[s]) {
        addFlights(spoke, seats, true, names);
      } else {
        addFinalConvoys(spoke, cargo, gone, itemsGone, seats, names);
      }
    }
    for (int lot = 0; lot < gone.length; lot++) {
      int left = cargo.lots[lot].loads() - gone[lot];
      if (left > 0) {
        int items = cargo.lots[lot].quantity() - itemsGone[lot];
        leftBehind.add(new LeftBehind(s, cargo.lots[lot].asset(), items, left));
      }
    }
  }

  private void addFinalConvoys(
      Model.Spoke spoke,
      LoadOrder cargo,
      int[] gone,
      int[] itemsGone,
      Boarding seats,
      Names names) {
    int s = spoke.index;
    int most = decoder.sizes().finalConvoy(spoke);
    int convoys = decoder.sizes().finalConvoys(spoke);
    for (int c = 0; c < convoys; c++) {
      int from = c * most;
      int vehicles = Math.min(most, spoke.rearVehicles - from);
      int own = Math.max(0, Math.min(spoke.ownRear, from + vehicles) - from);
      int[] taken = new int[gone.length];
      int at = 0;
      for (int lot = 0; lot < taken.length; lot++) {
        taken[lot] = Math.max(0, Math.min(at + cargo.kept[lot], from + own) - Math.max(at, from));
        at += cargo.kept[lot];
      }
      int people = decoder.sizes().finalRiders(spoke, c);
      addConvoy(
          spoke,
          spoke.paths[keys.finalPath[s]],
          decoder.finalDispatched[s][c],
          Kind.FINAL_CONVOY,
          names.next(Kind.FINAL_CONVOY),
          vehicles - own,
          vehicles,
          manifest(cargo, gone, itemsGone, taken),
          seats.board(people, true));
    }
  }

  private void addConvoy(
      Model.Spoke spoke,
      Model.Path path,
      int p,
      Kind kind,
      String id,
      int trucks,
      int vehicles,
      List<Cargo> cargo,
      List<Riders> riders) {
    movements.add(
        new Movement(
            id,
            kind,
            spoke.index,
            spoke.hub,
            path.legs,
            p,
            path.departs[p],
            path.arrives[p],
            trucks,
            vehicles - trucks,
            problem.convoy().escorts(),
            cargo.stream().mapToInt(Cargo::loads).sum(),
            riders.stream().mapToInt(Riders::people).sum(),
            null,
            cargo,
            riders));
  }

  private void addRepositions() {
    for (int h = 0; h < model.sites; h++) {
      int hub = h;
      var fixed =
          problem.fixed().stream()
              .filter(m -> m.site() == hub && m.kind() == Kind.REPOSITION)
              .toList();
      var names = new Names(problem, problem.sites().get(h), fixed);
      for (int i = 0; i < keys.repositions.count; i++) {
        var link = model.links.get(keys.repositions.link[i]);
        if (link.from() == h && decoder.repositioned.day[i] >= 0) {
          var way = link.ways()[keys.repositions.way[i]];
          int p = decoder.repositioned.day[i];
          movements.add(
              new Movement(
                  names.next(Kind.REPOSITION),
                  Kind.REPOSITION,
                  h,
                  link.to(),
                  way.legs,
                  p,
                  p,
                  way.arrives[p],
                  decoder.repositioned.trucks[i],
                  0,
                  decoder.repositioned.escorts[i],
                  0,
                  0,
                  null,
                  List.of(),
                  List.of()));
        }
      }
    }
  }

  private void addFlights(Model.Spoke spoke, Boarding seats, boolean rear, Names names) {
    var flown = decoder.flights;
    for (int f = 0; f < flown.count; f++) {
      if (flown.site[f] == spoke.index && flown.rear[f] == rear) {
        var kind = rear ? Kind.FINAL_AIRLIFT : Kind.AIRLIFT;
        int day = flown.day[f];
        var type = problem.aircraft().get(flown.type[f]).type();
        movements.add(
            new Movement(
                names.next(kind),
                kind,
                spoke.index,
                spoke.hub,
                List.of(),
                day,
                day,
                day,
                0,
                0,
                0,
                0,
                flown.people[f],
                new Flight(type, flown.aircraft[f], flown.sorties[f]),
                List.of(),
                seats.board(flown.people[f], rear)));
      }
    }
  }

  /** Names of movements: numbered by kind, leaving out those of movements that stay. */
  private static final class Names {
    private final Problem.Site site;
    private final int[] last = new int[Kind.values().length];
    private final Set<String> taken = new HashSet<>();

    Names(Problem problem, Problem.Site site, List<Movement> fixed) {
      this.site = site;
      if (problem.history() != null) {
        taken.addAll(problem.history().taken());
      }
      fixed.forEach(m -> taken.add(m.id()));
    }

    String next(Kind kind) {
      String letter =
          switch (kind) {
            case CONVOY -> "C";
            case FINAL_CONVOY -> "FC";
            case AIRLIFT -> "A";
            case FINAL_AIRLIFT -> "FA";
            case REPOSITION -> "R";
          };
      String name;
      do {
        name = "%s-%s%02d".formatted(site.code(), letter, ++last[kind.ordinal()]);
      } while (taken.contains(name));
      return name;
    }
  }

  /** Items go with the load that completes them, but for those that have gone by then. */
  private static List<Cargo> manifest(LoadOrder cargo, int[] gone, int[] itemsGone, int[] taken) {
    var manifest = new ArrayList<Cargo>();
    for (int lot = 0; lot < taken.length; lot++) {
      if (taken[lot] > 0) {
        var it = cargo.lots[lot];
        int items = Math.max(0, it.itemsOf(gone[lot] + taken[lot]) - itemsGone[lot]);
        itemsGone[lot] += items;
        manifest.add(new Cargo(it.asset(), items, taken[lot]));
        gone[lot] += taken[lot];
      }
    }
    return manifest;
  }

  /** Of each lot the items that movements which stay as they are have taken. */
  private static int[] itemsGone(Model.Spoke spoke) {
    return Arrays.stream(spoke.cargo.lots)
        .mapToInt(
            lot ->
                spoke.fixed.stream()
                    .flatMap(m -> m.cargo().stream())
                    .filter(c -> c.asset().equals(lot.asset()))
                    .mapToInt(Cargo::quantity)
                    .sum())
        .toArray();
  }

  private void addStages(int s) {
    int handover = decoder.handover(s);
    int started = Math.min(decoder.started(s), handover);
    int signed = handover + problem.sites().get(s).handoverDays();
    int closedOn = decoder.closedOn(s);
    addStage(s, Stage.PREPARATION, 0, started - 1);
    addStage(s, Stage.DRAWDOWN, started, handover - 1);
    addStage(s, Stage.HANDOVER, handover, signed - 1);
    addStage(s, Stage.FINAL_WITHDRAWAL, signed, closedOn);
    addStage(s, Stage.CLOSED, closedOn + 1, Problem.UNLIMITED);
  }

  private void addStage(int s, Stage stage, int from, int to) {
    if (from <= to) {
      stages.add(new StageSpan(s, stage, from, to));
    }
  }

  /**
   * Gives out the seats: uniformed first, then international civilians, as they stand in the
   * dataset; the rear party is the last of the uniformed.
   */
  private static final class Boarding {
    private final List<Problem.Party> queue;
    private final int[] waiting;
    private final int[] rear;

    Boarding(Model.Spoke spoke) {
      queue =
          spoke.site.parties().stream()
              .filter(p -> p.kind() != PartyKind.NATIONAL)
              .sorted(Comparator.comparing(Problem.Party::kind))
              .toList();
      waiting = queue.stream().mapToInt(Problem.Party::strength).toArray();
      for (var movement : spoke.fixed) {
        movement.riders().forEach(this::leave);
      }
      // Of those who are still there, whoever has left.
      rear = new int[waiting.length];
      int left = keepFrom(PartyKind.UNIFORMED, spoke.rear);
      keepFrom(PartyKind.INTERNATIONAL, left);
    }

    private void leave(Riders riders) {
      for (int i = 0; i < waiting.length; i++) {
        if (queue.get(i).unit().equals(riders.unit())) {
          waiting[i] -= Math.min(waiting[i], riders.people());
        }
      }
    }

    private int keepFrom(PartyKind kind, int people) {
      int left = people;
      for (int i = queue.size() - 1; i >= 0; i--) {
        if (queue.get(i).kind() == kind) {
          int stay = Math.min(left, waiting[i]);
          waiting[i] -= stay;
          rear[i] += stay;
          left -= stay;
        }
      }
      return left;
    }

    List<Riders> board(int people, boolean last) {
      int[] from = last ? rear : waiting;
      var aboard = new ArrayList<Riders>();
      int left = people;
      for (int i = 0; i < from.length && left > 0; i++) {
        int n = Math.min(left, from[i]);
        if (n > 0) {
          aboard.add(new Riders(queue.get(i).unit(), n));
          from[i] -= n;
          left -= n;
        }
      }
      return aboard;
    }
  }
}
