package org.drawdown.schedule.stage;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.RowQuery;
import org.drawdown.api.page.SortKey;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.schedule.Schedule;

/** The stages of schedules. */
@ApplicationScoped
public class StageRepository implements PanacheRepositoryBase<PlannedStage, PlannedStage.Id> {

  private static final SortKey<PlannedStage> ORDER =
      SortKey.number("r.id.listOrder", PlannedStage::listOrder);
  private static final Map<String, SortKey<PlannedStage>> SORTS =
      Map.of(
          "base", SortKey.key("r.base", PlannedStage::base),
          "stage", SortKey.key("cast(r.stage as string)", PlannedStage::stage),
          "from", SortKey.day("r.firstDay", PlannedStage::firstDay));

  /** The filters of a request; null stands for any. */
  record Filter(
      String base,
      Stage stage,
      Integer phase,
      String sector,
      LocalDate on,
      LocalDate from,
      LocalDate to) {}

  /** Keeps the stages of a schedule in their order. */
  public void keep(String schedule, List<StageDocument> stages) {
    for (int i = 0; i < stages.size(); i++) {
      persist(new PlannedStage(schedule, i, stages.get(i)));
    }
  }

  /** The stages of a schedule in their order. */
  public List<StageDocument> of(Schedule schedule) {
    return list("id.schedule = ?1 order by id.listOrder", schedule.id()).stream()
        .map(PlannedStage::document)
        .toList();
  }

  /** A page of the stages of a schedule. */
  Page<PlannedStage> page(Schedule schedule, Filter filter, PageRequest request) {
    return new RowQuery<>(this, PlannedStage.class)
        .equal("r.id.schedule", schedule.id())
        .equal("r.base", filter.base())
        .equal("r.stage", filter.stage())
        .equal("r.phase", filter.phase())
        .equal("r.sector", filter.sector())
        .where("r.firstDay <= :on and (r.lastDay is null or r.lastDay >= :on)", "on", filter.on())
        .where("r.lastDay is null or r.lastDay >= :from", "from", filter.from())
        .where("r.firstDay <= :to", "to", filter.to())
        .page(request, request.sort() == null ? ORDER : SORTS.get(request.field()), ORDER);
  }

  /** Codes of the bases that a schedule has in a stage on a day. */
  Set<String> basesIn(Schedule schedule, Stage stage, LocalDate day) {
    return list(
            "id.schedule = ?1 and stage = ?2 and firstDay <= ?3"
                + " and (lastDay is null or lastDay >= ?3)",
            schedule.id(),
            stage,
            day)
        .stream()
        .map(PlannedStage::base)
        .collect(Collectors.toSet());
  }
}
