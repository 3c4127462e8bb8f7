package org.drawdown.planning.replan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.drawdown.api.contract.MergePatch;
import org.drawdown.dataset.Dataset;
import org.drawdown.schedule.request.Assumptions;

/**
 * One assumption of a plan before, which a replan can do without.
 *
 * @param name as a client would point at it, {@code trucks} or {@code restrictions/R7}
 */
record CarriedPart(String name, UnaryOperator<Assumptions> without) {

  /** The assumptions without this one. */
  Assumptions takenOut(Assumptions all) {
    return without.apply(all);
  }

  /** All that a plan assumed, one by one. */
  static List<CarriedPart> of(Assumptions all) {
    var parts = new ArrayList<CarriedPart>();
    if (all.restrictions() != null) {
      for (var r : all.restrictions()) {
        parts.add(
            part(
                "restrictions/" + r.id(),
                d -> d.restrictions.removeIf(x -> x.id().equals(r.id()))));
      }
    }
    if (all.liftedRestrictions() != null) {
      for (var id : all.liftedRestrictions()) {
        parts.add(part("liftedRestrictions/" + id, d -> d.lifted.remove(id)));
      }
    }
    if (all.bases() != null) {
      for (var code : all.bases().keySet()) {
        parts.add(part("bases/" + code, d -> d.bases.remove(code)));
      }
    }
    if (all.aircraft() != null) {
      for (var name : all.aircraft().keySet()) {
        parts.add(part("aircraft/" + name, d -> d.aircraft.remove(name)));
      }
    }
    if (all.phases() != null) {
      parts.add(part("phases", d -> d.phases = null));
    }
    if (all.trucks() != null) {
      parts.add(part("trucks", d -> d.trucks = null));
    }
    if (all.escorts() != null) {
      parts.add(part("escorts", d -> d.escorts = null));
    }
    if (all.convoy() != null) {
      parts.add(part("convoy", d -> d.convoy = null));
    }
    if (all.deadline() != null) {
      parts.add(part("deadline", d -> d.deadline = null));
    }
    return parts;
  }

  private static CarriedPart part(String name, Consumer<Draft> change) {
    return new CarriedPart(
        name,
        all -> {
          var draft = new Draft(all);
          change.accept(draft);
          return draft.assumptions();
        });
  }

  /** Assumptions of which some are taken out. */
  private static final class Draft {
    private final Assumptions all;
    private final List<Assumptions.AssumedRestriction> restrictions;
    private final List<String> lifted;
    private final Map<String, MergePatch> bases;
    private final Map<String, Assumptions.AircraftChange> aircraft;
    private List<Dataset.Phase> phases;
    private Assumptions.Pool trucks;
    private Assumptions.Pool escorts;
    private MergePatch convoy;
    private LocalDate deadline;

    Draft(Assumptions all) {
      this.all = all;
      this.restrictions =
          new ArrayList<>(all.restrictions() == null ? List.of() : all.restrictions());
      this.lifted =
          new ArrayList<>(all.liftedRestrictions() == null ? List.of() : all.liftedRestrictions());
      this.bases = new LinkedHashMap<>(all.bases() == null ? Map.of() : all.bases());
      this.aircraft = new LinkedHashMap<>(all.aircraft() == null ? Map.of() : all.aircraft());
      this.phases = all.phases();
      this.trucks = all.trucks();
      this.escorts = all.escorts();
      this.convoy = all.convoy();
      this.deadline = all.deadline();
    }

    Assumptions assumptions() {
      return new Assumptions(
          deadline,
          trucks,
          escorts,
          convoy,
          restrictions,
          lifted,
          phases,
          aircraft,
          bases,
          all.writeOff(),
          all.hardDeadline());
    }
  }
}
