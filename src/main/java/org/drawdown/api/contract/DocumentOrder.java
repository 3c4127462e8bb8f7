package org.drawdown.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import org.drawdown.api.problem.Fault;

/** Orders faults as their places stand in a document; what is missing comes behind the rest. */
final class DocumentOrder implements Comparator<Fault> {

  private final JsonNode document;
  private final int prefix;

  /**
   * The order of a document.
   *
   * @param pointer where the document stands; all faults are below it
   */
  DocumentOrder(JsonNode document, String pointer) {
    this.document = document;
    this.prefix = pointer.length();
  }

  @Override
  public int compare(Fault a, Fault b) {
    var first = a.pointer().substring(prefix).split("/");
    var second = b.pointer().substring(prefix).split("/");
    var node = document;
    for (int i = 1; i < Math.min(first.length, second.length); i++) {
      if (!first[i].equals(second[i])) {
        int order = Integer.compare(position(node, first[i]), position(node, second[i]));
        return order != 0 ? order : first[i].compareTo(second[i]);
      }
      node = node.isArray() ? node.path(position(node, first[i])) : node.path(name(first[i]));
    }
    return Integer.compare(first.length, second.length);
  }

  private static int position(JsonNode node, String step) {
    if (node.isArray()) {
      return step.matches("[0-9]{1,9}") ? Integer.parseInt(step) : Integer.MAX_VALUE;
    }
    int position = 0;
    for (var field : node.properties()) {
      if (field.getKey().equals(name(step))) {
        return position;
      }
      position++;
    }
    return Integer.MAX_VALUE;
  }

  private static String name(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}
