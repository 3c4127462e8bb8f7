package org.drawdown.api.answer;

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
import org.drawdown.api.problem.ProblemDetail;

/** Writes records as JSON, and says in which language where there are words among them. */
@Provider
@Produces({MediaType.APPLICATION_JSON, ProblemDetail.MEDIA_TYPE})
class JsonWriter implements MessageBodyWriter<Record> {

  private final AnswerBodies bodies;
  private final HttpHeaders request;

  JsonWriter(AnswerBodies bodies, HttpHeaders request) {
    this.bodies = bodies;
    this.request = request;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord();
  }

  @Override
  public void writeTo(
      Record answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(bodies.json(answer, request, headers).bytes());
  }
}
