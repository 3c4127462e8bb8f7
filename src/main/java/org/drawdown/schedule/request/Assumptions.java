package org.drawdown.schedule.request;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drawdown.api.contract.MergePatch;
import org.drawdown.dataset.Dataset;

/**
 * Assumptions of a schedule that differ from its dataset; null where none does.
 *
 * @param liftedRestrictions ids of restrictions that do not hold
 * @param phases instead of those of the same number
 * @param aircraft changes by type, or by id of the asset
 * @param bases changes by code of the base; null stands for absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Assumptions(
    LocalDate deadline,
    Pool trucks,
    Pool escorts,
    MergePatch convoy,
    List<AssumedRestriction> restrictions,
    List<String> liftedRestrictions,
    List<Dataset.Phase> phases,
    Map<String, AircraftChange> aircraft,
    Map<String, MergePatch> bases,
    WriteOff writeOff,
    Boolean hardDeadline) {

  /** What is empty says nothing, as clients send it that fill in every field. */
  public Assumptions {
    convoy = convoy == null || convoy.isEmpty() ? null : convoy;
    restrictions = restrictions == null || restrictions.isEmpty() ? null : restrictions;
    liftedRestrictions =
        liftedRestrictions == null || liftedRestrictions.isEmpty() ? null : liftedRestrictions;
    phases = phases == null || phases.isEmpty() ? null : phases;
    aircraft = aircraft == null || aircraft.isEmpty() ? null : aircraft;
    bases = bases == null || bases.isEmpty() ? null : bases;
  }

  /** The dataset as it is. */
  public static final Assumptions NONE =
      new Assumptions(null, null, null, null, null, null, null, null, null, null, null);

  /** Whether loads may stay for disposal on the spot. */
  public enum WriteOff {
    NEVER,
    ALLOWED
  }

  /**
   * A restriction that is assumed.
   *
   * @param regions whose bases it holds besides those named; null for none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AssumedRestriction(
      String id,
      String kind,
      List<String> routes,
      List<String> bases,
      List<String> regions,
      List<String> modes,
      List<String> affects,
      BigDecimal factor,
      LocalDate from,
      LocalDate to,
      String reason,
      @JsonAnyGetter @JsonAnySetter Map<String, Object> extra) {

    /** This restriction under another id. */
    public AssumedRestriction named(String itsId) {
      return new AssumedRestriction(
          itsId, kind, routes, bases, regions, modes, affects, factor, from, to, reason, extra);
    }

    /** The restriction as one of the data, of these bases. */
    public Dataset.Restriction of(List<String> itsBases) {
      return new Dataset.Restriction(
          id, kind, routes, itsBases, modes, affects, factor, from, to, reason, extra);
    }
  }

  /**
   * Aircraft that are there otherwise than the dataset says.
   *
   * @param available how many of them are there; null for as many as in the dataset
   * @param from the first day on which they are, or null
   * @param to the last day on which they are, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AircraftChange(Integer available, LocalDate from, LocalDate to) {}

  /**
   * A pool: one number for the whole mission and horizon, windows, or a number for the whole
   * horizon by hub, other hubs having what the dataset says.
   */
  @JsonDeserialize(using = PoolReader.class)
  public record Pool(Integer number, List<Dataset.Window> windows, Map<String, Integer> byHub) {

    @JsonValue
    Object written() {
      return number != null ? number : byHub != null ? byHub : windows;
    }
  }

  /** Reads a pool in any of its forms; a whole number may be written with a point. */
  static final class PoolReader extends JsonDeserializer<Pool> {
    @Override
    public Pool deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return switch (json.currentToken()) {
        case START_ARRAY -> {
          var windows =
              context.getTypeFactory().constructCollectionType(List.class, Dataset.Window.class);
          yield new Pool(null, context.readValue(json, windows), null);
        }
        case START_OBJECT -> new Pool(null, null, byHub(json, context));
        default -> new Pool(json.getDecimalValue().intValueExact(), null, null);
      };
    }
  }

  private static Map<String, Integer> byHub(JsonParser json, DeserializationContext context)
      throws IOException {
    var type = context.getTypeFactory().constructMapType(Map.class, String.class, BigDecimal.class);
    Map<String, BigDecimal> numbers = context.readValue(json, type);
    var byHub = new TreeMap<String, Integer>();
    numbers.forEach((hub, number) -> byHub.put(hub, number.intValueExact()));
    return byHub;
  }

  /** Whether loads may be written off. */
  public boolean mayLeaveBehind() {
    return writeOff == WriteOff.ALLOWED;
  }

  /** Whether every spoke must be closed by the deadline. */
  public boolean mustMeetDeadline() {
    return Boolean.TRUE.equals(hardDeadline);
  }
}
