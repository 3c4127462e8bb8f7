package org.drawdown.services;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.ListPage;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.api.page.Xlsx;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.schedule.Agreement;
import org.drawdown.schedule.ScheduleRepository;
import org.drawdown.schedule.ScheduleViews;
import org.drawdown.schedule.account.AccountKind;
import org.drawdown.schedule.account.AccountRepository;

/** The door to what ends under a schedule, and to which base could close first. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class ServicesResource {

  private static final Map<String, Function<ServiceGap, ? extends Comparable<?>>> GAPS =
      Map.of(
          "base", ServiceGap::base,
          "kind", ServiceGap::kind,
          "endsOn", ServiceGap::endsOn,
          "gapDays", ServiceGap::gapDays);

  private final ScheduleRepository schedules;
  private final ScheduleViews views;
  private final AccountRepository accounts;
  private final Courses courses;

  ServicesResource(
      ScheduleRepository schedules,
      ScheduleViews views,
      AccountRepository accounts,
      Courses courses) {
    this.schedules = schedules;
    this.views = views;
    this.accounts = accounts;
    this.courses = courses;
  }

  private List<ServiceGap> gaps(String id, Parameters query) {
    return ServiceGaps.of(courses.of(schedules.get(id))).stream().filter(wanted(query)).toList();
  }

  private static Predicate<ServiceGap> wanted(Parameters query) {
    var base = query.text("base");
    var region = query.text("region");
    var kind = query.text("kind");
    var boundBy = query.text("boundBy");
    var on = query.day("on");
    var from = query.day("from");
    var to = query.day("to");
    boolean alone = query.text("successor") != null;
    return gap ->
        (base == null || base.equals(gap.base()))
            && (region == null || region.equals(gap.region()))
            && (kind == null || kind.equals(gap.kind()))
            && (boundBy == null || boundBy.equals(gap.boundBy().name()))
            && (on == null || gap.covers(on))
            && (from == null || !gap.endsOn().isBefore(from))
            && (to == null || !gap.endsOn().isAfter(to))
            && (!alone || gap.successor() == null);
  }

  @GET
  @Path("{id}/service-gaps")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<ServiceGap> gaps(@PathParam("id") String id, @Context UriInfo uri) {
    return ListPage.of(gaps(id, new Parameters(uri)), PageRequest.of(uri), GAPS);
  }

  @GET
  @Path("{id}/service-gaps/totals")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<ServiceTotal> totals(@PathParam("id") String id, @Context UriInfo uri) {
    var query = new Parameters(uri);
    boolean byRegion = !"kind".equals(query.text("by"));
    var sums = new LinkedHashMap<ServiceTotal, List<ServiceGap>>();
    for (var gap : gaps(id, query)) {
      var key =
          new ServiceTotal(
              byRegion ? gap.region() : null,
              gap.kind(),
              gap.unit(),
              YearMonth.from(gap.endsOn()),
              null,
              0,
              0);
      sums.computeIfAbsent(key, k -> new ArrayList<>()).add(gap);
    }
    var rows =
        sums.entrySet().stream()
            .map(e -> total(e.getKey(), e.getValue()))
            .sorted(
                Comparator.comparing(ServiceTotal::month)
                    .thenComparing(ServiceTotal::kind)
                    .thenComparing(t -> Objects.toString(t.region(), "")))
            .toList();
    return ListPage.of(rows, PageRequest.of(uri), Map.of());
  }

  private static ServiceTotal total(ServiceTotal key, List<ServiceGap> gaps) {
    return new ServiceTotal(
        key.region(),
        key.kind(),
        key.unit(),
        key.month(),
        gaps.stream()
            .map(ServiceGap::amount)
            .filter(Objects::nonNull)
            .reduce(BigDecimal::add)
            .orElse(null),
        gaps.size(),
        (int) gaps.stream().filter(g -> g.successor() == null).count());
  }

  @GET
  @Path("{id}/impact")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<ImpactRow> impact(@PathParam("id") String id, @Context UriInfo uri) {
    var schedule = schedules.get(id);
    var rows = Impacts.of(courses.of(schedule), accounts.rows(schedule, AccountKind.EARLIEST));
    return ListPage.of(rows, PageRequest.of(uri), Map.of());
  }

  @GET
  @Path("{id}/agreement/conflicts")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<AgreementConflict> conflicts(@PathParam("id") String id, @Context UriInfo uri) {
    var schedule = schedules.get(id);
    var course = courses.of(schedule);
    var agreement = views.agreement(schedule);
    var rows = new ArrayList<AgreementConflict>();
    for (var base : course.dataset().bases()) {
      var closesOn = course.closedOn(base.code()).day();
      var agreed = base.agreed();
      if (agreed != null) {
        rows.addAll(
            AgreementConflict.of(
                base.code(),
                closesOn,
                AgreementConflict.By.AGREED,
                agreed.from(),
                agreed.to(),
                agreed.document()));
      }
      for (var reserved :
          agreement == null ? List.<Agreement.Reservation>of() : reservations(agreement)) {
        if (reserved.base().equals(base.code())) {
          rows.addAll(
              AgreementConflict.of(
                  base.code(),
                  closesOn,
                  AgreementConflict.By.RESERVATION,
                  reserved.notBefore(),
                  reserved.notAfter(),
                  agreement.document()));
        }
      }
    }
    return ListPage.of(rows, PageRequest.of(uri), Map.of());
  }

  private static List<Agreement.Reservation> reservations(Agreement agreement) {
    return agreement.reservations() == null ? List.of() : agreement.reservations();
  }
}
