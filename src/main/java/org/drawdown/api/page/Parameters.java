package org.drawdown.api.page;

import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The filters in the query of a request; the contract has judged them. */
public record Parameters(UriInfo uri) {

  /** The text of a parameter, or null. */
  public String text(String name) {
    return uri.getQueryParameters().getFirst(name);
  }

  /** The values of a parameter, which commas separate, or null. */
  public List<String> several(String name) {
    return value(name, text -> List.of(text.split(",")));
  }

  /** The value of a parameter, or null. */
  public <T> T value(String name, Function<String, T> read) {
    var text = text(name);
    return text == null ? null : read.apply(text);
  }

  /** The day of a parameter, or null. */
  public LocalDate day(String name) {
    return value(name, LocalDate::parse);
  }
}
