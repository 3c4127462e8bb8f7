package org.drawdown.command;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * The service, for one command: on a free port of this machine that only this process can use, with
 * a database in memory. A command is a client of the API like any other.
 */
final class LocalService {

  private static final String USER = "command";
  private static final int COST = 4;
  private static final int MOST = 1000;
  private static final int OK = 300;

  private static final String JSON = "application/json";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static ToIntFunction<LocalService> work;
  private static LocalService service;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String root;
  private final String authorization;
  private final String language;

  private LocalService(int port, String password, String language) {
    this.root = "http://127.0.0.1:" + port + "/api/v1";
    this.language = language;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Starts the service, does some work with it, and stops it.
   *
   * @param language of what it says
   * @return the exit code that the work gives
   */
  static int with(String language, ToIntFunction<LocalService> job) {
    var password = UUID.randomUUID().toString();
    int port = freePort();
    System.setProperty("quarkus.profile", "command");
    System.setProperty("quarkus.http.port", String.valueOf(port));
    System.setProperty(
        "drawdown.users." + USER + ".password-hash", BcryptUtil.bcryptHash(password, COST));
    System.setProperty("drawdown.users." + USER + ".roles", "viewer,planner,admin");
    service = new LocalService(port, password, language);
    work = job;
    var code = new int[1];
    Quarkus.run(
        Work.class,
        (exit, failure) -> {
          if (failure != null) {
            throw new Failure(Failure.WRONG_INPUT, Failure.told(failure));
          }
          code[0] = exit;
        });
    return code[0];
  }

  /** What the service does while it runs. */
  static final class Work implements QuarkusApplication {

    private static RuntimeException failed;

    @Override
    public int run(String... args) {
      try {
        return work.applyAsInt(service);
      } catch (RuntimeException e) {
        failed = e;
        return Failure.exitCode(e);
      }
    }
  }

  /** Throws what went wrong in the work, now that the service has stopped. */
  static void rethrow() {
    if (Work.failed != null) {
      throw Work.failed;
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new Failure(Failure.WRONG_INPUT, "no port is free: " + e.getMessage());
    }
  }

  /** Takes a mission in, as JSON or as a workbook; tells what is probably wrong with it. */
  List<Map<String, Object>> load(byte[] dataset) {
    boolean workbook = dataset.length > 1 && dataset[0] == 'P' && dataset[1] == 'K';
    var request =
        request("/dataset")
            .header("If-Match", "*")
            .header("Content-Type", workbook ? XLSX : JSON)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(dataset));
    return rows(PlanFile.fields(text(request)), "warnings");
  }

  /** Posts a document; the answer's fields. */
  Map<String, Object> post(String path, Object document) {
    var body = HttpRequest.BodyPublishers.ofString(PlanFile.text(document));
    return PlanFile.fields(text(request(path).header("Content-Type", JSON).POST(body)));
  }

  /** Stops a search; its best plan stays. */
  void stop(String id) {
    send(request("/schedules/" + id + "/solve").DELETE());
  }

  /** The fields of a resource. */
  Map<String, Object> get(String path) {
    return PlanFile.fields(text(request(path).header("Accept", JSON).GET()));
  }

  /** A resource in some form. */
  byte[] get(String path, String mediaType) {
    return send(request(path).header("Accept", mediaType).GET());
  }

  /** All items of a list. */
  List<Map<String, Object>> all(String path) {
    var all = new ArrayList<Map<String, Object>>();
    Object cursor = null;
    do {
      var page = get(path + "?limit=" + MOST + (cursor == null ? "" : "&cursor=" + cursor));
      all.addAll(rows(page, "items"));
      cursor = page.get("nextCursor");
    } while (cursor != null);
    return all;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(Map<String, Object> of, String list) {
    return (List<Map<String, Object>>) of.getOrDefault(list, List.of());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path))
        .header("Authorization", authorization)
        .header("Accept-Language", language);
  }

  private String text(HttpRequest.Builder request) {
    return new String(send(request), StandardCharsets.UTF_8);
  }

  private byte[] send(HttpRequest.Builder request) {
    try {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() >= OK) {
        throw new Failure(Failure.WRONG_INPUT, told(answer.body()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new Failure(Failure.WRONG_INPUT, "the planner does not answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.WRONG_INPUT, "interrupted");
    }
  }

  /** A problem, with every place that is wrong on a line of its own. */
  private static String told(byte[] body) {
    var problem = PlanFile.fields(new String(body, StandardCharsets.UTF_8));
    var lines = new ArrayList<String>();
    lines.add(String.valueOf(problem.get("title")));
    for (var error : rows(problem, "errors")) {
      var sheet = error.get("sheet");
      var cell = error.get("cell");
      var at = cell == null ? error.get("pointer") : sheet == null ? cell : sheet + "!" + cell;
      lines.add("  " + at + " " + error.get("detail"));
    }
    if (lines.size() == 1 && problem.get("detail") != null) {
      lines.add("  " + problem.get("detail"));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
