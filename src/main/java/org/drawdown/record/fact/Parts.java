package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/** What several kinds of facts are made of. */
public final class Parts {

  private Parts() {}

  /** People by kind; null for none, or for not said where that is allowed. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record People(Integer uniformed, Integer international, Integer national) {

    /** Uniformed and international people, who travel. */
    public int travellers() {
      return or(uniformed) + or(international);
    }

    /** A number, or 0 where there is none. */
    public static int or(Integer number) {
      return number == null ? 0 : number;
    }
  }

  /** People of a unit. */
  public record UnitPeople(String unit, int people) {}

  /** Items of an asset; {@code loads} where its items are no whole loads. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AssetItems(String asset, Integer quantity, Integer loads) {}

  /** Who receives a site, or holds it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Receiver(String name, ReceiverKind kind, LocalDate on) {}

  /** Kinds of those who receive or hold a site. */
  public enum ReceiverKind {
    CIVIL_AUTHORITY,
    ARMED_FORCES,
    ARMED_GROUP,
    AGENCY,
    OWNER,
    UNKNOWN
  }
}
