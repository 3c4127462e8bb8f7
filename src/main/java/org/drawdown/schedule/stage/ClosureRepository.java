package org.drawdown.schedule.stage;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.drawdown.schedule.Closure;
import org.drawdown.schedule.Closures;
import org.drawdown.schedule.Schedule;

/** The closures of schedules. */
@ApplicationScoped
public class ClosureRepository
    implements PanacheRepositoryBase<PlannedClosure, PlannedClosure.Id>, Closures {

  /** Keeps the closures of a schedule in their order, with the sectors of the bases. */
  public void keep(String schedule, List<Closure> closures, Map<String, String> sectors) {
    for (int i = 0; i < closures.size(); i++) {
      var closure = closures.get(i);
      persist(new PlannedClosure(schedule, i, sectors.get(closure.base()), closure));
    }
    flush();
  }

  @Override
  public List<Closure> of(Schedule schedule) {
    return list("id.schedule = ?1 order by listOrder", schedule.id()).stream()
        .map(PlannedClosure::document)
        .toList();
  }
}
