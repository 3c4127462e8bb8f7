package org.drawdown.exchange;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.drawdown.api.answer.Spoken;
import org.drawdown.schedule.ScheduleView;

/** Writes a schedule as a page for who decides, which prints on one sheet. */
@Provider
@Produces(MediaType.TEXT_HTML)
class BriefingPage implements MessageBodyWriter<ScheduleView> {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%1$s">
      <head><meta charset="utf-8"><title>%2$s</title>
      <style>
      @page { size: A4; margin: 12mm }
      body { font: 9pt/1.25 sans-serif; margin: 0 auto; max-width: 186mm }
      h1 { font-size: 14pt; margin: 0 0 2mm } p { margin: 0 0 1mm } .first { font-size: 12pt }
      table { border-collapse: collapse; width: 100%%; margin: 2mm 0 }
      td, th { border: 0.2mm solid #999; padding: 0.3mm 1mm; text-align: left; vertical-align: top }
      svg { width: 100%%; height: auto; print-color-adjust: exact }
      </style></head>
      <body>
      <h1>%2$s</h1>
      %3$s
      </body>
      </html>
      """;

  private final Shown shown;
  private final HttpHeaders request;

  BriefingPage(Shown shown, HttpHeaders request) {
    this.shown = shown;
    this.request = request;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == ScheduleView.class;
  }

  @Override
  public void writeTo(
      ScheduleView view,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    var language = Spoken.language(request, headers);
    var stages = shown.stages(view.id());
    var briefing = new Briefing(view, stages.around(), shown.explanation(view.id()), language);
    try {
      var body =
          briefing.text()
              + drawing(GanttWriter.drawn(stages, language))
              + drawing(CurveWriter.drawn(shown.curve(view.id(), null), language));
      out.write(
          PAGE.formatted(language.getLanguage(), briefing.title(), body)
              .getBytes(StandardCharsets.UTF_8));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** A drawing within a page has no declaration of its own. */
  private static String drawing(byte[] svg) {
    return new String(svg, StandardCharsets.UTF_8).replaceFirst("^<\\?xml[^>]*>", "");
  }
}
