package org.drawdown.mission.whole;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.dataset.Consistency;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Text;
import org.drawdown.mission.MissionChanges;
import org.drawdown.mission.MissionList;
import org.drawdown.mission.MissionRow;
import org.drawdown.mission.contents.AssetRepository;
import org.drawdown.mission.contents.UnitRepository;
import org.drawdown.mission.limits.PhaseRepository;
import org.drawdown.mission.limits.RestrictionRepository;
import org.drawdown.mission.places.BaseRepository;
import org.drawdown.mission.places.ExitRepository;
import org.drawdown.mission.places.RouteRepository;

/** The mission's data as a whole. Use inside a transaction. */
@ApplicationScoped
public class MissionData implements MissionChanges {

  private final MissionRepository missions;
  private final ExitRepository exits;
  private final BaseRepository bases;
  private final UnitRepository units;
  private final AssetRepository assets;
  private final RouteRepository routes;
  private final RestrictionRepository restrictions;
  private final PhaseRepository phases;
  private final Event<DatasetReplaced> replaced;

  MissionData(
      MissionRepository missions,
      ExitRepository exits,
      BaseRepository bases,
      UnitRepository units,
      AssetRepository assets,
      RouteRepository routes,
      RestrictionRepository restrictions,
      PhaseRepository phases,
      Event<DatasetReplaced> replaced) {
    this.missions = missions;
    this.exits = exits;
    this.bases = bases;
    this.units = units;
    this.assets = assets;
    this.routes = routes;
    this.restrictions = restrictions;
    this.phases = phases;
    this.replaced = replaced;
  }

  /** The dataset has been replaced as a whole. */
  public record DatasetReplaced() {}

  /** A document that takes the place of another in its list; null where it is only taken away. */
  private record Change(String list, String key, Object document) {}

  private static final Change NOTHING = new Change("", "", null);

  /** Whether there is a mission. */
  public boolean exists() {
    return missions.findTheOne().isPresent();
  }

  /** The mission; 404 if there is none. */
  Dataset.Mission mission() {
    return missions.getTheOne().document();
  }

  /** The whole as one document; 404 if there is no mission. */
  public Dataset dataset() {
    var mission = missions.getTheOne();
    return new Dataset(
        mission.document(),
        exits.documents(),
        bases.documents(),
        units.documents(),
        assets.documents(),
        routes.documents(),
        restrictions.documents(),
        phases.documents(),
        mission.sources());
  }

  /** The whole as one document, held against other writers; null if there is no mission. */
  Dataset lockedDataset() {
    return missions.lockTheOne().map(mission -> dataset()).orElse(null);
  }

  /**
   * Replaces the mission's data.
   *
   * @throws Refusal naming every fault of a document whose parts do not fit together
   */
  public void replace(Dataset document) {
    var faults = Consistency.faults(document);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    missions.lockTheOne();
    var inOrder = List.of(exits, bases, units, assets, routes, restrictions, phases);
    for (int i = inOrder.size() - 1; i >= 0; i--) {
      inOrder.get(i).deleteAll();
    }
    // Rows read before are gone, and their successors may have the same names.
    missions.flush();
    missions.getEntityManager().clear();
    var mission = missions.findTheOne().orElseGet(Mission::theOne);
    mission.become(document.mission());
    mission.cite(document.sources());
    missions.persist(mission);
    missions.flush();
    exits.addAll(document.exits());
    bases.addAll(document.bases());
    units.addAll(document.units());
    assets.addAll(document.assets());
    routes.addAll(document.routes());
    restrictions.addAll(document.restrictions());
    phases.addAll(document.phases());
    missions.getEntityManager().clear();
    replaced.fire(new DatasetReplaced());
  }

  /** Replaces the mission itself. */
  void replaceMission(Dataset.Mission document) {
    check(with(document, NOTHING), "/mission");
    missions.getTheOne().become(document);
    missions.flush();
  }

  @Override
  public void hold() {
    missions.lockTheOne().orElseThrow(MissionRepository::none);
  }

  @Override
  public <E extends MissionRow<D>, D> E create(MissionList<E, D, ?> list, D document) {
    hold();
    var key = list.kind().key().apply(document);
    if (list.isTaken(key)) {
      throw Refusal.conflict(list.kind().exists(key));
    }
    check(list, new Change(list.kind().name(), key, document));
    var row = list.add(document);
    missions.getTheOne().touch();
    return row;
  }

  @Override
  public <E extends MissionRow<D>, D> void replace(MissionList<E, D, ?> list, E row, D document) {
    var key = list.kind().key().apply(row.document());
    if (!list.kind().key().apply(document).equals(key)) {
      throw Refusal.invalid(
          "/" + list.kind().keyField(), m -> m.keepsItsKey(list.kind().keyField(), key));
    }
    check(list, new Change(list.kind().name(), key, document));
    list.replace(row, document);
    missions.getTheOne().touch();
  }

  @Override
  public <E extends MissionRow<D>, D> void delete(MissionList<E, D, ?> list, E row) {
    var key = list.kind().key().apply(row.document());
    var inTheWay = new ArrayList<Text>();
    if (list.kind().name().equals(bases.kind().name())) {
      addContents(key, inTheWay);
    }
    inTheWay.addAll(Dependants.of(with(mission(), NOTHING), list.kind().name(), key));
    if (!inTheWay.isEmpty()) {
      throw Refusal.conflict(inTheWay.stream().map(text -> new Fault("", text)).toList());
    }
    check(list, new Change(list.kind().name(), key, null));
    list.delete(row);
    list.flush();
    missions.getTheOne().touch();
  }

  private void addContents(String base, List<Text> inTheWay) {
    long unitsThere = bases.countUnitsAt(base);
    if (unitsThere > 0) {
      inTheWay.add(m -> m.stillHasUnits(base, unitsThere));
    }
    long assetsThere = bases.countAssetsAt(base);
    if (assetsThere > 0) {
      inTheWay.add(m -> m.stillHasAssets(base, assetsThere));
    }
  }

  /** Checks a change with what stands around it. */
  private void check(MissionList<?, ?, ?> list, Change change) {
    var dataset = with(missions.getTheOne().document(), change);
    check(dataset, change.document() == null ? "" : changedAt(list, dataset));
  }

  /** Faults of the changed part are the client's; faults elsewhere are conflicts. */
  private static void check(Dataset dataset, String changed) {
    var own = new ArrayList<Fault>();
    var others = new ArrayList<Fault>();
    for (var fault : Consistency.faults(dataset)) {
      if (!changed.isEmpty() && fault.pointer().startsWith(changed + "/")) {
        own.add(new Fault(fault.pointer().substring(changed.length()), fault.detail()));
      } else {
        // Positions in the rest of the dataset mean nothing to the client.
        others.add(new Fault("", fault.detail()));
      }
    }
    if (!own.isEmpty()) {
      throw Refusal.invalid(own);
    }
    if (!others.isEmpty()) {
      throw Refusal.conflict(others);
    }
  }

  /** Where in a dataset the changed document stands: last in its list. */
  private static String changedAt(MissionList<?, ?, ?> list, Dataset dataset) {
    int size =
        Map.of(
                "exits", dataset.exits().size(),
                "bases", dataset.bases().size(),
                "units", dataset.units().size(),
                "assets", dataset.assets().size(),
                "routes", dataset.routes().size(),
                "restrictions", dataset.restrictions().size(),
                "phases", dataset.phases().size())
            .get(list.kind().name());
    return "/%s/%d".formatted(list.kind().name(), size - 1);
  }

  /** The dataset with a change; without units and lots, which nothing else names. */
  private Dataset with(Dataset.Mission mission, Change change) {
    return new Dataset(
        mission,
        changed(exits, exits.documents(), change),
        changed(bases, bases.documents(), change),
        changed(units, List.of(), change),
        changed(assets, assets.aircraft(), change),
        changed(routes, routes.documents(), change),
        changed(restrictions, restrictions.documents(), change),
        changed(phases, phases.documents(), change),
        List.of());
  }

  @SuppressWarnings("unchecked")
  private static <D> List<D> changed(MissionList<?, D, ?> list, List<D> documents, Change change) {
    if (!list.kind().name().equals(change.list())) {
      return documents;
    }
    var changed = new ArrayList<D>(documents);
    changed.removeIf(d -> list.kind().key().apply(d).equals(change.key()));
    if (change.document() != null) {
      changed.add((D) change.document());
    }
    return changed;
  }
}
