package org.drawdown.schedule.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drawdown.engine.Term;

/**
 * The objective of a plan.
 *
 * @param preset name of a set of weights, or null where weights are given
 * @param weights by term; in a request only those that differ from the preset's
 * @param services kinds of services whose loss counts; all where it is empty
 */
public record Objective(
    Preset preset,
    Map<Term, Long> weights,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> services) {

  public Objective {
    services = services == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(services));
  }

  private static final long EMPHASIS = 20;

  /**
   * What a change costs where a search begins at another plan: enough that most of it stays, so
   * that the two can be compared, and little enough that what helps much is done. Measured with 30
   * more trucks on the reference case: at 200 two thirds move, at 5,000 hardly anything.
   */
  private static final long COMPARED = 2_000;

  /**
   * What a day without a service costs where that is to be spared: a base with two services that
   * nobody follows closes a day later rather than that another closes a day after its window.
   */
  private static final long GENTLE_LOSS = 2_000;

  /**
   * The sets of weights: BALANCED, those that multiply some of its weights by 20, and GENTLE, which
   * counts the loss of services as well.
   */
  public enum Preset {
    BALANCED(Set.of()),
    FASTEST(Set.of(Term.COMPLETION, Term.PHASE_LATE)),
    SAFEST(Set.of(Term.EXPOSURE, Term.CONVOY_RISK)),
    LEAST_WRITE_OFF(Set.of(Term.WRITE_OFF, Term.LOADS_LATE)),
    CHEAPEST(Set.of(Term.COST)),
    GENTLE(Set.of());

    private final Set<Term> stressed;

    Preset(Set<Term> stressed) {
      this.stressed = stressed;
    }

    private Map<Term, Long> weights() {
      var weights = new EnumMap<Term, Long>(Term.class);
      for (var term : Term.values()) {
        weights.put(term, term.balanced() * (stressed.contains(term) ? EMPHASIS : 1));
      }
      if (this == GENTLE) {
        weights.put(Term.SERVICE_LOSS, GENTLE_LOSS);
      }
      return weights;
    }
  }

  /** Whether it weighs all things as another does. */
  public boolean asksLike(Objective other) {
    return weights.equals(other.weights) && services.equals(other.services);
  }

  /** The objective of a search that begins at another plan, which is to be compared with it. */
  public static Objective compared(Objective requested) {
    var complete = complete(requested);
    boolean named =
        requested != null
            && requested.weights() != null
            && requested.weights().containsKey(Term.CHANGE);
    if (named) {
      return complete;
    }
    var weights = new EnumMap<>(complete.weights());
    weights.put(Term.CHANGE, COMPARED);
    return new Objective(complete.preset(), weights, complete.services());
  }

  /** A requested objective with all its weights; BALANCED where it is null. */
  public static Objective complete(Objective requested) {
    var preset =
        requested == null || requested.preset() == null ? Preset.BALANCED : requested.preset();
    var weights = preset.weights();
    var services = requested == null ? null : requested.services();
    if (requested == null || requested.weights() == null || requested.weights().isEmpty()) {
      return new Objective(preset, weights, services);
    }
    weights.putAll(requested.weights());
    return new Objective(null, weights, services);
  }
}
