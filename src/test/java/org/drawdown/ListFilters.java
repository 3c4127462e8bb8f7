package org.drawdown;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The filters of every list do what the contract says of them: they leave something out. */
public final class ListFilters {

  private ListFilters() {}

  private static Response get(String path) {
    return Api.viewer().get(path);
  }

  /** Checks every list that has something in it. */
  public static void check() {
    var file = ContractFilter.INSTANCE.document();
    for (var path : file.path("paths").properties()) {
      var parameters = path.getValue().path("get").path("parameters");
      boolean list = false;
      for (var parameter : parameters) {
        list |= parameter.path("$ref").asText().endsWith("/limit");
      }
      var url = path.getKey().replace("{id}", "active").replace("{code}", "GAO");
      var first = list ? get(url + "?count=true&limit=1") : null;
      if (first == null || first.statusCode() != 200 || first.jsonPath().getInt("total") == 0) {
        continue;
      }
      int all = first.jsonPath().getInt("total");
      for (var parameter : parameters) {
        var name = parameter.path("name").asText();
        boolean filter =
            parameter.path("in").asText().equals("query")
                && !Set.of("sort", "by", "per").contains(name)
                && !(name.equals("on") && (url.equals("/bases") || url.endsWith("/air-link")));
        if (filter) {
          assertTrue(leavesOut(url, name, parameter.path("schema"), all), url + " by " + name);
        }
      }
    }
  }

  private static boolean leavesOut(String url, String name, JsonNode schema, int all) {
    var resolved =
        schema.has("$ref")
            ? ContractFilter.INSTANCE.document().at(schema.path("$ref").asText().substring(1))
            : schema;
    if (schema.path("type").asText().equals("array")) {
      return leavesOut(url, name, schema.path("items"), all);
    }
    var values = new ArrayList<String>();
    resolved.path("enum").forEach(v -> values.add(v.asText()));
    if (values.isEmpty()) {
      values.addAll(
          switch (name) {
            case "on", "onRoad" -> List.of("2023-07-01", "2023-10-15", "2029-01-01");
            case "from" -> List.of("2024-06-01");
            case "to" -> List.of("2023-07-02");
            default -> List.of("9876", "ZZZ");
          });
    }
    return values.stream()
        .map(v -> get(url + "?count=true&limit=1&" + name + "=" + v))
        .anyMatch(a -> a.statusCode() == 200 && a.jsonPath().getInt("total") < all);
  }
}
