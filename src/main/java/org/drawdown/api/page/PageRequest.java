package org.drawdown.api.page;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;

/**
 * The page of a list that a client asks for. The contract has judged the parameters.
 *
 * @param limit items on the page, 1 to 1000
 * @param cursor where the page begins, null or empty for the first
 * @param sort a field, {@code -} before it for descending; null for the list's own order
 * @param count whether to count the list
 * @param scope a digest of list, filters and sort: a cursor holds only where it was given
 */
public record PageRequest(int limit, String cursor, String sort, boolean count, String scope) {

  /** Items on a page where the client does not say. */
  public static final int USUAL = 100;

  private static final Set<String> OF_THE_PAGE = Set.of("limit", "cursor", "count");

  /** The page that the query of a request asks for. */
  public static PageRequest of(UriInfo uri) {
    var query = uri.getQueryParameters();
    var limit = query.getFirst("limit");
    var filters = new TreeMap<String, List<String>>(query);
    filters.keySet().removeAll(OF_THE_PAGE);
    return new PageRequest(
        limit == null ? USUAL : Integer.parseInt(limit),
        query.getFirst("cursor"),
        query.getFirst("sort"),
        Boolean.parseBoolean(query.getFirst("count")),
        digest(uri.getPath() + filters));
  }

  /** Whether the largest come first. */
  public boolean descending() {
    return sort != null && sort.startsWith("-");
  }

  /** The field to sort by, null for the list's own order. */
  public String field() {
    return descending() ? sort.substring(1) : sort;
  }

  /** The cursor of the page that begins behind these values. */
  public String next(List<String> values) {
    var text = new StringBuilder(scope);
    values.forEach(v -> text.append(' ').append(URLEncoder.encode(v, StandardCharsets.UTF_8)));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The values behind which the page begins; empty for the first page.
   *
   * @throws Refusal if the cursor is none of this list under these filters and this sort
   */
  public List<String> after(int number) {
    if (cursor == null || cursor.isEmpty()) {
      return List.of();
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var parts = List.of(text.split(" ", -1));
      if (parts.size() == number + 1 && parts.get(0).equals(scope)) {
        return parts.stream()
            .skip(1)
            .map(v -> URLDecoder.decode(v, StandardCharsets.UTF_8).replace("\0", ""))
            .toList();
      }
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
    throw foreign();
  }

  /** The refusal of a cursor that this list did not give. */
  public static Refusal foreign() {
    return Refusal.invalid("/query/cursor", Messages::foreignCursor);
  }

  private static String digest(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
