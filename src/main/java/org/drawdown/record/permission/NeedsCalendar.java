package org.drawdown.record.permission;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.api.page.Formats;
import org.drawdown.language.Languages;
import org.drawdown.record.RecordedMission;
import org.drawdown.schedule.Schedule;

/**
 * Writes what has to be asked for as a calendar (RFC 5545): each on the last day on which it can be
 * asked for in time. What is granted stands in it no more.
 */
@Provider
@Produces(Formats.CALENDAR)
class NeedsCalendar extends AnswerWriter<PermissionResource.Needs> {

  private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

  private final RecordedMission mission;

  NeedsCalendar(HttpHeaders request, RecordedMission mission) {
    super(request, PermissionResource.Needs.class);
    this.mission = mission;
  }

  @Override
  protected byte[] written(PermissionResource.Needs needs, MultivaluedMap<String, Object> headers) {
    var language = language(headers);
    var made = mission.active().map(Schedule::createdAt).orElse(START);
    var calendar = new ICalendar();
    calendar.setProductId(
        "-//Drawdown//Drawdown//" + language.getLanguage().toUpperCase(Locale.ROOT));
    needs.items().stream()
        .filter(need -> need.state() != Need.State.GRANTED)
        .forEach(need -> calendar.addEvent(event(need, made, language)));
    return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
  }

  /** It keeps its UID from plan to plan; its SEQUENCE rises with the plan and with the record. */
  private VEvent event(Need need, Instant made, Locale language) {
    var event = new VEvent();
    event.setUid(
        "permission-%s-%s@%s.drawdown".formatted(need.movement(), need.kind(), mission.code()));
    event.setDateTimeStamp(Date.from(made));
    event.setSequence((int) (Duration.between(START, made).toMinutes() + mission.sequence()));
    var day = need.requestBy();
    event.setDateStart(date(day), false);
    event.setDateEnd(date(day.plusDays(1)), false);
    event.setSummary(
        Languages.say(
            m ->
                need.authority() == null
                    ? m.askFor(need.kind(), need.movement(), need.departs())
                    : m.askForOf(need.kind(), need.movement(), need.departs(), need.authority()),
            language));
    return event;
  }

  private static ICalDate date(LocalDate day) {
    return new ICalDate(
        new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
  }
}
