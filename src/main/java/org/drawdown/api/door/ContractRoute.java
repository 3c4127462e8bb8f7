package org.drawdown.api.door;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Serves {@code openapi.yaml} to the letter. The server's own extension would read it into a model
 * of its own when it starts, and serve what it writes from that.
 */
@ApplicationScoped
class ContractRoute {

  private static final String YAML = "application/yaml";
  private static final String JSON = "application/json";

  private byte[] file;
  private byte[] converted;

  void install(@Observes Router router) {
    router
        .route("/openapi")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .blockingHandler(this::answer);
  }

  private void answer(RoutingContext request) {
    var accepted = request.request().getHeader(HttpHeaders.ACCEPT);
    var format = request.request().getParam("format");
    boolean json =
        format == null
            ? accepted != null && accepted.startsWith(JSON)
            : format.equalsIgnoreCase("json");
    var bytes = json ? json() : yaml();
    var response = request.response();
    response.putHeader(HttpHeaders.CONTENT_TYPE, json ? JSON : YAML + ";charset=UTF-8");
    // Without this mark the server compresses it.
    response.headers().remove(HttpHeaders.CONTENT_ENCODING);
    response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING);
    response.end(Buffer.buffer(bytes));
  }

  private synchronized byte[] yaml() {
    if (file == null) {
      try (var in = ContractRoute.class.getResourceAsStream("/META-INF/openapi.yaml")) {
        file = in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return file;
  }

  private synchronized byte[] json() {
    if (converted == null) {
      try {
        converted =
            new JsonMapper().writeValueAsBytes(new YAMLMapper().readValue(yaml(), Object.class));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return converted;
  }
}
