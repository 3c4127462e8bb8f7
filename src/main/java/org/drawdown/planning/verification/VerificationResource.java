package org.drawdown.planning.verification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.drawdown.api.problem.Refusal;
import org.drawdown.api.write.Write;
import org.drawdown.dataset.Consistency;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.verifier.Verifier;
import org.drawdown.mission.whole.MissionData;
import org.drawdown.planning.problem.PlanReader;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.planning.problem.ProblemFactory;
import org.drawdown.planning.replan.Continuations;
import org.drawdown.planning.replan.KeptPlans;
import org.drawdown.planning.result.ResultWriter;
import org.drawdown.planning.result.Violations;
import org.drawdown.platform.Roles;
import org.drawdown.schedule.request.Objective;

/** The door to the verifier. */
@Path("verifications")
@Produces(MediaType.APPLICATION_JSON)
class VerificationResource {

  private final MissionData data;
  private final ProblemFactory problems;
  private final Continuations continuations;
  private final KeptPlans keptPlans;

  VerificationResource(
      MissionData data, ProblemFactory problems, Continuations continuations, KeptPlans keptPlans) {
    this.data = data;
    this.problems = problems;
    this.continuations = continuations;
    this.keptPlans = keptPlans;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.VIEWER)
  @Write
  public Response verify(VerificationRequest request) {
    return Response.ok(judge(request)).build();
  }

  private Verification judge(VerificationRequest request) {
    var planning = planning(request);
    var judgement =
        Verifier.judgeEdited(planning.problem(), PlanReader.read(planning, request.plan()));
    return new Verification(
        judgement.valid(),
        judgement.violations().stream().map(v -> Violations.document(v, planning)).toList(),
        judgement.warnings().stream().map(v -> Violations.document(v, planning)).toList(),
        ResultWriter.terms(judgement.ledger(), planning.problem()),
        judgement.ledger().objective());
  }

  private PlanningProblem planning(VerificationRequest request) {
    var continuation = continuations.complete(request.continuation());
    var dataset = dataset(request);
    var planning =
        problems.of(
            dataset,
            continuations.assumptions(continuation, request.assumptions(), dataset).assumptions(),
            Objective.complete(request.objective()));
    var kept = keptPlans.of(continuation, planning, null);
    return kept == null ? planning : kept.planning();
  }

  private Dataset dataset(VerificationRequest request) {
    if (request.dataset() == null) {
      return data.dataset();
    }
    var faults = Consistency.faults(request.dataset());
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults.stream().map(f -> f.under("/dataset")).toList());
    }
    return request.dataset();
  }
}
