package org.drawdown.mission.whole;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.dataset.Consistency;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.ListKind;

/** A dataset in which one document of one list is another. */
final class Changed {

  private Dataset dataset;

  Changed(Dataset dataset) {
    this.dataset = dataset;
  }

  /** The dataset as it is now. */
  Dataset dataset() {
    return dataset;
  }

  /** Puts a document in the place of the one with its key, or behind all others. */
  <D> void put(ListKind<?, D> kind, String key, D document) {
    dataset =
        dataset.with(
            kind.name(),
            list -> {
              int at = position(cast(list), kind.key(), key);
              var changed = new ArrayList<Object>(list);
              if (at < 0) {
                changed.add(document);
              } else {
                changed.set(at, document);
              }
              return changed;
            });
  }

  /**
   * Puts many documents, and checks them with what stands around them.
   *
   * @return the documents that were there, by their keys
   */
  <D> Map<String, D> putAll(ListKind<?, D> kind, List<D> documents) {
    var before = new HashMap<String, D>();
    var places = new HashMap<String, Integer>();
    var list = new ArrayList<D>(Changed.<D>cast(dataset.list(kind.name())));
    for (int i = 0; i < list.size(); i++) {
      var key = kind.key().apply(list.get(i));
      before.put(key, list.get(i));
      places.put(key, i);
    }
    var positions = new HashMap<Integer, Integer>();
    for (int i = 0; i < documents.size(); i++) {
      var there = places.get(kind.key().apply(documents.get(i)));
      positions.put(there == null ? list.size() : there, i);
      if (there == null) {
        list.add(documents.get(i));
      } else {
        list.set(there, documents.get(i));
      }
    }
    dataset = dataset.with(kind.name(), all -> list);
    checkAll("/" + kind.name() + "/", positions);
    return before;
  }

  /** Faults of what is new are the client's; others are conflicts. */
  private void checkAll(String list, Map<Integer, Integer> positions) {
    var own = new ArrayList<Fault>();
    var others = new ArrayList<Fault>();
    for (var fault : Consistency.faults(dataset)) {
      var steps = fault.pointer().split("/", 4);
      var position =
          fault.pointer().startsWith(list) && steps.length > 2
              ? positions.get(Integer.valueOf(steps[2]))
              : null;
      if (position == null) {
        others.add(new Fault("", fault.detail()));
      } else {
        var inside = steps.length > 3 ? "/" + steps[3] : "";
        own.add(new Fault(list + position + inside, fault.detail()));
      }
    }
    if (!own.isEmpty()) {
      throw Refusal.invalid(own);
    }
    if (!others.isEmpty()) {
      throw Refusal.conflict(others);
    }
  }

  /** Takes the document of a key away. */
  <D> void remove(ListKind<?, D> kind, String key) {
    dataset =
        dataset.with(
            kind.name(),
            list -> {
              var changed = new ArrayList<Object>(list);
              changed.remove(position(cast(list), kind.key(), key));
              return changed;
            });
  }

  @SuppressWarnings("unchecked")
  private static <D> List<D> cast(List<?> list) {
    return (List<D>) list;
  }

  private static <D> int position(List<D> list, Function<D, String> keyOf, String key) {
    for (int i = 0; i < list.size(); i++) {
      if (keyOf.apply(list.get(i)).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Checks the document of a key with what stands around it. Of two documents that do not fit
   * together the later one is at fault, so that it is checked as the last of its list.
   */
  <D> void check(ListKind<?, D> kind, String key) {
    var list = Changed.<D>cast(dataset.list(kind.name()));
    var document = list.get(position(list, kind.key(), key));
    var asLast = new Changed(dataset);
    asLast.remove(kind, key);
    asLast.put(kind, key, document);
    asLast.check("/%s/%d".formatted(kind.name(), list.size() - 1));
  }

  /**
   * Checks the dataset. Faults of the changed part are the client's; faults elsewhere are
   * conflicts.
   *
   * @param at pointer of the part, empty if it is gone
   */
  void check(String at) {
    var own = new ArrayList<Fault>();
    var others = new ArrayList<Fault>();
    for (var fault : Consistency.faults(dataset, at)) {
      if (!at.isEmpty() && fault.pointer().startsWith(at + "/")) {
        own.add(new Fault(fault.pointer().substring(at.length()), fault.detail()));
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
}
