package org.drawdown.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A page of a list, with the cursor of the next where there is one. */
public record Page(
    List<? extends JsonNode> items, @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {

  /** Items on a page where the client does not say. */
  public static final int USUAL = 100;

  /**
   * A page of a list that is at hand whole and never changes.
   *
   * @param cursor of an earlier page, or null for the first
   * @throws Refusal if the cursor is not one of this list
   */
  public static Page of(List<? extends JsonNode> all, Integer limit, String cursor) {
    int from = 0;
    if (cursor != null) {
      var read = read(cursor);
      from = read.matches("[0-9]{1,9}") ? Integer.parseInt(read) : -1;
      if (from < 0 || from > all.size()) {
        throw noCursor();
      }
    }
    int to = Math.min(all.size(), from + (limit == null ? USUAL : limit));
    return new Page(all.subList(from, to), to < all.size() ? write(String.valueOf(to)) : null);
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
