package org.drawdown.api.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drawdown.language.Languages;
import org.drawdown.language.Text;
import org.drawdown.platform.Views;

/** Makes the JSON of an answer, its words in the client's language. */
@Singleton
public class AnswerBodies {

  private static final String LANGUAGE = "language";
  private static final String SPOKEN = "spoken";

  private final ObjectMapper mapper;

  AnswerBodies(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * An answer as it is sent.
   *
   * @param spoken whether it has words, so that it depends on the language
   */
  public record Body(byte[] bytes, boolean spoken) {

    /** A digest of what is sent, 32 hexadecimal digits: it changes just when the answer does. */
    public String tag() {
      return digest(bytes);
    }

    /** The bytes as text. */
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** The JSON of an answer. */
  public Body json(Object answer, Locale language) {
    var spoken = new AtomicBoolean();
    try {
      byte[] bytes =
          mapper
              .writerWithView(Views.Wire.class)
              .withAttribute(LANGUAGE, language)
              .withAttribute(SPOKEN, spoken)
              .writeValueAsBytes(answer);
      return new Body(bytes, spoken.get());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The JSON of an answer in the language that its reader likes best.
   *
   * @param headers of the answer, which say the language where there are words among it
   */
  public Body json(Object answer, HttpHeaders request, MultivaluedMap<String, Object> headers) {
    var language = Languages.favourite(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    var body = json(answer, language);
    if (body.spoken()) {
      headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
      headers.putSingle(HttpHeaders.VARY, Languages.VARY);
    }
    return body;
  }

  /** A digest of bytes, 32 hexadecimal digits. */
  public static String digest(byte[] bytes) {
    try {
      var sha = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(sha, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says texts in the language of the answer. */
  @Singleton
  static class Words implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
      mapper.registerModule(new SimpleModule("words").addSerializer(Text.class, new Saying()));
    }
  }

  private static final class Saying extends StdSerializer<Text> {

    Saying() {
      super(Text.class);
    }

    @Override
    public void serialize(Text text, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      var language = (Locale) provider.getAttribute(LANGUAGE);
      if (provider.getAttribute(SPOKEN) instanceof AtomicBoolean spoken) {
        spoken.set(true);
      }
      json.writeString(Languages.say(text, language == null ? Locale.ENGLISH : language));
    }
  }
}
