package org.drawdown.schedule.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * A unit's people or a lot's items in one movement, as force movement tables have them (TPFDD:
 * CJCSM 3122.02, whose names stand in brackets).
 *
 * @param line the movement and a number within it [ULN]
 * @param unit id; null for cargo
 * @param asset id; null for people
 * @param provider country that the people or the equipment are of, by ISO 3166-1; may be null
 * @param people travellers [PAX]; 0 for cargo
 * @param loads 20-foot truckloads; 0 for people
 * @param origin code of the base that it leaves [POE]
 * @param destination code of the hub that it goes to [POD]
 * @param readyToLoad day on which loading begins [RLD]
 * @param departs [ALD]
 * @param earliestArrival day on which the plan has it arrive [EAD]
 * @param latestArrival last day of the window in which its base has to be empty [LAD]
 * @param priority of cargo, 1 goes first; null for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimePhasedLine(
    String line,
    String movement,
    String unit,
    String asset,
    String description,
    String category,
    String provider,
    int people,
    int quantity,
    int loads,
    String mode,
    String origin,
    String destination,
    LocalDate readyToLoad,
    LocalDate departs,
    LocalDate earliestArrival,
    LocalDate latestArrival,
    Integer priority,
    boolean hazardous) {}
