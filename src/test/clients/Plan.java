import java.net.http.HttpClient;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.PlanningApi;
import org.openapitools.client.api.SchedulesApi;
import org.openapitools.client.model.*;

/** Plans through the client that openapi-generator made from openapi.yaml; argument: the base URL. */
public class Plan {
  public static void main(String[] args) throws Exception {
    String basic = "Basic " + Base64.getEncoder().encodeToString("planner:planner".getBytes());
    ApiClient api = new ApiClient();
    api.updateBaseUri(args[0]);
    api.setRequestInterceptor(request -> request.header("Authorization", basic));
    PlanningApi planning = new PlanningApi(api);
    SchedulesApi schedules = new SchedulesApi(api);

    Schedule schedule =
        planning.plan(
            new ScheduleRequest()
                .name("Generated in Java")
                .assumptions(new Assumptions().trucks(150))
                .solve(new Solve().maxIterations(20000L).seed(1L)),
            null,
            null,
            null,
            null);
    String id = schedule.getId().toString();
    while (schedule.getState() == ScheduleState.QUEUED
        || schedule.getState() == ScheduleState.SOLVING) {
      Thread.sleep(200);
      schedule = planning.getSchedule(id, null, null);
    }
    System.out.println(
        schedule.getState()
            + " with "
            + schedule.getAssumptions().getTrucks()
            + " trucks, complete on "
            + schedule.getCompletion());
    Certificate certificate = schedule.getCertificate();
    System.out.println(
        "objective " + certificate.getObjective() + " bound " + certificate.getBound()
            + " gap " + certificate.getGap() + " not before " + certificate.getEarliestCompletion());

    for (Stage stage :
        schedules
            .listStages(id, null, null, null, null, LocalDate.of(2023, 10, 1), null, null, null, null, null, null, null)
            .getItems()) {
      System.out.println(
          stage.getBase() + " " + stage.getStage() + " " + stage.getFrom() + " " + stage.getTo()
              + " " + stage.getPhase() + " " + stage.getSector());
    }

    int movements = 0;
    String cursor = null;
    ListMovements200Response page;
    do {
      page = schedules.listMovements(
              id, null, null, null, null, null, null, null, null, null, 50, cursor, null, true, null);
      movements += page.getItems().size();
      cursor = page.getNextCursor();
    } while (cursor != null);
    List<Movement> items = page.getItems();
    Movement last = items.get(items.size() - 1);
    System.out.println(
        movements + " movements of " + page.getTotal() + " - the last: " + last.getId() + " " + last.getKind() + " "
            + last.getBase() + " -> " + last.getDestination() + " " + last.getDeparts() + " " + last.getArrives());
  }
}
