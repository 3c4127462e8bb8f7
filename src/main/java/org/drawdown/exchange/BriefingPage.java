package org.drawdown.exchange;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.schedule.ScheduleView;

/** Writes a schedule as a page for who decides: one sheet for a mission of some twenty bases. */
@Provider
@Produces(MediaType.TEXT_HTML)
class BriefingPage extends AnswerWriter<ScheduleView> {

  private static final String STYLE =
      """
      p { margin: 0 0 1mm } .first { font-size: 12pt } table { margin: 2mm 0 }
      td, th { padding: 0.2mm 1mm; font-size: 8pt } td:not(:last-child) { white-space: nowrap }
      svg { display: block; width: 100%; height: auto; max-height: 58mm; print-color-adjust: exact }
      """;

  private final Shown shown;

  BriefingPage(Shown shown, HttpHeaders request) {
    super(request, ScheduleView.class);
    this.shown = shown;
  }

  @Override
  protected byte[] written(ScheduleView view, MultivaluedMap<String, Object> headers)
      throws XMLStreamException {
    var language = language(headers);
    var stages = shown.stages(view.id());
    var briefing = new Briefing(view, stages.around(), shown.explanation(view.id()), language);
    var body =
        briefing.text()
            + drawing(GanttWriter.drawn(stages, language))
            + drawing(CurveWriter.drawn(shown.curve(view.id(), null), language));
    return page(language, briefing.title(), STYLE, body);
  }

  /** A drawing within a page has no declaration of its own. */
  private static String drawing(byte[] svg) {
    return new String(svg, StandardCharsets.UTF_8).replaceFirst("^<\\?xml[^>]*>", "");
  }
}
