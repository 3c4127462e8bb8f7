package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names an entry of the record, by its sequence or by the name that its client gave it. */
public record Reference(@JsonValue String value) {

  /** Of a number or a text, as JSON has it. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Reference of(Object value) {
    return new Reference(String.valueOf(value));
  }

  /** The sequence that it is; -1 where it is a name. */
  public long sequence() {
    return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : -1;
  }
}
