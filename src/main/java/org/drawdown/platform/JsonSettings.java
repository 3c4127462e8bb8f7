package org.drawdown.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * JSON as the service reads and writes it: a field occurs once, nothing follows the end, and a
 * decimal number is written plainly, without zeros behind its last digit.
 */
@Singleton
public class JsonSettings implements ObjectMapperCustomizer {

  /** Deeper than anything that the contract describes, and shallow enough for whoever walks it. */
  public static final int DEEPEST = 64;

  /** Digits of the longest number; beyond what any database keeps. */
  public static final int LONGEST_NUMBER = 1000;

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER)
                .build());
    mapper.registerModule(
        new SimpleModule("decimals")
            .addSerializer(BigDecimal.class, new PlainDecimal())
            .addSerializer(Double.class, new PlainDouble())
            .addSerializer(Double.TYPE, new PlainDouble()));
  }

  private static void write(BigDecimal value, JsonGenerator json) throws IOException {
    var stripped = value.stripTrailingZeros();
    json.writeNumber(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
  }

  private static final class PlainDecimal extends StdSerializer<BigDecimal> {

    PlainDecimal() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      write(value, json);
    }
  }

  private static final class PlainDouble extends StdSerializer<Double> {

    PlainDouble() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      write(BigDecimal.valueOf(value), json);
    }
  }
}
