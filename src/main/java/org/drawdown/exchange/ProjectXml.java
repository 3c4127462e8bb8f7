package org.drawdown.exchange;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The elements of MSPDI, in the order that its schema asks for. Every day of the week is a working
 * day of eight hours, so that days of the plan are days of the project.
 */
final class ProjectXml {

  private static final int HOURS = 8;
  private static final String MORNING = "08:00:00";
  private static final String EVENING = "16:00:00";

  private final XMLStreamWriter xml;
  private int tasks;
  private boolean follows;

  ProjectXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  private void element(String name, Object value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(String.valueOf(value));
    xml.writeEndElement();
  }

  void begin(String name, LocalDate start) throws XMLStreamException {
    xml.writeStartElement("Project");
    xml.writeDefaultNamespace("http://schemas.microsoft.com/project");
    element("SaveVersion", 14);
    element("Name", name == null ? "Drawdown" : name);
    element("ScheduleFromStart", 1);
    element("StartDate", start + "T" + MORNING);
    element("CalendarUID", 1);
    element("DefaultStartTime", MORNING);
    element("DefaultFinishTime", EVENING);
    element("MinutesPerDay", HOURS * 60);
    element("MinutesPerWeek", HOURS * 60 * 7);
    element("DaysPerMonth", 30);
    xml.writeStartElement("Calendars");
    xml.writeStartElement("Calendar");
    element("UID", 1);
    element("Name", "Every day");
    element("IsBaseCalendar", 1);
    xml.writeStartElement("WeekDays");
    for (var day : DayOfWeek.values()) {
      xml.writeStartElement("WeekDay");
      // Sunday is 1.
      element("DayType", day.getValue() % 7 + 1);
      element("DayWorking", 1);
      xml.writeStartElement("WorkingTimes");
      xml.writeStartElement("WorkingTime");
      element("FromTime", MORNING);
      element("ToTime", EVENING);
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement("Tasks");
  }

  /** A base, above its stages. */
  void heading(String name) throws XMLStreamException {
    follows = false;
    xml.writeStartElement("Task");
    named(name, 1);
    element("Summary", 1);
    xml.writeEndElement();
  }

  /**
   * A stage, which begins once the one before it has ended.
   *
   * @param to its last day; null for a milestone in the morning of the first
   */
  void task(String name, LocalDate from, LocalDate to) throws XMLStreamException {
    boolean lasts = to != null && !to.isBefore(from);
    xml.writeStartElement("Task");
    named(name, 2);
    element("Start", from + "T" + MORNING);
    element("Finish", lasts ? to + "T" + EVENING : from + "T" + MORNING);
    long days = lasts ? ChronoUnit.DAYS.between(from, to) + 1 : 0;
    element("Duration", "PT%dH0M0S".formatted(HOURS * days));
    // In days.
    element("DurationFormat", 7);
    element("Milestone", lasts ? 0 : 1);
    element("Summary", 0);
    // Starts no earlier than.
    element("ConstraintType", 4);
    element("ConstraintDate", from + "T" + MORNING);
    if (follows) {
      xml.writeStartElement("PredecessorLink");
      element("PredecessorUID", tasks - 1);
      // Finish to start.
      element("Type", 1);
      xml.writeEndElement();
    }
    xml.writeEndElement();
    follows = true;
  }

  private void named(String name, int level) throws XMLStreamException {
    tasks++;
    element("UID", tasks);
    element("ID", tasks);
    element("Name", name);
    element("OutlineLevel", level);
  }

  void end() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
