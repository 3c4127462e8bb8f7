package org.drawdown.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** What a client sees of a schedule: what was asked for, and what has come out. */
@ApplicationScoped
public class ScheduleView {

  private final ObjectMapper mapper;

  ScheduleView(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The view of a schedule. */
  public ObjectNode of(Schedule schedule) {
    var view = mapper.createObjectNode();
    view.put("id", schedule.id());
    view.put("name", schedule.name());
    view.put("state", schedule.state().name());
    view.put("active", schedule.isActive());
    view.put("createdAt", schedule.createdAt().toString());
    view.put("createdBy", schedule.createdBy());
    view.setAll(read(schedule.request()));
    view.setAll(read(schedule.result()));
    return view;
  }

  private ObjectNode read(String json) {
    try {
      return (ObjectNode) mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
