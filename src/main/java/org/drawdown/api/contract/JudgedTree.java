package org.drawdown.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies a tree into the classes of the validator, which uses Jackson 3 while the service uses
 * Jackson 2. While it copies it finds what no schema can say: what no database can keep.
 */
final class JudgedTree {

  /** Beyond it not even the validator can tell whether a number is whole. */
  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(16);

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final List<Fault> faults = new ArrayList<>();
  private int values;

  /** The faults found so far, in the order of the document. */
  List<Fault> faults() {
    return faults;
  }

  /** Values copied so far. */
  int values() {
    return values;
  }

  /** The tree in the validator's classes. */
  tools.jackson.databind.JsonNode of(JsonNode node, String pointer) {
    values++;
    return switch (node.getNodeType()) {
      case OBJECT -> object(node, pointer);
      case ARRAY -> array(node, pointer);
      case STRING -> {
        if (isUnstorable(node.textValue())) {
          fault(pointer, Messages::unstorableText);
        }
        yield NODES.stringNode(node.textValue());
      }
      case NUMBER -> number(node, pointer);
      case BOOLEAN -> NODES.booleanNode(node.booleanValue());
      default -> NODES.nullNode();
    };
  }

  private ObjectNode object(JsonNode node, String pointer) {
    var copy = NODES.objectNode();
    for (var field : node.properties()) {
      if (isUnstorable(field.getKey())) {
        fault(pointer, Messages::unstorableText);
      }
      copy.set(field.getKey(), of(field.getValue(), pointer + "/" + escaped(field.getKey())));
    }
    return copy;
  }

  private ArrayNode array(JsonNode node, String pointer) {
    var copy = NODES.arrayNode(node.size());
    for (int i = 0; i < node.size(); i++) {
      copy.add(of(node.get(i), pointer + "/" + i));
    }
    return copy;
  }

  private tools.jackson.databind.JsonNode number(JsonNode node, String pointer) {
    if (node.isInt()) {
      return NODES.numberNode(node.intValue());
    }
    var number = node.decimalValue();
    if (number.abs().compareTo(LARGEST) > 0) {
      fault(pointer, Messages::numberTooLarge);
    }
    return node.isLong() ? NODES.numberNode(node.longValue()) : NODES.numberNode(number);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private void fault(String pointer, Text detail) {
    if (faults.size() < Refusal.MOST_FAULTS) {
      faults.add(new Fault(pointer, detail));
    }
  }

  /** Whether a tree has nothing that a database could not keep. */
  static boolean isStorable(JsonNode node) {
    if (node.isTextual()) {
      return !isUnstorable(node.textValue());
    }
    if (node.isNumber()) {
      return node.isInt() || node.decimalValue().abs().compareTo(LARGEST) <= 0;
    }
    for (var field : node.properties()) {
      if (isUnstorable(field.getKey())) {
        return false;
      }
    }
    for (var child : node) {
      if (!isStorable(child)) {
        return false;
      }
    }
    return true;
  }

  /** PostgreSQL's text holds neither U+0000 nor half a surrogate pair. */
  private static boolean isUnstorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return text.codePoints().anyMatch(p -> p == 0 || p >= 0xD800 && p <= 0xDFFF);
      }
    }
    return false;
  }
}
