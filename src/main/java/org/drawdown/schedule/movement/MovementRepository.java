package org.drawdown.schedule.movement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.RowQuery;
import org.drawdown.api.page.SortKey;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.schedule.Schedule;

/** The movements of schedules. */
@ApplicationScoped
public class MovementRepository
    implements PanacheRepositoryBase<PlannedMovement, PlannedMovement.Id> {

  private static final SortKey<PlannedMovement> ORDER =
      SortKey.number("r.listOrder", PlannedMovement::listOrder);
  private static final Map<String, SortKey<PlannedMovement>> SORTS =
      Map.of(
          "id", SortKey.key("r.id.movement", PlannedMovement::id),
          "base", SortKey.key("r.base", PlannedMovement::base),
          "dispatched", SortKey.day("r.dispatched", PlannedMovement::dispatched),
          "departs", SortKey.day("r.departs", PlannedMovement::departs),
          "arrives", SortKey.day("r.arrives", PlannedMovement::arrives));

  /** The filters of a request; null stands for any. */
  record Filter(
      String base,
      String destination,
      String touching,
      String mode,
      String kind,
      String asset,
      LocalDate on,
      LocalDate from,
      LocalDate to) {}

  /** Keeps the movements of a schedule in their order. */
  public void keep(String schedule, List<MovementDocument> movements) {
    for (int i = 0; i < movements.size(); i++) {
      persist(new PlannedMovement(schedule, i, movements.get(i)));
    }
  }

  /** The movements of a schedule in their order. */
  public List<MovementDocument> of(Schedule schedule) {
    return list("id.schedule = ?1 order by listOrder", schedule.id()).stream()
        .map(PlannedMovement::document)
        .toList();
  }

  /** A page of the movements of a schedule. */
  Page<PlannedMovement> page(Schedule schedule, Filter filter, PageRequest request) {
    return new RowQuery<>(this, PlannedMovement.class)
        .equal("r.id.schedule", schedule.id())
        .equal("r.base", filter.base())
        .equal("r.destination", filter.destination())
        .where(":touching in (r.base, r.destination)", "touching", filter.touching())
        .equal("r.mode", filter.mode())
        .equal("r.kind", filter.kind() == null ? null : Kind.valueOf(filter.kind()))
        .where("exists (select 1 from r.cargo c where c.asset = :asset)", "asset", filter.asset())
        .where(":on between r.dispatched and r.arrives", "on", filter.on())
        .where("r.arrives >= :from", "from", filter.from())
        .where("r.dispatched <= :to", "to", filter.to())
        .page(request, request.sort() == null ? ORDER : SORTS.get(request.field()), ORDER);
  }
}
