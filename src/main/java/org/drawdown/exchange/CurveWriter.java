package org.drawdown.exchange;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.api.page.Formats;
import org.drawdown.api.page.Page;
import org.drawdown.language.Languages;
import org.drawdown.language.Messages;

/**
 * Draws who and what is still there, day by day: people as a line, loads as a dashed one, each by
 * its own scale. It shows all days, whatever the page.
 */
@Provider
@Produces(Formats.SVG)
class CurveWriter extends AnswerWriter<Page<?>> {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 360;
  private static final int TOP = 64;
  private static final int BOTTOM = HEIGHT - 20;
  private static final String PEOPLE = "#0072b2";
  private static final String LOADS = "#b87400";
  private static final int LINES = 4;

  private final Shown shown;
  private final UriInfo uri;

  CurveWriter(Shown shown, HttpHeaders request, UriInfo uri) {
    super(request, Page.class);
    this.uri = uri;
    this.shown = shown;
  }

  @Override
  protected byte[] written(Page<?> page, MultivaluedMap<String, Object> headers)
      throws XMLStreamException {
    var language = language(headers);
    return drawn(
        shown.curve(
            uri.getPathParameters().getFirst("id"), uri.getQueryParameters().getFirst("base")),
        language);
  }

  /** The drawing. */
  static byte[] drawn(Shown.Curve curve, Locale language) throws XMLStreamException {
    var deadline = curve.around().dataset().mission().withdrawalDeadline();
    var days = curve.people().keySet().stream().map(LocalDate::parse).toList();
    var first = days.isEmpty() ? curve.around().dataset().mission().startDate() : days.get(0);
    var last = days.isEmpty() ? deadline : days.get(days.size() - 1);
    var axis = new TimeAxis(first, last.isBefore(deadline) ? deadline : last, 60, WIDTH - 60.0);
    var svg =
        new Svg(
            WIDTH, HEIGHT, Languages.say(m -> m.curveTitle(curve.schedule()), language), language);
    axis.draw(svg, TOP, BOTTOM, language);
    int people = most(curve.people());
    int loads = most(curve.loads());
    for (int i = 0; i <= LINES; i++) {
      double y = BOTTOM - (BOTTOM - TOP) * i / (double) LINES;
      svg.line(60, y, WIDTH - 60.0, y, "#eceff2", "none");
      svg.text(
          54, y + 4, number(people * i / LINES, language), "text-anchor", "end", "fill", PEOPLE);
      svg.text(WIDTH - 54.0, y + 4, number(loads * i / LINES, language), "fill", LOADS);
    }
    svg.path(points(curve.people(), people, axis), PEOPLE, "none");
    svg.path(points(curve.loads(), loads, axis), LOADS, "6 3");
    double end = axis.x(deadline.plusDays(1));
    svg.line(end, TOP, end, BOTTOM, "#b3261e", "4 3");
    svg.text(60, 42, "— " + Languages.say(Messages::people, language), "fill", PEOPLE);
    svg.text(200, 42, "- - " + Languages.say(Messages::loadsOfCargo, language), "fill", LOADS);
    svg.text(340, 42, "| " + Languages.say(Messages::deadline, language), "fill", "#b3261e");
    return svg.end();
  }

  private static int most(Map<String, Integer> amounts) {
    return Math.max(1, amounts.values().stream().mapToInt(a -> a).max().orElse(1));
  }

  private static String number(int amount, Locale language) {
    return String.format(language, "%,d", amount);
  }

  private static String points(Map<String, Integer> amounts, int most, TimeAxis axis) {
    return amounts.entrySet().stream()
        .flatMap(
            e ->
                Stream.of(
                    axis.x(LocalDate.parse(e.getKey()).plusDays(1)),
                    BOTTOM - (BOTTOM - TOP) * (double) e.getValue() / most))
        .map(c -> String.format(Locale.ROOT, "%.1f", c))
        .collect(Collectors.joining(" "));
  }
}
