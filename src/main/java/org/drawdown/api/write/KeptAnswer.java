package org.drawdown.api.write;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Languages;

/** The answer that a user once got for a key. */
@Entity
@Table(name = "kept_answer")
class KeptAnswer {

  @Id private String id;
  private int bucket;
  private String request;
  private int status;
  private String location;
  private String tag;
  private String language;

  /** Compressed, since a day's answers can be many. */
  private byte[] body;

  private Instant keptAt;

  KeptAnswer() {}

  /**
   * Keeps an answer.
   *
   * @param id of the user and the key
   * @param request what the key stands for from now on
   */
  KeptAnswer(String id, int bucket, String request, Response answer, Instant keptAt) {
    this.id = id;
    this.bucket = bucket;
    this.request = request;
    this.status = answer.getStatus();
    this.location = answer.getHeaderString(HttpHeaders.LOCATION);
    this.tag = answer.getEntityTag() == null ? null : answer.getEntityTag().getValue();
    this.language = answer.getLanguage() == null ? null : answer.getLanguage().getLanguage();
    this.body = zipped((byte[]) answer.getEntity());
    this.keptAt = keptAt;
  }

  Instant keptAt() {
    return keptAt;
  }

  /** This answer again; 422 if the request is another. */
  Response repeated(String again) {
    if (!request.equals(again)) {
      throw Refusal.keyReused();
    }
    var answer =
        Response.status(status)
            .entity(unzipped(body))
            .type(MediaType.APPLICATION_JSON)
            .header(Idempotency.REPLAYED, "true");
    if (location != null) {
      answer.location(URI.create(location));
    }
    if (language != null) {
      answer.language(language).header(HttpHeaders.VARY, Languages.VARY);
    }
    if (tag != null) {
      answer.tag(new EntityTag(tag));
    }
    return answer.build();
  }

  private static byte[] zipped(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] unzipped(byte[] bytes) {
    try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return zip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
