package org.drawdown.api.answer;

import io.quarkus.arc.All;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.language.Languages;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers a read with what was answered before, where nothing has changed since. The stamp is read
 * before the answer is made: a change in between makes the answer newer than its stamp, never
 * older.
 */
class KnownAnswers {

  private static final String KEY = "org.drawdown.answer.key";
  private static final String STAMP = "org.drawdown.answer.stamp";
  private static final String ROOT = "/api/v1/";

  private final Map<String, Stamp> stamps = new HashMap<>();
  private final AnswerCache answers;

  KnownAnswers(@All List<Stamp> stamps, AnswerCache answers) {
    stamps.forEach(stamp -> stamp.roots().forEach(root -> this.stamps.put(root, stamp)));
    this.answers = answers;
  }

  @ServerRequestFilter(priority = Priorities.USER - 100)
  Response answer(ContainerRequestContext request) {
    var method = request.getMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return null;
    }
    var uri = request.getUriInfo();
    var asked = uri.getRequestUri();
    var path = asked.getRawPath();
    if (!path.startsWith(ROOT)) {
      return null;
    }
    var steps = path.substring(ROOT.length()).split("/");
    var source = stamps.get(steps[0]);
    var stamp = source == null ? null : source.of(steps, uri.getQueryParameters().keySet());
    if (stamp == null) {
      return null;
    }
    var language = Languages.favourite(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    var accepted = request.getHeaderString(HttpHeaders.ACCEPT);
    var key = path + '?' + asked.getRawQuery() + ' ' + language + ' ' + accepted;
    var known = answers.find(key, stamp);
    if (known != null) {
      return Response.ok(known).build();
    }
    request.setProperty(KEY, key);
    request.setProperty(STAMP, stamp);
    return null;
  }

  /** Keeps the answer that a request got, where a stamp tells how long it holds. */
  void keep(ContainerRequestContext request, Answer answer) {
    if (request.getProperty(KEY) instanceof String key
        && request.getProperty(STAMP) instanceof String stamp) {
      answers.keep(key, stamp, answer);
    }
  }
}
