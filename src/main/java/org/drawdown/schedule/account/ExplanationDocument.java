package org.drawdown.schedule.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonView;
import java.time.LocalDate;
import java.util.List;
import org.drawdown.engine.Rule;
import org.drawdown.engine.Term;
import org.drawdown.engine.explain.Link.Cause;
import org.drawdown.language.Text;
import org.drawdown.platform.Views;
import org.drawdown.schedule.Closure;

/** Why a schedule is as it is. */
public record ExplanationDocument(
    List<Chain> bases,
    List<Slack> floats,
    List<Late> late,
    List<WriteOff> writeOffs,
    List<Shares> terms) {

  /**
   * How firm the closing of a base is, why it is late if it is, and the chain of facts that holds
   * it, back to the start.
   */
  public record Chain(
      String base,
      LocalDate closedOn,
      Closure.Range within1Percent,
      @JsonInclude(JsonInclude.Include.NON_NULL) LateAnswer whyLate,
      List<Link> chain) {}

  /** Days by which a movement could go later. */
  public record Slack(String movement, String base, int floatDays) {}

  /** LOADS or PEOPLE that leave late, and what holds them. */
  public record Late(String what, String base, int amount, int daysLate, Link why) {}

  /** Loads that are left behind, by HARD_DEADLINE or by CHOICE. */
  public record WriteOff(String base, String asset, int loads, String cause) {}

  /** The shares of the bases in a term of the objective. */
  public record Shares(Term term, long amount, long cost, List<Share> shares) {}

  /**
   * The part of a base.
   *
   * @param from where the base only is where people wait: the bases that they came from; null
   *     otherwise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Share(String base, long amount, long cost, List<Origin> from) {}

  /** A base that people came from, and its part of the amount. */
  public record Origin(String base, long amount) {}

  /** Days, both included. */
  public record Window(LocalDate from, LocalDate to) {}

  /**
   * One fact in the chain that holds a date.
   *
   * @param rule that makes it bind, or null
   * @param movement that waits, or null where a base does
   * @param date on which what waits happens
   * @param resource what is short, or null
   * @param window in which it cannot happen, or null
   * @param heldBy the movement that has the resource or comes first, or null
   */
  public record Link(
      Cause cause,
      Rule rule,
      String base,
      String movement,
      LocalDate date,
      String resource,
      Window window,
      String heldBy,
      int waitedDays) {

    /** The fact in words. */
    @JsonProperty
    @JsonView(Views.Wire.class)
    public Text sentence() {
      return LinkText.of(this);
    }
  }

  /** Of a plan that breaks rules: when its bases close, and no reasons. */
  public static ExplanationDocument nothingIsExplained(List<Closure> closures) {
    return new ExplanationDocument(
        closures.stream()
            .map(c -> new Chain(c.base(), c.closedOn(), c.within1Percent(), null, List.of()))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** This explanation as far as it is about a base; the whole where that is null. */
  public ExplanationDocument about(String base) {
    if (base == null) {
      return this;
    }
    return new ExplanationDocument(
        bases.stream().filter(c -> c.base().equals(base)).toList(),
        floats.stream().filter(f -> f.base().equals(base)).toList(),
        late.stream().filter(l -> l.base().equals(base)).toList(),
        writeOffs.stream().filter(w -> w.base().equals(base)).toList(),
        terms.stream()
            .map(
                t ->
                    new Shares(
                        t.term(),
                        t.amount(),
                        t.cost(),
                        t.shares().stream().filter(s -> s.base().equals(base)).toList()))
            .toList());
  }
}
