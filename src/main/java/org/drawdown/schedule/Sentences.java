package org.drawdown.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.drawdown.common.Text;

/** Says in words what an explanation holds as data. */
final class Sentences {

  private Sentences() {}

  /**
   * A copy of an explanation with a sentence to every link.
   *
   * @param base the only base that it is to tell of, or null for all
   */
  static ObjectNode added(JsonNode explanation, String base, Locale language) {
    var copy = (ObjectNode) explanation.deepCopy();
    if (base != null) {
      for (var list : new String[] {"bases", "floats", "late", "writeOffs"}) {
        retain(copy.get(list), base);
      }
      copy.path("terms").forEach(term -> retain(term.get("shares"), base));
    }
    copy.path("bases").forEach(b -> b.path("chain").forEach(l -> say((ObjectNode) l, language)));
    copy.path("late").forEach(l -> say((ObjectNode) l.path("why"), language));
    return copy;
  }

  private static void retain(JsonNode list, String base) {
    var rows = list.elements();
    while (rows.hasNext()) {
      if (!rows.next().path("base").asText().equals(base)) {
        rows.remove();
      }
    }
  }

  private static void say(ObjectNode link, Locale language) {
    link.put("sentence", sentence(link).in(language));
  }

  private static Text sentence(JsonNode link) {
    var base = link.path("base").asText();
    var movement = link.path("movement").asText();
    var date = link.path("date").asText();
    var resource = link.path("resource").asText();
    var holder = link.path("heldBy").isNull() ? null : link.path("heldBy").asText();
    var from = link.at("/window/from").asText();
    var to = link.at("/window/to").asText();
    return switch (link.path("cause").asText()) {
      case "REAR_PARTY" ->
          holder == null
              ? Text.of("%s closes on %s, when its rear party flies home", base, date)
              : Text.of("%s closes on %s, when its rear party leaves with %s", base, date, holder);
      case "LAST_STEP" -> Text.of("%s closes on %s with the last step of its handover", base, date);
      case "HANDOVER" ->
          Text.of(
              "%s is sent on %s, to leave when the handover of %s is signed, from %s to %s",
              movement, date, base, from, to);
      case "LAST_TO_LEAVE" ->
          Text.of("the handover of %s begins on %s, after %s has left", base, date, holder);
      case "TRANSIT" ->
          Text.of(
              "the handover of %s begins on %s, after %s has passed or arrived",
              base, date, holder);
      case "OUTPOST" ->
          Text.of(
              "the handover of %s begins on %s, after its outpost %s has closed",
              base, date, resource);
      case "ONWARD" ->
          Text.of(
              "the handover of %s begins on %s: carriers take its loads at their full rate from"
                  + " %s to %s",
              base, date, from, to);
      case "CHARTER" ->
          link.path("window").isNull()
              ? Text.of("charter flights from %s are full, the last on %s", base, date)
              : Text.of(
                  "the handover of %s begins on %s: charter flights are full from %s to %s",
                  base, date, from, to);
      case "FEEDER" -> Text.of("what leaves %s then was brought by %s", base, holder);
      case "PACKING" ->
          Text.of(
              "%s is sent on %s, to leave when its loads are packed, from %s to %s",
              movement, date, from, to);
      case "ORDER" -> Text.of("%s sets out on %s: %s leaves first", movement, date, holder);
      case "TRUCKS" ->
          holder == null
              ? Text.of(
                  "%s sets out on %s: until %s the pool has not the trucks that it needs",
                  movement, date, to)
              : Text.of(
                  "%s sets out on %s: until %s the trucks that it needs are with %s",
                  movement, date, to, holder);
      case "ESCORTS" ->
          holder == null
              ? Text.of(
                  "%s sets out on %s: until %s the pool has not the escort that it needs",
                  movement, date, to)
              : Text.of(
                  "%s sets out on %s: until %s the escort that it needs is with %s",
                  movement, date, to, holder);
      case "ROUTE" ->
          holder == null
              ? Text.of(
                  "%s sets out on %s: a day sooner it would start on %s on %s, where none may",
                  movement, date, resource, from)
              : Text.of(
                  "%s sets out on %s: a day sooner it would start on %s on %s, where only %s may",
                  movement, date, resource, from, holder);
      case "AIRCRAFT" ->
          Text.of("%s flies on %s: on %s no %s is free", movement, date, from, resource);
      case "AIRFIELD" ->
          Text.of(
              "%s flies on %s: on %s the airfield of %s takes no sortie more",
              movement, date, from, resource);
      case "YARD" ->
          Text.of(
              "%s sets out on %s: the yard of %s has no room on %s",
              movement, date, resource, from);
      case "RESTRICTION" ->
          Text.of(
              "%s sets out on %s: with %s no trip can begin from %s to %s",
              movement, date, resource, from, to);
      case "ROAD" ->
          Text.of("%s sets out on %s: no trip can begin from %s to %s", movement, date, from, to);
      case "FIXED" ->
          Text.of("%s sets out on %s: it has happened, is frozen or pinned", movement, date);
      case "CHOICE" ->
          Text.of(
              "%s sets out on %s by choice: it could sooner, at a cost elsewhere", movement, date);
      default ->
          movement.equals("null") || movement.isEmpty()
              ? Text.of("%s begins with the first day that there is", base)
              : Text.of("%s sets out on %s, the first day that there is", movement, date);
    };
  }
}
