package org.drawdown.schedule.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonView;
import java.time.LocalDate;
import java.util.List;
import org.drawdown.engine.Breach;
import org.drawdown.engine.Rule;
import org.drawdown.language.Text;
import org.drawdown.platform.Views;

/**
 * A rule that a plan breaks in one place.
 *
 * @param allowed what the rule allows, in its unit; a day is counted from the start date, which is
 *     0
 * @param found what the plan has
 * @param breach how the rule is broken; with names, numbers and days, what the sentence is made of
 */
public record ViolationDocument(
    Rule rule,
    String base,
    String movement,
    LocalDate date,
    Long allowed,
    Long found,
    @JsonView(Views.Stored.class) Breach breach,
    @JsonView(Views.Stored.class) List<String> names,
    @JsonView(Views.Stored.class) List<Long> numbers,
    @JsonView(Views.Stored.class) List<LocalDate> days) {

  /** The violation in words. */
  @JsonProperty
  @JsonView(Views.Wire.class)
  public Text detail() {
    return ViolationText.of(this);
  }
}
