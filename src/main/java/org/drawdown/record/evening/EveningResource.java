package org.drawdown.record.evening;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Xlsx;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.write.Write;
import org.drawdown.platform.Roles;
import org.drawdown.record.EntryView;
import org.drawdown.record.RecordedMission;
import org.drawdown.sheet.EveningSheets;
import org.drawdown.sheet.grid.Grid;

/** The door to what is reported in a table, or in a workbook of several. */
@Path("reports")
@Produces(MediaType.APPLICATION_JSON)
class EveningResource {

  private final EveningSheets sheets;
  private final Evening evening;
  private final RecordedMission mission;

  EveningResource(EveningSheets sheets, Evening evening, RecordedMission mission) {
    this.sheets = sheets;
    this.evening = evening;
    this.mission = mission;
  }

  /**
   * What was filed, each list in the order of its sheet.
   *
   * @param warnings what was left out
   */
  record Filed(
      List<EntryView> reports,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EntryView> departures,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EntryView> counts,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EntryView> permissions,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> warnings) {}

  @POST
  @Consumes({Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response file(Grid workbook) {
    var read = sheets.read(workbook, mission.opening().dataset());
    var filed = evening.file(read);
    return Response.status(Response.Status.CREATED)
        .entity(
            new Filed(
                filed.getOrDefault("reports", List.of()),
                filed.getOrDefault("departures", List.of()),
                filed.getOrDefault("counts", List.of()),
                filed.getOrDefault("permissions", List.of()),
                read.warnings()))
        .build();
  }
}
