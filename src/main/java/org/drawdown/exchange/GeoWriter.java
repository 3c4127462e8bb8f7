package org.drawdown.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.drawdown.api.answer.AnswerBodies;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.api.page.Formats;
import org.drawdown.api.page.Page;
import org.drawdown.dataset.Dataset;

/**
 * Writes the mission's lists, movements and positions as features for maps (RFC 7946): what is at a
 * base there, what is restricted at all its bases and roads. What has no known place has no
 * geometry, and is there all the same.
 */
@Provider
@Produces(Formats.GEO)
class GeoWriter extends AnswerWriter<Page<?>> {

  private final AnswerBodies bodies;
  private final ObjectMapper json;
  private final Tables tables;
  private final Shown shown;
  private final HttpHeaders request;
  private final UriInfo uri;

  GeoWriter(
      AnswerBodies bodies,
      ObjectMapper json,
      Tables tables,
      Shown shown,
      HttpHeaders request,
      UriInfo uri) {
    super(request, Page.class);
    this.tables = tables;
    this.uri = uri;
    this.bodies = bodies;
    this.json = json;
    this.shown = shown;
    this.request = request;
  }

  @Override
  protected byte[] written(Page<?> page, MultivaluedMap<String, Object> headers)
      throws IOException {
    var around = shown.around(uri.getPathParameters().getFirst("id"));
    var features = new ArrayList<Map<String, Object>>();
    for (var item : tables.items(bodies.json(page, request, headers).bytes())) {
      features.add(feature((Map<?, ?>) item, around));
    }
    var collection = new LinkedHashMap<String, Object>();
    collection.put("type", "FeatureCollection");
    collection.put("features", features);
    return json.writeValueAsBytes(collection);
  }

  private static Map<String, Object> feature(Map<?, ?> item, Shown.Around around) {
    var feature = new LinkedHashMap<String, Object>();
    feature.put("type", "Feature");
    var id =
        Stream.of("code", "id", "movement").map(item::get).filter(Objects::nonNull).findFirst();
    // A convoy has a place on each day, and the name of a feature is unique.
    id.ifPresent(i -> feature.put("id", item.containsKey("date") ? i + " " + item.get("date") : i));
    feature.put("geometry", geometry(item, around));
    var properties = new LinkedHashMap<Object, Object>(item);
    properties.remove("location");
    properties.remove("at");
    feature.put("properties", properties);
    return feature;
  }

  private static Object geometry(Map<?, ?> item, Shown.Around around) {
    var point = item.containsKey("location") ? item.get("location") : item.get("at");
    if (point != null) {
      return point;
    }
    if (item.get("destination") != null && item.get("departs") != null) {
      return way(item, around);
    }
    var from = around.place(String.valueOf(item.get("from")));
    var to = around.place(String.valueOf(item.get("to")));
    if (from != null && to != null) {
      return geometry("LineString", List.of(from.coordinates(), to.coordinates()));
    }
    var base = around.place(String.valueOf(item.get("base")));
    return base == null ? restricted(item, around) : base;
  }

  /** The straight lines of the legs of a movement, or of its flight. */
  private static Object way(Map<?, ?> movement, Shown.Around around) {
    var at = String.valueOf(movement.get("base"));
    var points = new ArrayList<Object>();
    add(points, around.place(at));
    for (var leg : names(movement.get("routes"))) {
      var route = around.route(leg);
      if (route != null) {
        at = route.from().equals(at) ? route.to() : route.from();
        add(points, around.place(at));
      }
    }
    var destination = String.valueOf(movement.get("destination"));
    if (!at.equals(destination)) {
      add(points, around.place(destination));
    }
    return points.size() < 2 ? null : geometry("LineString", points);
  }

  private static void add(List<Object> points, Dataset.Point place) {
    if (place != null) {
      points.add(place.coordinates());
    }
  }

  private static Object restricted(Map<?, ?> restriction, Shown.Around around) {
    var places = new ArrayList<Object>();
    names(restriction.get("bases")).forEach(b -> add(places, around.place(b)));
    var points = places.isEmpty() ? null : geometry("MultiPoint", places);
    var lines = lines(names(restriction.get("routes")), around);
    if (points == null || lines == null) {
      return points == null ? lines : points;
    }
    var both = new LinkedHashMap<String, Object>();
    both.put("type", "GeometryCollection");
    both.put("geometries", List.of(lines, points));
    return both;
  }

  private static Map<String, Object> lines(List<String> routes, Shown.Around around) {
    var lines = new ArrayList<List<Object>>();
    for (var id : routes) {
      var route = around.route(id);
      var ends = new ArrayList<Object>();
      if (route != null) {
        add(ends, around.place(route.from()));
        add(ends, around.place(route.to()));
      }
      if (ends.size() == 2) {
        lines.add(ends);
      }
    }
    if (lines.isEmpty()) {
      return null;
    }
    return lines.size() == 1
        ? geometry("LineString", lines.get(0))
        : geometry("MultiLineString", lines);
  }

  private static Map<String, Object> geometry(String type, Object coordinates) {
    var geometry = new LinkedHashMap<String, Object>();
    geometry.put("type", type);
    geometry.put("coordinates", coordinates);
    return geometry;
  }

  private static List<String> names(Object list) {
    return list instanceof List<?> names ? names.stream().map(String::valueOf).toList() : List.of();
  }
}
