package org.drawdown.sheet.grid;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Xlsx;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;

/** Reads tables and workbooks that clients send. */
@Provider
@Consumes({Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
class GridReader implements MessageBodyReader<Grid> {

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == Grid.class;
  }

  @Override
  public Grid readFrom(
      Class<Grid> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var bytes = body.readAllBytes();
    if (bytes.length == 0) {
      throw Refusal.invalid("", Messages::bodyMissing);
    }
    var language = headers.getFirst(HttpHeaders.CONTENT_LANGUAGE);
    return mediaType.isCompatible(MediaType.valueOf(Csv.MEDIA_TYPE))
        ? CsvGrid.of(bytes, mediaType.getParameters().get("charset"), language)
        : WorkbookGrid.of(bytes, language);
  }
}
