package org.drawdown.mission.places;

import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.ListResource;

/** The door to the bases, each with its outposts, its strength and the days of its handover. */
@Path("bases")
class BasesResource extends ListResource<Base, Dataset.Base> {

  private static final Dataset.Headcount NOBODY = new Dataset.Headcount(0, 0);

  private final BaseRepository bases;
  private final BaseStages stages;
  private final Clock clock;

  BasesResource(BaseRepository bases, BaseStages stages, Clock clock, Tools tools) {
    super(bases, tools);
    this.bases = bases;
    this.stages = stages;
    this.clock = clock;
  }

  @Override
  protected Page<Base> page(Parameters filters, PageRequest request) {
    return bases.page(
        filters.several("kind"),
        filters.text("sector"),
        filters.value("phase", Integer::valueOf),
        inStage(filters.text("stage"), filters.day("on")),
        request);
  }

  private Set<String> inStage(String stage, LocalDate on) {
    var day = on == null ? LocalDate.now(clock) : on;
    return stage == null ? null : stages.basesIn(stage, day);
  }

  @Override
  protected Dataset.Base view(Base base, Dataset around) {
    var outposts =
        around.bases().stream()
            .filter(b -> base.code().equals(b.parent()))
            .map(Dataset.Base::code)
            .toList();
    long people = 0;
    long civilians = 0;
    for (var unit : around.units()) {
      if (unit.base().equals(base.code())) {
        people += unit.strength();
        civilians += unit.category().startsWith("CIVILIAN") ? unit.strength() : 0;
      }
    }
    return base.document().with(outposts, new Dataset.Headcount(people - civilians, civilians));
  }

  @Override
  protected List<Dataset.Base> views(List<Base> page) {
    var codes = page.stream().map(Base::code).toList();
    var outposts = bases.outpostsOf(codes);
    var strengths = bases.strengthsOf(codes);
    return page.stream()
        .map(
            base ->
                base.document()
                    .with(
                        outposts.getOrDefault(base.code(), List.of()),
                        strengths.getOrDefault(base.code(), NOBODY)))
        .toList();
  }
}
