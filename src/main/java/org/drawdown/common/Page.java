package org.drawdown.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/**
 * A page of a list.
 *
 * @param nextCursor of the next page, null on the last
 * @param total how many things the list has under the same filters; null unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page(List<? extends JsonNode> items, String nextCursor, Long total) {

  /** Items on a page where the client does not say. */
  public static final int USUAL = 100;

  /**
   * Which page a client asks for; the contract has passed the parameters.
   *
   * @param sort a field, {@code -} before it for descending; null for the list's own order
   */
  public record Wanted(int limit, String cursor, String sort, boolean count) {

    /** What the parameters of a query ask for. */
    public static Wanted of(MultivaluedMap<String, String> query) {
      var limit = query.getFirst("limit");
      return new Wanted(
          limit == null ? USUAL : Integer.parseInt(limit),
          query.getFirst("cursor"),
          query.getFirst("sort"),
          Boolean.parseBoolean(query.getFirst("count")));
    }

    /** Whether the largest come first. */
    public boolean descending() {
      return sort != null && sort.startsWith("-");
    }

    /** The field to sort by, null for the list's own order. */
    public String field() {
      return descending() ? sort.substring(1) : sort;
    }
  }

  /**
   * A page of a list that is at hand whole and never changes. Ties, and the order without a sort,
   * are those of the list.
   *
   * @throws Refusal if the cursor is not one of this list in this order
   */
  public static Page of(List<? extends JsonNode> all, Wanted wanted) {
    var order = wanted.sort() == null ? "" : wanted.sort();
    int from = 0;
    if (wanted.cursor() != null) {
      var read = read(wanted.cursor());
      int space = read.indexOf(' ');
      var position = read.substring(space + 1);
      boolean own = space >= 0 && read.substring(0, space).equals(order);
      from = own && position.matches("[0-9]{1,9}") ? Integer.parseInt(position) : -1;
      if (from < 0 || from > all.size()) {
        throw noCursor();
      }
    }
    var sorted = wanted.sort() == null ? all : all.stream().sorted(by(wanted)).toList();
    int to = Math.min(all.size(), from + wanted.limit());
    return new Page(
        sorted.subList(from, to),
        to < all.size() ? write(order + " " + to) : null,
        wanted.count() ? (long) all.size() : null);
  }

  /** Numbers by size, all else as text; what is missing comes last in either direction. */
  private static Comparator<JsonNode> by(Wanted wanted) {
    Comparator<JsonNode> values =
        (a, b) ->
            a.isNumber() && b.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : a.asText().compareTo(b.asText());
    var inDirection = wanted.descending() ? values.reversed() : values;
    Comparator<JsonNode> missingLast =
        (a, b) ->
            a.isNull() || b.isNull()
                ? Boolean.compare(a.isNull(), b.isNull())
                : inDirection.compare(a, b);
    return Comparator.comparing(row -> at(row, wanted.field()), missingLast);
  }

  private static JsonNode at(JsonNode row, String field) {
    var value = row.get(field);
    return value == null ? NullNode.instance : value;
  }

  /** A cursor that says where to go on. */
  public static String write(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What a cursor says.
   *
   * @throws Refusal if it is none
   */
  public static String read(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw noCursor();
    }
  }

  /** The refusal of a cursor that this list did not give. */
  public static Refusal noCursor() {
    return Refusal.invalid("/query/cursor", "is not a cursor of this list");
  }
}
