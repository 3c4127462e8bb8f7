package org.drawdown.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.drawdown.common.Contract;
import org.drawdown.common.Fault;
import org.drawdown.common.Refusal;
import org.drawdown.common.Representations;
import org.drawdown.common.Roles;
import org.drawdown.common.Writes;
import org.drawdown.engine.verifier.Verifier;
import org.drawdown.engine.verifier.Violation;
import org.drawdown.mission.Consistency;
import org.drawdown.mission.MissionData;

/** The door to the verifier. */
@Path("verifications")
@Produces(MediaType.APPLICATION_JSON)
class VerificationResource {

  private final Contract contract;
  private final MissionData data;
  private final Brief brief;
  private final Replan replan;
  private final ObjectMapper mapper;
  private final Representations representations;
  private final Writes writes;

  VerificationResource(
      Contract contract,
      MissionData data,
      Brief brief,
      Replan replan,
      ObjectMapper mapper,
      Representations representations,
      Writes writes) {
    this.contract = contract;
    this.data = data;
    this.brief = brief;
    this.replan = replan;
    this.mapper = mapper;
    this.representations = representations;
    this.writes = writes;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.VIEWER)
  @Transactional
  public Response verify(JsonNode body) {
    return writes.once(
        body, () -> representations.written(Response.Status.OK, judge(body)).build());
  }

  private ObjectNode judge(JsonNode body) {
    contract.require("VerificationRequest", body);
    var briefing = brief.of(dataset(body), part(body, "assumptions"), part(body, "objective"));
    var start = briefing.dataset().mission().startDate();
    var kept = replan.kept(replan.fields(body), briefing);
    var problem = kept == null ? briefing.problem() : briefing.problem().after(kept.history());
    var plan = PlanReader.read(problem, start, body);
    var judgement = Verifier.judge(problem, plan);
    var answer = mapper.createObjectNode();
    answer.put("valid", judgement.valid());
    var violations = answer.putArray("violations");
    for (var violation : judgement.violations()) {
      var base =
          violation.site() < 0 ? null : briefing.problem().sites().get(violation.site()).code();
      violations.add(view(violation, base, start));
    }
    answer.set("terms", ResultWriter.terms(mapper, judgement.ledger(), briefing.problem()));
    answer.put("objective", judgement.ledger().objective());
    return answer;
  }

  private ObjectNode dataset(JsonNode body) {
    if (!body.has("dataset")) {
      return data.dataset();
    }
    var faults = Consistency.faults(data.typed(body.get("dataset")));
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults.stream().map((Fault f) -> f.under("/dataset")).toList());
    }
    return (ObjectNode) body.get("dataset");
  }

  private JsonNode part(JsonNode body, String name) {
    return body.has(name) ? body.get(name) : mapper.createObjectNode();
  }

  private ObjectNode view(Violation violation, String base, LocalDate start) {
    return mapper
        .createObjectNode()
        .put("rule", violation.rule().name())
        .put("base", base)
        .put("movement", violation.movement())
        .put("date", violation.day() < 0 ? null : start.plusDays(violation.day()).toString())
        .put("allowed", violation.allowed())
        .put("found", violation.found())
        .put("detail", Wording.dated(violation.detail(), start));
  }
}
