package org.drawdown.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.drawdown.common.Contract;
import org.drawdown.common.Fault;
import org.drawdown.common.Refusal;
import org.drawdown.engine.Problem;
import org.drawdown.mission.Consistency;
import org.drawdown.mission.Dataset;
import org.drawdown.mission.MissionData;

/** Briefs the engine: dataset, assumptions and objective become a problem. */
@ApplicationScoped
class Brief {

  private final Contract contract;
  private final MissionData data;

  Brief(Contract contract, MissionData data) {
    this.contract = contract;
    this.data = data;
  }

  /** A problem, and the dataset under the assumptions that it was read from. */
  record Briefing(Dataset dataset, Problem problem) {}

  /**
   * The problem of a dataset that is valid in itself.
   *
   * @throws Refusal if the assumptions do not fit it
   */
  Briefing of(ObjectNode dataset, JsonNode assumptions, JsonNode objective) {
    var assumed = Assumptions.apply(dataset, assumptions);
    refuse(contract.faults("Dataset", assumed), assumed, assumptions);
    var typed = data.typed(assumed);
    refuse(Consistency.faults(typed), assumed, assumptions);
    var problem =
        ProblemReader.read(
            typed,
            Objectives.weights(objective),
            "ALLOWED".equals(assumptions.path("writeOff").asText()),
            assumptions.path("hardDeadline").asBoolean());
    return new Briefing(typed, problem);
  }

  private static void refuse(List<Fault> faults, ObjectNode assumed, JsonNode assumptions) {
    if (!faults.isEmpty()) {
      throw Refusal.invalid(
          faults.stream()
              .map(
                  f ->
                      new Fault(Assumptions.pointer(f.pointer(), assumed, assumptions), f.detail()))
              .toList());
    }
  }
}
