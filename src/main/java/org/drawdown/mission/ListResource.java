package org.drawdown.mission;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.drawdown.api.answer.ETags;
import org.drawdown.api.contract.MergePatch;
import org.drawdown.api.contract.RequestBodies;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Formats;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.api.page.Xlsx;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.api.write.Write;
import org.drawdown.dataset.Dataset;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.sheet.MissionSheets;
import org.drawdown.sheet.grid.Grid;

/**
 * The door to one list of the mission's data.
 *
 * @param <E> the rows of the list
 * @param <D> the dataset's record that a row keeps
 */
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public abstract class ListResource<E extends MissionRow<D>, D> {

  private final MissionList<E, D, ?> rows;
  private final Tools tools;

  /** The tools of every door to a list. */
  @Singleton
  public static class Tools {
    private final MissionChanges changes;
    private final RequestBodies bodies;
    private final ETags tags;
    private final MissionSheets sheets;

    Tools(MissionChanges changes, RequestBodies bodies, ETags tags, MissionSheets sheets) {
      this.sheets = sheets;
      this.changes = changes;
      this.bodies = bodies;
      this.tags = tags;
    }
  }

  protected ListResource(MissionList<E, D, ?> rows, Tools tools) {
    this.rows = rows;
    this.tools = tools;
  }

  /** The rows that a client asks for by the list's own filters. */
  protected abstract Page<E> page(Parameters filters, PageRequest request);

  /** Rows as clients see them; many at once, so that it costs few queries. */
  protected List<D> views(List<E> page) {
    return page.stream().map(MissionRow::document).toList();
  }

  /** A row as clients see it, with the mission's data around it. */
  protected D view(E row, Dataset around) {
    return row.document();
  }

  private record Present<R>(R row, Dataset around) {}

  @GET
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE, Formats.GEO})
  public Page<D> list(@Context UriInfo uri) {
    var page = page(new Parameters(uri), PageRequest.of(uri));
    return page.with(views(page.items()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PLANNER)
  @Write
  public Response create(D document, @Context UriInfo uri) {
    var created = tools.changes.create(rows, document);
    var location = uri.getAbsolutePathBuilder().path(rows.kind().key().apply(document)).build();
    return Response.created(location).entity(view(created.row(), created.dataset())).build();
  }

  /**
   * What became of the rows of a table.
   *
   * @param rows that it had
   * @param warnings what was left out
   */
  record TakenRows(
      int rows,
      int created,
      int replaced,
      int unchanged,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> warnings) {}

  @POST
  @Consumes({Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  @RolesAllowed(Roles.PLANNER)
  @Write
  public Response take(Grid table) {
    var kind = rows.kind();
    var around = tools.changes.hold();
    var taken = tools.sheets.list(table, kind.name(), kind.type(), around, kind.key());
    try {
      var counts = tools.changes.putAll(rows, taken.documents());
      return Response.ok(
              new TakenRows(
                  taken.documents().size(),
                  counts.created(),
                  counts.replaced(),
                  counts.unchanged(),
                  taken.warnings()))
          .build();
    } catch (Refusal e) {
      throw taken.placed(e);
    }
  }

  @GET
  @Path("{key}")
  @Snapshot
  public D get(@PathParam("key") String key) {
    return views(List.of(rows.getRow(key))).get(0);
  }

  @PUT
  @Path("{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PLANNER)
  @Write
  public D replace(@PathParam("key") String key, D document) {
    var present = present(key);
    var after = tools.changes.replace(rows, present.row(), document);
    return view(present.row(), after);
  }

  @PATCH
  @Path("{key}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed(Roles.PLANNER)
  @Write
  public D change(@PathParam("key") String key, MergePatch patch) {
    var row = present(key).row();
    var document = tools.bodies.patched(row.document(), patch, "");
    return view(row, tools.changes.replace(rows, row, document));
  }

  @DELETE
  @Path("{key}")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed(Roles.PLANNER)
  @Write
  public void delete(@PathParam("key") String key) {
    tools.changes.delete(rows, present(key).row());
  }

  /** The row that a client means to change, held until the change is written. */
  private Present<E> present(String key) {
    var around = tools.changes.hold();
    var row = rows.getRow(key);
    tools.tags.requireMatch(() -> view(row, around));
    return new Present<>(row, around);
  }
}
