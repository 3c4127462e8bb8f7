package org.drawdown.schedule.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.function.Function;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Formats;
import org.drawdown.api.page.ListPage;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.api.page.RowFilter;
import org.drawdown.api.page.Xlsx;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.schedule.ScheduleRepository;

/** The door to the accounts of a schedule: every day of it. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class AccountResource {

  private static final Map<String, Function<OnwardFlow, ? extends Comparable<?>>> ONWARD =
      Map.of("base", OnwardFlow::base, "date", OnwardFlow::date);
  private static final Map<String, Function<Handover, ? extends Comparable<?>>> HANDOVERS =
      Map.of("base", Handover::base, "from", Handover::from, "to", Handover::to);
  private static final Map<String, Function<Strength, ? extends Comparable<?>>> STRENGTH =
      Map.of(
          "base", Strength::base,
          "date", Strength::date,
          "people", Strength::people,
          "loads", Strength::loads);
  private static final Map<String, Function<Utilisation, ? extends Comparable<?>>> UTILISATION =
      Map.of(
          "resource", Utilisation::resource,
          "name", Utilisation::name,
          "date", Utilisation::date,
          "used", Utilisation::used);
  private static final Map<String, Function<Release, ? extends Comparable<?>>> RELEASES =
      Map.of(
          "resource", Release::resource, "type", Release::type, "releasedOn", Release::releasedOn);

  private final ScheduleRepository schedules;
  private final AccountRepository accounts;

  AccountResource(ScheduleRepository schedules, AccountRepository accounts) {
    this.schedules = schedules;
    this.accounts = accounts;
  }

  @GET
  @Path("{id}/onward")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<OnwardFlow> onward(@PathParam("id") String id, @Context UriInfo uri) {
    var filter = RowFilter.on(new Parameters(uri), OnwardFlow::date);
    return page(id, AccountKind.ONWARD, filter.equal("base", OnwardFlow::base), uri, ONWARD);
  }

  @GET
  @Path("{id}/handovers")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE, Formats.CALENDAR})
  public Page<Handover> handovers(@PathParam("id") String id, @Context UriInfo uri) {
    var filter = RowFilter.between(new Parameters(uri), Handover::from, Handover::to);
    return page(id, AccountKind.HANDOVERS, filter.equal("base", Handover::base), uri, HANDOVERS);
  }

  @GET
  @Path("{id}/strength")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE, Formats.SVG})
  public Page<Strength> strength(@PathParam("id") String id, @Context UriInfo uri) {
    var filter =
        RowFilter.on(new Parameters(uri), Strength::date)
            .equal("base", Strength::base)
            .equal("place", Strength::place);
    return page(id, AccountKind.STRENGTH, filter, uri, STRENGTH);
  }

  @GET
  @Path("{id}/utilisation")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<Utilisation> utilisation(@PathParam("id") String id, @Context UriInfo uri) {
    var filter =
        RowFilter.on(new Parameters(uri), Utilisation::date)
            .equal("resource", Utilisation::resource)
            .equal("name", Utilisation::name);
    return page(id, AccountKind.UTILISATION, filter, uri, UTILISATION);
  }

  @GET
  @Path("{id}/releases")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<Release> releases(@PathParam("id") String id, @Context UriInfo uri) {
    var filter =
        RowFilter.on(new Parameters(uri), Release::releasedOn)
            .equal("resource", Release::resource)
            .equal("type", Release::type);
    return page(id, AccountKind.RELEASES, filter, uri, RELEASES);
  }

  @GET
  @Path("{id}/explanation")
  @Snapshot
  public ExplanationDocument explanation(@PathParam("id") String id, @Context UriInfo uri) {
    return accounts
        .rows(schedules.get(id), AccountKind.EXPLANATION)
        .get(0)
        .about(new Parameters(uri).text("base"));
  }

  private <T> Page<T> page(
      String id,
      AccountKind<T> kind,
      RowFilter<T> filter,
      UriInfo uri,
      Map<String, Function<T, ? extends Comparable<?>>> sorts) {
    var rows = accounts.rows(schedules.get(id), kind).stream().filter(filter.wanted()).toList();
    return ListPage.of(rows, PageRequest.of(uri), sorts);
  }
}
