package org.drawdown.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.common.Refusal;

/**
 * Where the lists of finished schedules are kept. They never change, so the ones asked for last
 * stay in memory as well.
 */
@ApplicationScoped
public class ScheduleParts implements PanacheRepositoryBase<SchedulePart, String> {

  private static final int REMEMBERED = 32;

  private final ObjectMapper mapper;
  private final Map<String, List<JsonNode>> recent =
      Collections.synchronizedMap(
          new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, List<JsonNode>> eldest) {
              return size() > REMEMBERED;
            }
          });

  ScheduleParts(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** A list of a schedule; 409 if the schedule has no plan. */
  public List<JsonNode> get(Schedule schedule, SchedulePart.Name name) {
    if (schedule.state() != ScheduleState.READY) {
      throw Refusal.conflict("The schedule is %s and has no plan", schedule.state());
    }
    var id = SchedulePart.id(schedule.id(), name);
    var known = recent.get(id);
    if (known == null) {
      known = read(findById(id));
      recent.put(id, known);
    }
    return known;
  }

  private List<JsonNode> read(SchedulePart part) {
    try {
      var list = new ArrayList<JsonNode>();
      mapper.readTree(part.body()).forEach(list::add);
      return List.copyOf(list);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
