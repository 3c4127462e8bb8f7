package org.drawdown.planning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.drawdown.engine.Term;

/** The presets of the objective: BALANCED, and those that multiply some of its weights by 20. */
enum Objectives {
  BALANCED(Set.of()),
  FASTEST(Set.of(Term.COMPLETION, Term.PHASE_LATE)),
  SAFEST(Set.of(Term.EXPOSURE, Term.CONVOY_RISK)),
  LEAST_WRITE_OFF(Set.of(Term.WRITE_OFF, Term.LOADS_LATE)),
  CHEAPEST(Set.of(Term.COST));

  private static final long EMPHASIS = 20;

  private final Set<Term> stressed;

  Objectives(Set<Term> stressed) {
    this.stressed = stressed;
  }

  private Map<Term, Long> weights() {
    var weights = new EnumMap<Term, Long>(Term.class);
    for (var term : Term.values()) {
      weights.put(term, term.balanced() * (stressed.contains(term) ? EMPHASIS : 1));
    }
    return weights;
  }

  /** The preset of a requested objective, null where it gives weights. */
  static Objectives preset(JsonNode objective) {
    return objective.has("weights") ? null : valueOf(objective.path("preset").asText("BALANCED"));
  }

  /** The weights of a requested objective: its preset's, or BALANCED's with those it gives. */
  static Map<Term, Long> weights(JsonNode objective) {
    var preset = preset(objective);
    var weights = (preset == null ? BALANCED : preset).weights();
    objective
        .path("weights")
        .properties()
        .forEach(w -> weights.put(Term.valueOf(w.getKey()), w.getValue().asLong()));
    return weights;
  }
}
