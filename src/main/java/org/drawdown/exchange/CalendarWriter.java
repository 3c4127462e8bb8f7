package org.drawdown.exchange;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.api.page.Formats;
import org.drawdown.api.page.Page;
import org.drawdown.language.Languages;
import org.drawdown.language.Text;
import org.drawdown.schedule.account.Handover;
import org.drawdown.schedule.movement.MovementDocument;
import org.drawdown.schedule.stage.StageDocument;

/**
 * Writes stages, handovers and movements as a calendar of whole days (RFC 5545). An event has the
 * same UID in every plan of the mission and a higher SEQUENCE in a later one, so that a calendar
 * moves the entries that it has.
 */
@Provider
@Produces(Formats.CALENDAR)
class CalendarWriter extends AnswerWriter<Page<?>> {

  private final Shown shown;
  private final UriInfo uri;

  CalendarWriter(Shown shown, HttpHeaders request, UriInfo uri) {
    super(request, Page.class);
    this.uri = uri;
    this.shown = shown;
  }

  @Override
  protected byte[] written(Page<?> page, MultivaluedMap<String, Object> headers)
      throws IOException {
    var language = language(headers);
    var events = new Events(shown.around(uri.getPathParameters().getFirst("id")), language);
    page.items().forEach(events::add);
    return Biweekly.write(events.calendar).go().getBytes(StandardCharsets.UTF_8);
  }

  private static final class Events {
    private final ICalendar calendar = new ICalendar();
    private final Shown.Around around;
    private final Locale language;

    Events(Shown.Around around, Locale language) {
      this.around = around;
      this.language = language;
      calendar.setProductId(
          "-//Drawdown//Drawdown//" + language.getLanguage().toUpperCase(Locale.ROOT));
    }

    void add(Object item) {
      if (item instanceof StageDocument stage) {
        var to = stage.to() == null ? stage.from() : stage.to();
        event(
            "stage-%s-%s".formatted(stage.base(), stage.stage()),
            stage.from(),
            to,
            m -> m.stageName(StageWords.of(stage.stage()).in(m), around.name(stage.base())));
      } else if (item instanceof Handover handover) {
        Text authority =
            m ->
                handover.receivingAuthority() == null
                    ? m.handoverToState()
                    : handover.receivingAuthority();
        event(
            "handover-" + handover.base(),
            handover.from(),
            handover.to(),
            m -> m.handoverTo(around.name(handover.base()), authority.in(m)));
      } else if (item instanceof MovementDocument movement) {
        var event =
            event(
                "movement-" + movement.id(),
                movement.departs(),
                movement.arrives(),
                m ->
                    m.movementEvent(
                        movement.id(),
                        around.name(movement.base()),
                        around.name(movement.destination())));
        event.setDescription(
            say(m -> m.movementLoad(movement.people(), movement.loads(), movement.trucks())));
      }
    }

    private VEvent event(String name, LocalDate first, LocalDate last, Text summary) {
      var event = new VEvent();
      var mission = around.dataset().mission().code();
      event.setUid(name + "@" + (mission == null ? "mission" : mission) + ".drawdown");
      event.setDateTimeStamp(Date.from(around.made()));
      // Minutes since 2023, which rise from plan to plan and fit into the format's integer.
      event.setSequence(
          (int) Duration.between(Instant.parse("2023-01-01T00:00:00Z"), around.made()).toMinutes());
      event.setDateStart(day(first), false);
      event.setDateEnd(day(last.plusDays(1)), false);
      event.setSummary(say(summary));
      calendar.addEvent(event);
      return event;
    }

    private String say(Text text) {
      return Languages.say(text, language);
    }

    private static ICalDate day(LocalDate day) {
      return new ICalDate(
          new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
  }
}
