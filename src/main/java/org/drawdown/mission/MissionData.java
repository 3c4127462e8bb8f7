package org.drawdown.mission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.common.Contract;
import org.drawdown.common.Fault;
import org.drawdown.common.Refusal;
import org.drawdown.common.Text;
import org.drawdown.mission.Dataset.Base;

/**
 * The mission's data as a whole: every write to a part of it passes here, so that the whole stays
 * consistent. To be used inside a transaction.
 */
@ApplicationScoped
public class MissionData {

  private static final int BATCH = 500;

  private final MissionRepository missions;
  private final Items items;
  private final Contract contract;
  private final ObjectMapper mapper;
  private final Event<DatasetReplaced> replaced;

  MissionData(
      MissionRepository missions,
      Items items,
      Contract contract,
      ObjectMapper mapper,
      Event<DatasetReplaced> replaced) {
    this.missions = missions;
    this.items = items;
    this.contract = contract;
    this.mapper = mapper;
    this.replaced = replaced;
  }

  /** The dataset has been replaced as a whole. */
  public record DatasetReplaced() {}

  /** Whether there is a mission. */
  public boolean exists() {
    return missions.findTheOne().isPresent();
  }

  /** The mission's document; 404 if there is no mission. */
  public ObjectNode mission() {
    return read(row().body());
  }

  /** The whole as one document; 404 if there is no mission. */
  public ObjectNode dataset() {
    var row = row();
    var dataset = mapper.createObjectNode();
    dataset.set("mission", read(row.body()));
    for (var collection : Collection.values()) {
      var list = dataset.putArray(collection.list());
      items.all(collection).forEach(item -> list.add(item.document()));
    }
    try {
      dataset.set("sources", mapper.readTree(row.sources()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    return dataset;
  }

  /** The whole as one document, held against other writers. */
  ObjectNode lockedDataset() {
    lock();
    return dataset();
  }

  /** A base with types. */
  Base typedBase(JsonNode document) {
    try {
      return mapper.treeToValue(document, Base.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Checks a whole dataset, shape and meaning; refuses with all its faults. */
  public Dataset check(JsonNode document) {
    contract.require("Dataset", document);
    var dataset = typed(document);
    var faults = Consistency.faults(dataset);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return dataset;
  }

  /** A dataset document that has been checked, with types. */
  public Dataset typed(JsonNode document) {
    try {
      return mapper.treeToValue(document, Dataset.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts another mission in the place of the present one. */
  void replace(ObjectNode document) {
    check(document);
    var row = missions.lockTheOne().orElse(null);
    var mission = document.get("mission").toString();
    var sources = document.has("sources") ? document.get("sources").toString() : "[]";
    if (row == null) {
      missions.persist(new MissionRow(mission, sources));
    } else {
      row.become(mission, sources);
    }
    for (var collection : Collection.values()) {
      items.deleteAll(collection);
    }
    // What was read before is gone: its successors may have the same names.
    items.clear();
    for (var collection : Collection.values()) {
      int place = 0;
      for (var node : document.path(collection.list())) {
        var body = withoutComputed((ObjectNode) node);
        var item = items.add(collection, body.get(collection.key()).asText(), place++);
        item.become(body);
        items.persist(item);
        if (place % BATCH == 0) {
          items.flush();
        }
      }
    }
    items.flush();
    replaced.fire(new DatasetReplaced());
  }

  /** Loads a dataset where there is no mission yet. */
  public void load(ObjectNode document) {
    replace(document);
  }

  /** Changes the mission itself. */
  void replaceMission(ObjectNode document) {
    var row = lock();
    contract.require("Mission", document);
    checkWith("/mission", partial(null, null).set("mission", document));
    row.become(document.toString());
  }

  /** A new thing; 409 if its name is taken. */
  Item create(Collection collection, ObjectNode document) {
    var row = lock();
    contract.require(collection.schema(), document);
    var id = document.get(collection.key()).asText();
    if (items.find(collection, id).isPresent()) {
      throw Refusal.conflict("There is already a %s %s", Text.of(collection.noun()), id);
    }
    return write(collection, items.add(collection, id), withoutComputed(document), row);
  }

  /** Puts a document in the place of a thing's. */
  Item replace(Collection collection, Item item, ObjectNode document) {
    var row = lock();
    contract.require(collection.schema(), document);
    if (!document.get(collection.key()).asText().equals(item.id())) {
      throw Refusal.invalid(
          "/" + collection.key(),
          "a %s keeps its %s, here %s",
          Text.of(collection.noun()),
          collection.key(),
          item.id());
    }
    return write(collection, item, withoutComputed(document), row);
  }

  private Item write(Collection collection, Item item, ObjectNode body, MissionRow row) {
    var partial = partial(collection, item.id());
    var list = (ArrayNode) partial.get(collection.list());
    list.add(body);
    checkWith("/%s/%d".formatted(collection.list(), list.size() - 1), partial);
    item.become(body);
    items.persist(item);
    row.touch();
    items.flush();
    return item;
  }

  /** Takes a thing away; 409 if another names it. */
  void delete(Collection collection, Item item) {
    var row = lock();
    if (collection == Collection.BASES) {
      for (var contents : List.of(Collection.UNITS, Collection.ASSETS)) {
        long there = items.count(contents, new Items.Query().equal("base", item.id()));
        if (there > 0) {
          throw Refusal.conflict(
              "%s still has %d of the %s", item.id(), there, Text.of(contents.list()));
        }
      }
    }
    checkWith("", partial(collection, item.id()));
    items.delete(item);
    row.touch();
  }

  /** Holds the mission against other writers; 404 if there is none. */
  MissionRow lock() {
    return missions.lockTheOne().orElseThrow(MissionData::noMission);
  }

  private MissionRow row() {
    return missions.findTheOne().orElseThrow(MissionData::noMission);
  }

  private static Refusal noMission() {
    return Refusal.notFound("There is no mission yet; put a dataset first");
  }

  /**
   * What a part is checked against: all but the units and the lots, which nothing else names, and
   * without one thing.
   */
  private ObjectNode partial(Collection without, String id) {
    var partial = mapper.createObjectNode();
    partial.set("mission", read(row().body()));
    for (var collection : Collection.values()) {
      var list = partial.putArray(collection.list());
      var query = new Items.Query();
      if (collection == Collection.ASSETS) {
        query.equal("category", "AIRCRAFT");
      }
      if (collection != Collection.UNITS) {
        for (var item : items.all(collection, query)) {
          if (collection != without || !item.id().equals(id)) {
            list.add(item.document());
          }
        }
      }
    }
    return partial;
  }

  /** Faults of the changed part are the client's; faults elsewhere are conflicts. */
  private void checkWith(String changed, JsonNode partial) {
    var own = new ArrayList<Fault>();
    var others = new ArrayList<Fault>();
    for (var fault : Consistency.faults(typed(partial))) {
      if (!changed.isEmpty() && fault.pointer().startsWith(changed + "/")) {
        own.add(new Fault(fault.pointer().substring(changed.length()), fault.detail()));
      } else {
        others.add(fault);
      }
    }
    if (!own.isEmpty()) {
      throw Refusal.invalid(own);
    }
    if (!others.isEmpty()) {
      throw Refusal.conflict(others.stream().map(this::named).toList());
    }
  }

  /** Positions of the partial dataset mean nothing to the client. */
  private Fault named(Fault fault) {
    return new Fault("", fault.detail());
  }

  /** What a client read and sends back may hold fields that are worked out anew each time. */
  private static ObjectNode withoutComputed(ObjectNode document) {
    var stripped = document.deepCopy();
    stripped.remove(List.of("outposts", "handoverDays"));
    if (stripped.path("strength").isObject()) {
      stripped.remove("strength");
    }
    return stripped;
  }

  private ObjectNode read(String body) {
    try {
      return (ObjectNode) mapper.readTree(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
