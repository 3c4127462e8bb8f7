package org.drawdown.api.answer;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The entity tags of an If-Match or If-None-Match (RFC 9110, 13.1). The compressed form of an
 * answer has a tag of its own, the plain one's with a suffix; either stands for the same version.
 */
final class TagList {

  /** What the tag of a compressed answer ends with. */
  static final String COMPRESSED = "-gzip";

  private final String header;

  /** The tags of a header; there are none if it is null. */
  TagList(String header) {
    this.header = header;
  }

  /** Whether the header is absent. */
  boolean isAbsent() {
    return header == null || header.isBlank();
  }

  /** Whether it names any version at all. */
  boolean isAny() {
    return !isAbsent() && tags().anyMatch("*"::equals);
  }

  /** Strong comparison: for changes, and for parts. */
  boolean names(String tag) {
    return isAny() || !isAbsent() && tags().map(TagList::opaque).anyMatch(tag::equals);
  }

  /** Weak comparison: for reads. */
  boolean namesWeakly(String tag) {
    return isAny()
        || !isAbsent()
            && tags()
                .map(t -> t.startsWith("W/") ? t.substring(2) : t)
                .map(TagList::opaque)
                .anyMatch(tag::equals);
  }

  private Stream<String> tags() {
    return Arrays.stream(header.split(",")).map(String::strip);
  }

  private static String opaque(String tag) {
    boolean quoted = tag.length() >= 2 && tag.startsWith("\"") && tag.endsWith("\"");
    var inner = quoted ? tag.substring(1, tag.length() - 1) : "";
    return inner.endsWith(COMPRESSED)
        ? inner.substring(0, inner.length() - COMPRESSED.length())
        : inner;
  }
}
