package org.drawdown.exchange;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.api.page.Formats;
import org.drawdown.api.page.Page;
import org.drawdown.language.Languages;
import org.drawdown.schedule.stage.StageDocument;

/** Writes stages as a project that MS Project and ProjectLibre open (MSPDI). */
@Provider
@Produces(Formats.PROJECT)
class ProjectWriter extends AnswerWriter<Page<?>> {

  private final Shown shown;
  private final UriInfo uri;

  ProjectWriter(Shown shown, HttpHeaders request, UriInfo uri) {
    super(request, Page.class);
    this.shown = shown;
    this.uri = uri;
  }

  @Override
  protected byte[] written(Page<?> page, MultivaluedMap<String, Object> headers)
      throws XMLStreamException {
    var language = language(headers);
    var around = shown.around(uri.getPathParameters().getFirst("id"));
    var stages =
        page.items().stream()
            .filter(StageDocument.class::isInstance)
            .map(StageDocument.class::cast)
            .toList();
    return project(stages, around, language);
  }

  private static byte[] project(List<StageDocument> stages, Shown.Around around, Locale language)
      throws XMLStreamException {
    var out = new ByteArrayOutputStream();
    var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    var tasks = new ProjectXml(xml);
    tasks.begin(around.dataset().mission().name(), around.dataset().mission().startDate());
    var byBase =
        stages.stream()
            .collect(Collectors.groupingBy(StageDocument::base, TreeMap::new, Collectors.toList()));
    for (var base : byBase.entrySet()) {
      tasks.heading(around.name(base.getKey()));
      for (var stage : base.getValue()) {
        var word = Languages.say(StageWords.of(stage.stage()), language);
        tasks.task(word, stage.from(), stage.to());
      }
    }
    tasks.end();
    xml.writeEndDocument();
    xml.close();
    return out.toByteArray();
  }
}
