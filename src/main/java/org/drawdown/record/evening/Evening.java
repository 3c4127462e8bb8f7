package org.drawdown.record.evening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.api.contract.RequestBodies;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.record.EntryView;
import org.drawdown.record.Recorder;
import org.drawdown.record.Recorder.Filing;
import org.drawdown.record.fact.Departure;
import org.drawdown.record.fact.HeadCount;
import org.drawdown.record.fact.Permission;
import org.drawdown.record.fact.Report;
import org.drawdown.record.movement.Reports;
import org.drawdown.record.permission.PermissionFilings;
import org.drawdown.record.site.SiteFilings;
import org.drawdown.sheet.SheetRow;
import org.drawdown.sheet.Taken;

/** Files the rows of an evening's sheets, in the order in which things happened. */
@ApplicationScoped
class Evening {

  private final RequestBodies bodies;
  private final Reports reports;
  private final SiteFilings sites;
  private final PermissionFilings permissions;
  private final Recorder recorder;

  Evening(
      RequestBodies bodies,
      Reports reports,
      SiteFilings sites,
      PermissionFilings permissions,
      Recorder recorder) {
    this.bodies = bodies;
    this.reports = reports;
    this.sites = sites;
    this.permissions = permissions;
    this.recorder = recorder;
  }

  /** A row that is ready to be filed. */
  private record Ready(String list, int position, SheetRow row, Filing filing) {

    /** What has no time of its own comes last. */
    Instant at() {
      var at = filing.fact().at();
      return at == null ? Instant.MAX : at;
    }

    Fault placed(Fault fault) {
      var inside = fault.pointer().replaceFirst("^/entries/[0-9]+", "");
      return row.fault("/" + list, position, inside, fault.detail());
    }
  }

  /**
   * Files all rows or none.
   *
   * @return the entries by their lists, each in the order of its sheet
   * @throws Refusal naming every row that cannot have happened by its cell
   */
  Map<String, List<EntryView>> file(Taken<Void> sheets) {
    var ready = new ArrayList<Ready>();
    var faults = new ArrayList<Fault>();
    sheets
        .rows()
        .forEach(
            (list, rows) -> {
              for (int i = 0; i < rows.size(); i++) {
                prepare(list, i, rows.get(i), ready, faults);
              }
            });
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    ready.sort(Comparator.comparing(Ready::at));
    var filed = fileAll(ready);
    var lists = new LinkedHashMap<String, List<EntryView>>();
    sheets.rows().forEach((list, rows) -> lists.put(list, new ArrayList<>(rows.size())));
    for (var list : lists.entrySet()) {
      ready.stream()
          .filter(r -> r.list().equals(list.getKey()))
          .sorted(Comparator.comparing(Ready::position))
          .forEach(r -> list.getValue().add(filed.get(ready.indexOf(r))));
    }
    return lists;
  }

  private List<EntryView> fileAll(List<Ready> ready) {
    try {
      return recorder.fileAll(ready.stream().map(Ready::filing).toList(), "/entries");
    } catch (Refusal e) {
      throw e.at(
          fault -> {
            var steps = fault.pointer().split("/", 4);
            return steps.length > 2 ? ready.get(Integer.parseInt(steps[2])).placed(fault) : fault;
          });
    }
  }

  private void prepare(
      String list, int position, SheetRow row, List<Ready> ready, List<Fault> faults) {
    try {
      ready.add(new Ready(list, position, row, filing(list, row.fields())));
    } catch (Refusal e) {
      if (e.faults().isEmpty()) {
        faults.add(row.fault("/" + list, position, "/movement", e.problem().detail()));
      }
      e.faults().forEach(f -> faults.add(row.fault("/" + list, position, f.pointer(), f.detail())));
    }
  }

  private Filing filing(String list, Map<String, Object> fields) {
    var rest = new LinkedHashMap<>(fields);
    return switch (list) {
      case "reports" -> {
        var movement = String.valueOf(rest.remove("movement"));
        yield reports.filing(movement, bodies.of(Report.class, rest), "");
      }
      case "departures" -> {
        var base = String.valueOf(rest.remove("base"));
        yield sites.departure(base, bodies.of(Departure.class, rest));
      }
      case "counts" -> {
        var base = String.valueOf(rest.remove("base"));
        yield sites.count(base, bodies.of(HeadCount.class, rest));
      }
      default -> {
        rest.putIfAbsent("subject", Map.of());
        yield permissions.of(bodies.of(Permission.class, rest));
      }
    };
  }
}
