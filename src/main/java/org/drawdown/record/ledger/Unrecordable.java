package org.drawdown.record.ledger;

import java.util.List;
import org.drawdown.language.Text;

/** What is reported cannot have happened, with all else that was reported. */
public final class Unrecordable extends RuntimeException {

  private final RecordRule rule;
  private final transient Text detail;
  private final transient There there;
  private final transient List<Long> entries;

  /**
   * How much there is.
   *
   * @param people travellers, or null where it is about loads only
   * @param loads or null where it is about people only
   */
  public record There(Integer people, Integer loads) {}

  Unrecordable(RecordRule rule, Text detail, There there, List<Long> entries) {
    super(rule.name());
    this.rule = rule;
    this.detail = detail;
    this.there = there;
    this.entries = List.copyOf(entries);
  }

  /** The rule that it breaks. */
  public RecordRule rule() {
    return rule;
  }

  /** The reason, for people. */
  public Text detail() {
    return detail;
  }

  /** How much there is, or null. */
  public There there() {
    return there;
  }

  /** Sequences of the entries that do not fit together; may be empty. */
  public List<Long> entries() {
    return entries;
  }
}
