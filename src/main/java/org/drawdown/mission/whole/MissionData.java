package org.drawdown.mission.whole;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.api.contract.RequestBodies;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.audit.AuditTrail;
import org.drawdown.dataset.Consistency;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Text;
import org.drawdown.mission.MissionChanges;
import org.drawdown.mission.MissionList;
import org.drawdown.mission.MissionRow;

/** The mission's data as a whole. Use inside a transaction. */
@ApplicationScoped
public class MissionData implements MissionChanges {

  private static final String BASES = "bases";

  private final MissionRepository missions;
  private final MissionLists lists;
  private final DatasetReader reader;
  private final PresentDataset present;
  private final MissionStamp stamp;
  private final Event<DatasetReplaced> replaced;
  private final Event<ContentsChanged> contents;
  private final AuditTrail trail;
  private final RequestBodies bodies;

  MissionData(
      MissionRepository missions,
      MissionLists lists,
      DatasetReader reader,
      PresentDataset present,
      MissionStamp stamp,
      Event<DatasetReplaced> replaced,
      Event<ContentsChanged> contents,
      AuditTrail trail,
      RequestBodies bodies) {
    this.bodies = bodies;
    this.missions = missions;
    this.lists = lists;
    this.reader = reader;
    this.present = present;
    this.stamp = stamp;
    this.replaced = replaced;
    this.contents = contents;
    this.trail = trail;
  }

  /** A part of the dataset is about to be changed. */
  public record ContentsChanged(Dataset after) {}

  /**
   * The dataset has been replaced as a whole.
   *
   * @param before null where there was none
   */
  public record DatasetReplaced(Dataset before, Dataset after) {}

  /** Whether there is a mission. */
  public boolean exists() {
    return stamp.revision().isPresent();
  }

  /** The whole as one document, all of it of one moment; 404 if there is no mission. */
  public Dataset dataset() {
    return present.at(stamp.revision().orElseThrow(MissionRepository::none), reader::read);
  }

  /** The mission, held against other writers; 404 if there is none. */
  private Mission held() {
    return missions.lockTheOne().orElseThrow(MissionRepository::none);
  }

  /** The whole as it is while this transaction holds the mission. */
  private Dataset dataset(Mission held) {
    return present.at(held.revision(), reader::read);
  }

  /** The mission itself, held against other writers; 404 if there is none. */
  Dataset.Mission heldMission() {
    return held().document();
  }

  /** The whole, held against other writers; null if there is no mission. */
  Dataset heldDataset() {
    return missions.lockTheOne().map(this::dataset).orElse(null);
  }

  /**
   * Replaces the mission's data.
   *
   * @return the data as it is now kept
   * @throws Refusal naming every fault of a document whose parts do not fit together
   */
  public Dataset replace(Dataset document) {
    var faults = Consistency.faults(document);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    var was = missions.lockTheOne().map(this::dataset).orElse(null);
    lists.deleteAll();
    // Rows read before are gone, and their successors may have the same names.
    missions.flush();
    missions.getEntityManager().clear();
    var mission = missions.findTheOne().orElseGet(Mission::theOne);
    mission.become(document.mission());
    mission.cite(document.sources());
    missions.persist(mission);
    missions.flush();
    var kept = lists.addAll(mission, document);
    present.keepOnceCommitted(mission.revision(), kept);
    missions.getEntityManager().clear();
    trail.changed("dataset", kept.mission().code(), was, kept);
    replaced.fire(new DatasetReplaced(was, kept));
    return kept;
  }

  /** Replaces the mission itself. */
  Dataset.Mission replaceMission(Dataset.Mission document) {
    var mission = held();
    var before = dataset(mission);
    new Changed(before.with(document)).check("/mission");
    var was = mission.document();
    mission.become(document);
    missions.flush();
    trail.changed("mission", mission.document().code(), was, mission.document());
    present.keepOnceCommitted(mission.revision(), before.with(mission.document()));
    return mission.document();
  }

  @Override
  public Dataset hold() {
    return dataset(held());
  }

  @Override
  public <E extends MissionRow<D>, D> MissionChanges.Change<E> create(
      MissionList<E, D, ?> list, D document) {
    var mission = held();
    var kind = list.kind();
    var key = kind.key().apply(document);
    if (list.isTaken(key)) {
      throw Refusal.conflict(kind.exists(key));
    }
    var before = dataset(mission);
    var changed = new Changed(before);
    changed.put(kind, key, document);
    changed.check(kind, key);
    var row = list.add(document);
    changed.put(kind, key, row.document());
    changed(mission, changed);
    trail.changed(kind.name(), key, null, row.document());
    return new MissionChanges.Change<>(row, changed.dataset());
  }

  @Override
  public <E extends MissionRow<D>, D> Dataset replace(
      MissionList<E, D, ?> list, E row, D document) {
    var kind = list.kind();
    var key = kind.key().apply(row.document());
    if (!kind.key().apply(document).equals(key)) {
      throw Refusal.invalid("/" + kind.keyField(), m -> m.keepsItsKey(kind.keyField(), key));
    }
    var mission = missions.getTheOne();
    var changed = new Changed(dataset(mission));
    var was = row.document();
    changed.put(kind, key, document);
    changed.check(kind, key);
    list.replace(row, document);
    changed.put(kind, key, row.document());
    changed(mission, changed);
    trail.changed(kind.name(), key, was, row.document());
    return changed.dataset();
  }

  @Override
  public <E extends MissionRow<D>, D> void delete(MissionList<E, D, ?> list, E row) {
    var kind = list.kind();
    var key = kind.key().apply(row.document());
    var mission = missions.getTheOne();
    var before = dataset(mission);
    var inTheWay = new ArrayList<Text>();
    if (kind.name().equals(BASES)) {
      addContents(before, key, inTheWay);
    }
    inTheWay.addAll(Dependants.of(before, kind.name(), key));
    if (!inTheWay.isEmpty()) {
      throw Refusal.conflict(inTheWay.stream().map(text -> new Fault("", text)).toList());
    }
    var changed = new Changed(before);
    changed.remove(kind, key);
    changed.check("");
    trail.changed(kind.name(), key, row.document(), null);
    list.delete(row);
    list.flush();
    changed(mission, changed);
  }

  @Override
  public <E extends MissionRow<D>, D> MissionChanges.Counts putAll(
      MissionList<E, D, ?> list, List<D> documents) {
    var mission = held();
    var kind = list.kind();
    var changed = new Changed(dataset(mission));
    var before = changed.putAll(kind, documents);
    var added = new ArrayList<D>();
    var kept = new ArrayList<D>();
    for (var document : documents) {
      var key = kind.key().apply(document);
      var was = before.get(key);
      if (was == null) {
        added.add(document);
      } else if (!bodies.isSame(document, was)) {
        var row = list.getRow(key);
        list.replace(row, document);
        kept.add(row.document());
      }
    }
    int replaced = kept.size();
    kept.addAll(list.addBehind(added));
    for (var document : kept) {
      var key = kind.key().apply(document);
      trail.changed(kind.name(), key, before.get(key), document);
    }
    if (!kept.isEmpty()) {
      changed.putAll(kind, kept);
      changed(mission, changed);
    }
    return new MissionChanges.Counts(
        added.size(), replaced, documents.size() - added.size() - replaced);
  }

  private void changed(Mission mission, Changed changed) {
    contents.fire(new ContentsChanged(changed.dataset()));
    mission.touch();
    present.keepOnceCommitted(mission.revision(), changed.dataset());
  }

  private static void addContents(Dataset dataset, String base, List<Text> inTheWay) {
    long unitsThere = dataset.units().stream().filter(u -> u.base().equals(base)).count();
    if (unitsThere > 0) {
      inTheWay.add(m -> m.stillHasUnits(base, unitsThere));
    }
    long assetsThere = dataset.assets().stream().filter(a -> a.base().equals(base)).count();
    if (assetsThere > 0) {
      inTheWay.add(m -> m.stillHasAssets(base, assetsThere));
    }
  }
}
