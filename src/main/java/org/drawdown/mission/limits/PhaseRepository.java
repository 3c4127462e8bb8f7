package org.drawdown.mission.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.RowQuery;
import org.drawdown.api.page.SortKey;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Messages;
import org.drawdown.mission.ListKind;
import org.drawdown.mission.MissionList;
import org.drawdown.mission.places.Base;

/** The phases. */
@ApplicationScoped
public class PhaseRepository extends MissionList<Phase, Dataset.Phase, Integer> {

  private static final SortKey<Phase> NUMBER = SortKey.number("r.number", Phase::number);
  private static final Map<String, SortKey<Phase>> SORTS =
      Map.of("number", NUMBER, "from", SortKey.day("r.firstDay", Phase::firstDay));

  PhaseRepository() {
    super(
        new ListKind<>(
            "phases",
            Dataset.Phase.class,
            "number",
            d -> String.valueOf(d.number()),
            d -> new Phase(d.number()),
            Messages::noPhase,
            Messages::phaseTaken));
  }

  /**
   * A page of phases; null stands for any.
   *
   * @param base one of those that they close
   * @param on a day that they cover
   */
  Page<Phase> page(String base, LocalDate on, PageRequest request) {
    return new RowQuery<>(this, Phase.class)
        .where("exists (select 1 from r.bases b where b.code = :base)", "base", base)
        .where(":on between r.firstDay and r.lastDay", "on", on)
        .page(request, SORTS.get(request.sort() == null ? "number" : request.field()), NUMBER);
  }

  @Override
  protected Integer id(String key) {
    return key.matches("0|[1-9][0-9]{0,3}") ? Integer.valueOf(key) : null;
  }

  @Override
  protected void fill(Phase row, Dataset.Phase document) {
    var bases = getEntityManager();
    row.become(
        document,
        document.bases().stream().map(code -> bases.getReference(Base.class, code)).toList());
  }
}
