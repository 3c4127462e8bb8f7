package org.drawdown.services.air;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How a base, or a sector, is tied to the capital by air on a day. Seats are those of a week: of a
 * base as many as get through to the capital, where a stop on the way with fewer seats limits them;
 * of a sector those of all services that touch it.
 *
 * @param base null for a sector
 * @param on the day; of a week its first
 * @param seatsBefore of the mission on the first day
 * @param seatsNow of the mission on the day
 * @param seatsOthers of others on the day
 * @param lastFlight the last day on which a flight of the mission gets through; null if none does
 * @param others who else flies there at any time
 * @param roadKm of the shortest road to the capital; null if there is none, and for a sector
 * @param roadDays that a column takes on it, by season
 * @param threatLevel the highest on that road
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AirLink(
    String base,
    String sector,
    LocalDate on,
    BigDecimal seatsBefore,
    BigDecimal seatsNow,
    BigDecimal seatsOthers,
    LocalDate lastFlight,
    List<Other> others,
    BigDecimal roadKm,
    Map<String, Integer> roadDays,
    Integer threatLevel) {

  /** Flights of others. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Other(
      String operator, BigDecimal flightsPerWeek, Integer seats, LocalDate from, LocalDate until) {}
}
