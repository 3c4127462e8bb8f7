package org.drawdown.exchange;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.api.page.Formats;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.language.Languages;
import org.drawdown.language.Messages;
import org.drawdown.schedule.ScheduleView;
import org.drawdown.schedule.stage.StageDocument;

/** Draws the stages of a schedule, a row for each base in the order in which they close. */
@Provider
@Produces(Formats.SVG)
class GanttWriter extends AnswerWriter<ScheduleView> {

  private static final int WIDTH = 1000;
  private static final int ROW = 22;
  private static final int TOP = 64;
  private static final int LEFT = 190;

  /** Tellable with each of the usual forms of colour blindness (Wong, Nature Methods 8, 2011). */
  private static final Map<Stage, String> FILLS =
      Map.of(
          Stage.PREPARATION, "#7b8794",
          Stage.DRAWDOWN, "#0072b2",
          Stage.HANDOVER, "#b87400",
          Stage.FINAL_WITHDRAWAL, "#8f3572");

  private final Shown shown;

  GanttWriter(Shown shown, HttpHeaders request) {
    super(request, ScheduleView.class);
    this.shown = shown;
  }

  @Override
  protected byte[] written(ScheduleView view, MultivaluedMap<String, Object> headers)
      throws XMLStreamException {
    var language = language(headers);
    return drawn(shown.stages(view.id()), language);
  }

  /** The drawing. */
  static byte[] drawn(Shown.Stages stages, Locale language) throws XMLStreamException {
    var byBase =
        stages.rows().stream()
            .collect(Collectors.groupingBy(StageDocument::base, TreeMap::new, Collectors.toList()));
    var bases =
        byBase.keySet().stream().sorted(Comparator.comparing(b -> last(byBase.get(b)))).toList();
    var deadline = stages.around().dataset().mission().withdrawalDeadline();
    var axis = axis(stages.rows(), deadline);
    int height = TOP + ROW * bases.size() + 16;
    var svg =
        new Svg(
            WIDTH, height, Languages.say(m -> m.ganttTitle(stages.schedule()), language), language);
    legend(svg, language);
    axis.draw(svg, TOP, height - 16.0, language);
    for (int i = 0; i < bases.size(); i++) {
      double y = TOP + ROW * i + 3.0;
      var name = stages.around().name(bases.get(i));
      svg.text(8, y + 12, name.length() > 26 ? name.substring(0, 25) + "…" : name);
      for (var stage : byBase.get(bases.get(i))) {
        if (stage.to() != null && !stage.to().isBefore(stage.from())) {
          var word = Languages.say(StageWords.of(stage.stage()), language);
          double thin = stage.stage() == Stage.PREPARATION ? 4 : 0;
          svg.rectangle(
              axis.x(stage.from()),
              y + thin,
              axis.width(stage.from(), stage.to()),
              ROW - 6 - 2 * thin,
              FILLS.get(stage.stage()),
              "%s, %s: %s – %s".formatted(name, word, stage.from(), stage.to()));
        }
      }
    }
    double end = axis.x(deadline.plusDays(1));
    svg.line(end, TOP, end, height - 16.0, "#b3261e", "4 3");
    return svg.end();
  }

  private static LocalDate last(List<StageDocument> stages) {
    return stages.stream()
        .map(s -> s.to() == null ? s.from() : s.to())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static TimeAxis axis(List<StageDocument> stages, LocalDate deadline) {
    var first =
        stages.stream().map(StageDocument::from).min(Comparator.naturalOrder()).orElse(deadline);
    var end = stages.isEmpty() ? deadline : last(stages);
    return new TimeAxis(first, end.isBefore(deadline) ? deadline : end, LEFT, WIDTH - 10.0);
  }

  private static void legend(Svg svg, Locale language) throws XMLStreamException {
    double x = LEFT;
    for (var stage :
        List.of(Stage.PREPARATION, Stage.DRAWDOWN, Stage.HANDOVER, Stage.FINAL_WITHDRAWAL)) {
      svg.rectangle(x, 30, 12, 12, FILLS.get(stage), null);
      svg.text(x + 16, 40, Languages.say(StageWords.of(stage), language), "font-size", 11);
      x += 140;
    }
    svg.line(x, 36, x + 14, 36, "#b3261e", "4 3");
    svg.text(x + 18, 40, Languages.say(Messages::deadline, language), "font-size", 11);
  }
}
