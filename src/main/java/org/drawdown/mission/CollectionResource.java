package org.drawdown.mission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.drawdown.common.Contract;
import org.drawdown.common.MergePatch;
import org.drawdown.common.Page;
import org.drawdown.common.Refusal;
import org.drawdown.common.Representations;
import org.drawdown.common.Roles;
import org.drawdown.common.Writes;

/** The door to one list of the mission's data: what all of them have in common. */
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
abstract class CollectionResource {

  private final Collection collection;
  private final Map<String, String> sortColumns;

  @Inject Items items;
  @Inject MissionData data;
  @Inject Representations representations;
  @Inject Contract contract;
  @Inject Writes writes;

  CollectionResource(Collection collection, Map<String, String> sortColumns) {
    this.collection = collection;
    this.sortColumns = sortColumns;
  }

  /** The conditions of the list's own filters. */
  abstract Items.Query query(MultivaluedMap<String, String> filters);

  /** What a client sees of a thing; of a page of them at once, so that it costs few queries. */
  List<ObjectNode> view(List<? extends Item> page) {
    return page.stream().map(Item::document).toList();
  }

  @GET
  public Response list(@Context UriInfo uri, @Context Request request) {
    var filters = uri.getQueryParameters();
    var wanted = Page.Wanted.of(filters);
    var order = Items.Order.of(wanted, sortColumns);
    int limit = wanted.limit();
    var found = items.page(collection, query(filters), order, limit + 1, wanted.cursor());
    boolean more = found.size() > limit;
    var shown = more ? found.subList(0, limit) : found;
    var next = more ? Items.cursor(shown.get(limit - 1), order) : null;
    var total = wanted.count() ? items.count(collection, query(filters)) : null;
    return representations.answer(new Page(view(shown), next, total), request, uri);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PLANNER)
  @Transactional
  public Response create(JsonNode body, @Context UriInfo uri) {
    return writes.once(
        body,
        () -> {
          var item = data.create(collection, object(body));
          var location = uri.getAbsolutePathBuilder().path(item.id()).build();
          return representations
              .written(Response.Status.CREATED, one(item))
              .location(location)
              .build();
        });
  }

  @GET
  @Path("{key}")
  public Response get(@PathParam("key") String key, @Context Request request) {
    return representations.answer(one(items.get(collection, key)), request);
  }

  @PUT
  @Path("{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PLANNER)
  @Transactional
  public Response replace(
      @PathParam("key") String key, JsonNode body, @Context HttpHeaders headers) {
    return writes.change(
        () -> written(data.replace(collection, present(key, headers), object(body))));
  }

  @PATCH
  @Path("{key}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed(Roles.PLANNER)
  @Transactional
  public Response change(
      @PathParam("key") String key, JsonNode patch, @Context HttpHeaders headers) {
    return writes.change(
        () -> {
          var item = present(key, headers);
          contract.require("Patch", patch);
          return written(
              data.replace(collection, item, object(MergePatch.apply(item.document(), patch))));
        });
  }

  @DELETE
  @Path("{key}")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed(Roles.PLANNER)
  @Transactional
  public Response delete(@PathParam("key") String key, @Context HttpHeaders headers) {
    return writes.change(
        () -> {
          data.delete(collection, present(key, headers));
          return Response.noContent().build();
        });
  }

  /** The thing that a client means to change, held until the change is written. */
  private Item present(String key, HttpHeaders headers) {
    data.lock();
    var item = items.get(collection, key);
    representations.requireMatch(headers, one(item));
    return item;
  }

  private Response written(Item item) {
    return representations.written(Response.Status.OK, one(item)).build();
  }

  private ObjectNode one(Item item) {
    return view(List.of(item)).get(0);
  }

  private ObjectNode object(JsonNode body) {
    if (body instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.invalid("", "The body is an object");
  }
}
