package org.drawdown.situation;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/** Writes the situation of a day as a page that prints: base by base, then what is under way. */
@Provider
@Produces(MediaType.TEXT_HTML)
class SituationPage extends AnswerWriter<Situation> {

  private static final int STEPS = 5;
  private static final String STYLE = "td { white-space: nowrap } p { margin: 0 0 1mm }";

  SituationPage(HttpHeaders request) {
    super(request, Situation.class);
  }

  @Override
  protected byte[] written(Situation situation, MultivaluedMap<String, Object> headers) {
    var language = language(headers);
    var sheet = new Sheet(situation, new PageTables(language));
    var title = sheet.say(m -> m.situationTitle(situation.on().toString()));
    return page(language, title, STYLE, sheet.body());
  }

  private record Sheet(Situation now, PageTables tables) {

    String say(Text text) {
      return tables.say(text);
    }

    String body() {
      return paragraph(basis())
          + paragraph(totals())
          + (now.forecast() == null || now.forecast().completion() == null
              ? ""
              : paragraph(m -> m.situationCompletion(now.forecast().completion().toString())))
          + tables.table(
              List.of(
                  Messages::situationBase,
                  Messages::situationStage,
                  Messages::situationPeople,
                  Messages::situationLoads,
                  Messages::situationCloses,
                  Messages::situationLate,
                  Messages::situationSigned),
              now.bases().entrySet().stream().map(this::base).toList())
          + tables.section(
              Messages::situationUnderWay,
              List.of(),
              now.underWay().entrySet().stream().map(this::underWay).toList())
          + tables.section(
              Messages::situationOverdue,
              List.of(),
              now.overdue().stream().map(this::overdue).toList())
          + tables.section(Messages::situationPermissions, List.of(), permissions())
          + tables.section(Messages::situationIncidents, List.of(), incidents())
          + paragraph(
              m ->
                  m.situationTransport(
                      now.transport().trucksInUse(),
                      now.transport().trucksIdle(),
                      now.transport().trucksHeld(),
                      now.transport().escortsInUse()));
    }

    private Text basis() {
      var asOf = String.valueOf(now.asOf());
      return switch (now.basis()) {
        case PLAN -> Messages::situationOfPlan;
        case RECORD -> m -> m.situationOfRecord(asOf);
        case FORECAST -> m -> m.situationOfForecast(asOf);
      };
    }

    private Text totals() {
      var bases = now.totals().bases();
      var people = now.totals().people();
      var loads = now.totals().loads();
      return m ->
          m.situationTotals(
              bases.open(),
              bases.closed(),
              people.remaining(),
              people.gone(),
              loads.atBases() + loads.inYards() + loads.onRoad(),
              loads.gone());
    }

    private String base(Map.Entry<String, Situation.Base> entry) {
      var base = entry.getValue();
      var planned = base.planned();
      var closure = base.closure();
      var closes = closure.actual() == null ? closure.forecast() : closure.actual();
      return PageTables.row(
          html(entry.getKey()),
          beside(
              say(stage(base.actual().stage())),
              planned == null ? null : say(stage(planned.stage()))),
          beside(base.people().present(), planned == null ? null : planned.people()),
          beside(base.actual().loads(), planned == null ? null : planned.loads()),
          beside(closes, closure.planned()),
          html(closure.daysLate()),
          base.handover().signed().size() + "/" + STEPS);
    }

    /** What is, and in brackets what was planned where that is otherwise. */
    private static String beside(Object is, Object planned) {
      var shown = Objects.toString(is, "");
      return planned == null || planned.equals(is) ? shown : shown + " (" + planned + ")";
    }

    private static Text stage(Stage stage) {
      return switch (stage) {
        case PREPARATION -> Messages::stagePreparation;
        case DRAWDOWN -> Messages::stageDrawdown;
        case HANDOVER -> Messages::stageHandover;
        case FINAL_WITHDRAWAL -> Messages::stageFinalWithdrawal;
        case CLOSED -> Messages::stageClosed;
      };
    }

    private String underWay(Map.Entry<String, Situation.UnderWay> entry) {
      var column = entry.getValue();
      return PageTables.row(
          html(entry.getKey()),
          html(column.state()),
          html(column.base()) + " → " + html(column.destination()),
          say(m -> m.movementLoad(column.people(), column.loads(), vehicles(column))),
          html(column.plannedArrival()));
    }

    private static int vehicles(Situation.UnderWay column) {
      return column.vehicles() == null ? 0 : column.vehicles();
    }

    private String overdue(Situation.Overdue late) {
      return PageTables.row(
          html(late.movement()),
          html(late.base()),
          html(late.plannedDeparts()),
          say(m -> m.situationOverdueDays(late.days())),
          html(late.blockedBy()));
    }

    private List<String> permissions() {
      var rows = new ArrayList<String>();
      var found = now.permissions();
      add(rows, found.pending(), names -> m -> m.situationPending(names));
      add(rows, found.refused(), names -> m -> m.situationRefused(names));
      add(rows, found.dueToday(), names -> m -> m.situationDue(names));
      return rows;
    }

    private interface Named {
      Text of(String names);
    }

    private void add(List<String> rows, List<String> names, Named text) {
      if (!names.isEmpty()) {
        rows.add(PageTables.row(say(text.of(String.join(", ", names)))));
      }
    }

    private List<String> incidents() {
      var found = now.incidents();
      var rows = new ArrayList<String>();
      found.today().forEach(name -> rows.add(PageTables.row(html(name))));
      if (found.killed() + found.injured() + found.missing() > 0) {
        rows.add(
            PageTables.row(
                say(m -> m.situationCasualties(found.killed(), found.injured(), found.missing()))));
      }
      return rows;
    }

    private String paragraph(Text text) {
      return "<p>" + say(text) + "</p>\n";
    }
  }
}
