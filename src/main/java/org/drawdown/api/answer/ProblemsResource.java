package org.drawdown.api.answer;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.drawdown.api.page.Page;
import org.drawdown.api.problem.ProblemKind;
import org.drawdown.api.problem.Refusal;

/**
 * The kinds of problems, each at the address that is its type: JSON for programs, HTML for readers
 * who follow the link. Configuration says whether they must be signed in.
 */
@Path("problems")
@PermitAll
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
class ProblemsResource {

  @GET
  public Page<ProblemKindView> list() {
    var all = Arrays.stream(ProblemKind.values()).map(ProblemKindView::of).toList();
    return new Page<>(all, null, null);
  }

  @GET
  @Path("{name}")
  public ProblemKindView get(@PathParam("name") String name) {
    return ProblemKind.find(name)
        .map(ProblemKindView::of)
        .orElseThrow(() -> Refusal.notFound(m -> m.noSuchProblem(name)));
  }
}
