package org.drawdown.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.drawdown.common.Page;
import org.drawdown.common.Representations;
import org.drawdown.common.Roles;
import org.drawdown.common.Text;

/** The door to the schedules and to every day of them. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class ScheduleResource {

  private final ScheduleRepository schedules;
  private final ScheduleParts parts;
  private final ScheduleView view;
  private final Representations representations;

  ScheduleResource(
      ScheduleRepository schedules,
      ScheduleParts parts,
      ScheduleView view,
      Representations representations) {
    this.schedules = schedules;
    this.parts = parts;
    this.view = view;
    this.representations = representations;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context Request request) {
    var state = uri.getQueryParameters().getFirst("state");
    var inState = state == null ? null : ScheduleState.valueOf(state);
    var wanted = Page.Wanted.of(uri.getQueryParameters());
    int limit = wanted.limit();
    var found = schedules.page(inState, wanted, limit + 1);
    boolean more = found.size() > limit;
    var shown = more ? found.subList(0, limit) : found;
    var next = more ? Page.write(shown.get(limit - 1).id()) : null;
    var total = wanted.count() ? schedules.count(inState) : null;
    return representations.answer(
        new Page(shown.stream().map(view::of).toList(), next, total), request, uri);
  }

  @GET
  @Path("{id}")
  public Response get(@PathParam("id") String id, @Context Request request) {
    return representations.answer(view.of(schedules.get(id)), request);
  }

  @GET
  @Path("{id}/stages")
  public Response stages(
      @PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
    return part(
        id,
        SchedulePart.Name.STAGES,
        Rows.between("from", "to").same("base").same("stage").same("phase").same("sector"),
        uri,
        request);
  }

  @GET
  @Path("{id}/movements")
  public Response movements(
      @PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
    return part(
        id,
        SchedulePart.Name.MOVEMENTS,
        Rows.between("dispatched", "arrives")
            .same("base")
            .same("mode")
            .listed("asset", "assets", "asset"),
        uri,
        request);
  }

  @GET
  @Path("{id}/onward")
  public Response onward(
      @PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
    return part(id, SchedulePart.Name.ONWARD, Rows.on("date").same("base"), uri, request);
  }

  @GET
  @Path("{id}/handovers")
  public Response handovers(
      @PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
    return part(
        id, SchedulePart.Name.HANDOVERS, Rows.between("from", "to").same("base"), uri, request);
  }

  @GET
  @Path("{id}/strength")
  public Response strength(
      @PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
    return part(
        id, SchedulePart.Name.STRENGTH, Rows.on("date").same("base").same("place"), uri, request);
  }

  @GET
  @Path("{id}/utilisation")
  public Response utilisation(
      @PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
    return part(
        id,
        SchedulePart.Name.UTILISATION,
        Rows.on("date").same("resource").same("name"),
        uri,
        request);
  }

  @GET
  @Path("{id}/releases")
  public Response releases(
      @PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
    return part(
        id,
        SchedulePart.Name.RELEASES,
        Rows.on("releasedOn").same("resource").same("type"),
        uri,
        request);
  }

  @GET
  @Path("{id}/explanation")
  public Response explanation(
      @PathParam("id") String id,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context Request request) {
    var data = parts.get(schedules.get(id), SchedulePart.Name.EXPLANATION).get(0);
    var language = Text.favourite(headers.getAcceptableLanguages());
    var base = uri.getQueryParameters().getFirst("base");
    return representations.answer(Sentences.added(data, base, language), request, language);
  }

  private Response part(
      String id, SchedulePart.Name name, Rows rows, UriInfo uri, Request request) {
    var filters = uri.getQueryParameters();
    var wanted = rows.wanted(filters);
    var found =
        parts.get(schedules.get(id), name).stream()
            .filter((JsonNode row) -> wanted.test(row))
            .toList();
    return representations.answer(Page.of(found, Page.Wanted.of(filters)), request, uri);
  }
}
