package org.drawdown.api.answer;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** An answer as it is sent: its bytes, plain and compressed, and what is said of them. */
final class Answer {

  /** Below it compression costs more than it saves, in bytes. */
  private static final int WORTH_COMPRESSING = 1024;

  private final byte[] bytes;
  private final String tag;
  private final MediaType type;
  private final String language;
  private final String link;
  private volatile byte[] compressed;

  /**
   * An answer.
   *
   * @param tag the opaque part of its ETag
   * @param language of its words, null where it has none
   * @param link to the next page, or null
   */
  Answer(byte[] bytes, String tag, MediaType type, String language, String link) {
    this.bytes = bytes;
    this.tag = tag;
    this.type = type;
    this.language = language;
    this.link = link;
  }

  byte[] bytes() {
    return bytes;
  }

  String tag() {
    return tag;
  }

  MediaType type() {
    return type;
  }

  String language() {
    return language;
  }

  String link() {
    return link;
  }

  /** Whether it is sent compressed to who accepts that. */
  boolean isCompressible() {
    return bytes.length >= WORTH_COMPRESSING;
  }

  /** Its bytes in gzip; made once. */
  byte[] compressed() {
    var made = compressed;
    if (made == null) {
      made = gzip(bytes);
      compressed = made;
    }
    return made;
  }

  /** The memory that it takes at most, in bytes. */
  long size() {
    return 2L * bytes.length + 500;
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (var zip = new GZIPOutputStream(out, 8192)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
