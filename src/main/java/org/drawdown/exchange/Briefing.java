package org.drawdown.exchange;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Languages;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;
import org.drawdown.schedule.Closure;
import org.drawdown.schedule.ScheduleView;
import org.drawdown.schedule.account.ExplanationDocument;
import org.drawdown.schedule.request.Assumptions;
import org.drawdown.schedule.result.ScheduleResult;

/** What a decision maker is told of a schedule, as HTML. */
final class Briefing {

  private static final String ESTIMATE = "estimate";

  private final ScheduleView view;
  private final Shown.Around around;
  private final ExplanationDocument explanation;
  private final Locale language;
  private final DateTimeFormatter days;
  private final DateTimeFormatter daysOfYear;

  Briefing(
      ScheduleView view, Shown.Around around, ExplanationDocument explanation, Locale language) {
    this.view = view;
    this.around = around;
    this.explanation = explanation;
    this.language = language;
    this.days = DateTimeFormatter.ofPattern("d MMM yyyy", language);
    this.daysOfYear = DateTimeFormatter.ofPattern("d MMM", language);
  }

  String title() {
    return say(m -> m.briefingTitle(view.name() == null ? view.id() : view.name()));
  }

  /** All that is said in words, from the one sentence to the small print. */
  String text() {
    var parts = new ArrayList<String>();
    view.completion().ifPresent(day -> parts.add("<p class=\"first\">" + out(day) + "</p>"));
    if (view.certificate() != null && view.certificate().earliestCompletion() != null) {
      parts.add(paragraph(proof(view.certificate())));
    }
    liquidation().ifPresent(text -> parts.add(paragraph(text)));
    if (view.atRisk() != null && view.atRisk().people() + view.atRisk().loads() > 0) {
      parts.add(paragraph(m -> m.briefingRisk(view.atRisk().people(), view.atRisk().loads())));
    }
    parts.add(table());
    parts.add(paragraph(Messages::briefingFirmness));
    parts.add(paragraph(leftBehind()));
    parts.add(paragraph(assumed()));
    parts.add(paragraph(estimates()));
    var made = LocalDate.ofInstant(view.createdAt(), ZoneOffset.UTC);
    parts.add(paragraph(m -> m.briefingMade(view.createdBy(), day(made), view.state().name())));
    return String.join("\n", parts);
  }

  private LocalDate deadline() {
    var assumed = view.assumptions() == null ? null : view.assumptions().deadline();
    return assumed == null ? around.dataset().mission().withdrawalDeadline() : assumed;
  }

  private String out(LocalDate completion) {
    long spare = ChronoUnit.DAYS.between(completion, deadline());
    if (spare == 0) {
      return say(m -> m.briefingOn(day(completion)));
    }
    return spare > 0
        ? say(m -> m.briefingBefore(day(completion), spare, day(deadline())))
        : say(m -> m.briefingAfter(day(completion), -spare, day(deadline())));
  }

  private Text proof(ScheduleResult.Certificate certificate) {
    var percent = String.format(language, "%.1f", 100 * certificate.gap());
    return m -> m.briefingProof(day(certificate.earliestCompletion()), percent);
  }

  private Optional<Text> liquidation() {
    var codes =
        around.dataset().bases().stream()
            .filter(b -> Boolean.TRUE.equals(b.liquidation()))
            .map(Dataset.Base::code)
            .collect(Collectors.toSet());
    var closures = view.closures().stream().filter(c -> codes.contains(c.base())).toList();
    var names = closures.stream().map(c -> around.name(c.base())).collect(Collectors.joining(", "));
    return closures.stream()
        .map(Closure::closedOn)
        .max(Comparator.naturalOrder())
        .map(last -> m -> m.briefingLiquidation(names, day(last)));
  }

  private String table() {
    Map<String, ExplanationDocument.Chain> chains =
        explanation.bases().stream()
            .collect(Collectors.toMap(ExplanationDocument.Chain::base, c -> c, (a, b) -> a));
    var rows = new StringBuilder("<table><tr>");
    for (Text head :
        List.<Text>of(
            Messages::base,
            Messages::briefingCloses,
            Messages::briefingFirm,
            Messages::briefingLate,
            Messages::briefingWhy)) {
      rows.append("<th>").append(say(head)).append("</th>");
    }
    rows.append("</tr>\n");
    view.closures().stream()
        .sorted(Comparator.comparing(Closure::closedOn).thenComparing(Closure::base))
        .forEach(c -> rows.append(row(c, chains.get(c.base()))));
    return rows.append("</table>").toString();
  }

  private String row(Closure closure, ExplanationDocument.Chain chain) {
    var range = closure.within1Percent();
    var firm = range == null ? "" : firm(range);
    var late = chain == null ? null : chain.whyLate();
    var why = late == null ? "" : say(late.sentences().get(0));
    return Stream.of(
            AnswerWriter.html(around.name(closure.base())),
            day(closure.closedOn()),
            firm,
            closure.daysLate() == 0 ? "" : String.valueOf(closure.daysLate()),
            why)
        .map(cell -> "<td>" + cell + "</td>")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  /** The year stands once where it is the same. */
  private String firm(Closure.Range range) {
    if (range.from().equals(range.to())) {
      return day(range.to());
    }
    boolean sameYear = range.from().getYear() == range.to().getYear();
    return (sameYear ? daysOfYear.format(range.from()) : day(range.from()))
        + " – "
        + day(range.to());
  }

  private Text leftBehind() {
    var left = view.leftBehind() == null ? List.<ScheduleResult.LeftBehind>of() : view.leftBehind();
    long loads = left.stream().mapToLong(ScheduleResult.LeftBehind::loads).sum();
    return left.isEmpty()
        ? Messages::briefingNothingLeft
        : m -> m.briefingLeftBehind(loads, left.size());
  }

  private Text assumed() {
    var assumptions = view.assumptions();
    if (assumptions == null || assumptions.equals(Assumptions.NONE)) {
      return Messages::briefingNoAssumptions;
    }
    var told = new ArrayList<String>();
    if (assumptions.deadline() != null) {
      told.add("deadline " + day(assumptions.deadline()));
    }
    add(told, "trucks", assumptions.trucks());
    add(told, "escorts", assumptions.escorts());
    add(told, "convoy", assumptions.convoy());
    if (assumptions.restrictions() != null) {
      assumptions.restrictions().forEach(r -> told.add(r.kind() + " " + r.from() + " – " + r.to()));
    }
    add(told, "liftedRestrictions", assumptions.liftedRestrictions());
    add(told, "phases", assumptions.phases());
    add(told, "aircraft", assumptions.aircraft() == null ? null : assumptions.aircraft().keySet());
    add(told, "bases", assumptions.bases() == null ? null : assumptions.bases().keySet());
    add(told, "writeOff", assumptions.writeOff());
    add(told, "hardDeadline", assumptions.hardDeadline());
    return m -> m.briefingAssumptions(String.join("; ", told));
  }

  private static void add(List<String> told, String name, Object value) {
    if (value instanceof Assumptions.Pool pool && pool.number() != null) {
      told.add(name + " " + pool.number());
    } else if (value instanceof Collection<?>
        || value instanceof Enum<?>
        || value instanceof Boolean) {
      told.add(name + " " + value);
    } else if (value != null) {
      told.add(name);
    }
  }

  private Text estimates() {
    var all =
        Stream.of(
                around.dataset().bases().stream().map(Dataset.Base::extra),
                around.dataset().units().stream().map(Dataset.Unit::extra),
                around.dataset().assets().stream().map(Dataset.Asset::extra))
            .flatMap(s -> s)
            .toList();
    int estimated = (int) all.stream().filter(e -> Boolean.TRUE.equals(e.get(ESTIMATE))).count();
    return m -> m.briefingEstimates(estimated, all.size());
  }

  private String paragraph(Text text) {
    return "<p>" + say(text) + "</p>";
  }

  private String day(LocalDate day) {
    return days.format(day);
  }

  private String say(Text text) {
    return AnswerWriter.html(Languages.say(text, language));
  }
}
