package org.drawdown.exchange;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.drawdown.api.answer.Spoken;
import org.drawdown.api.page.Formats;
import org.drawdown.api.page.Page;
import org.drawdown.language.Languages;
import org.drawdown.schedule.stage.StageDocument;

/** Writes stages as a project that MS Project and ProjectLibre open (MSPDI). */
@Provider
@Produces(Formats.PROJECT)
class ProjectWriter implements MessageBodyWriter<Page<?>> {

  private final Shown shown;
  private final HttpHeaders request;
  private final UriInfo uri;

  ProjectWriter(Shown shown, HttpHeaders request, UriInfo uri) {
    this.shown = shown;
    this.request = request;
    this.uri = uri;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == Page.class;
  }

  @Override
  public void writeTo(
      Page<?> page,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    var language = Spoken.language(request, headers);
    var around = shown.around(uri.getPathParameters().getFirst("id"));
    var stages =
        page.items().stream()
            .filter(StageDocument.class::isInstance)
            .map(StageDocument.class::cast)
            .toList();
    try {
      out.write(written(stages, around, language));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static byte[] written(List<StageDocument> stages, Shown.Around around, Locale language)
      throws XMLStreamException {
    var out = new ByteArrayOutputStream();
    var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    var project = new ProjectXml(xml);
    project.begin(around.dataset().mission().name(), around.dataset().mission().startDate());
    var byBase =
        stages.stream()
            .collect(Collectors.groupingBy(StageDocument::base, TreeMap::new, Collectors.toList()));
    for (var base : byBase.entrySet()) {
      project.heading(around.name(base.getKey()));
      for (var stage : base.getValue()) {
        var word = Languages.say(StageWords.of(stage.stage()), language);
        project.task(word, stage.from(), stage.to());
      }
    }
    project.end();
    xml.writeEndDocument();
    xml.close();
    return out.toByteArray();
  }
}
