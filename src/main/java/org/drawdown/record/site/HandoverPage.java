package org.drawdown.record.site;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;
import org.drawdown.record.fact.Parts;
import org.drawdown.record.fact.SignedStep;
import org.drawdown.schedule.account.Handover;

/**
 * Writes the handover of a base as the file that both sides keep: its steps, their documents and
 * who signed, what stays, and who has the site.
 */
@Provider
@Produces(MediaType.TEXT_HTML)
class HandoverPage extends AnswerWriter<HandoverView> {

  private static final String STYLE = "body { font-size: 10pt } td, th { padding: 1mm }";

  private final Handovers handovers;

  HandoverPage(Handovers handovers, HttpHeaders request) {
    super(request, HandoverView.class);
    this.handovers = handovers;
  }

  @Override
  protected byte[] written(HandoverView view, MultivaluedMap<String, Object> headers) {
    var language = language(headers);
    var file = new File(view, handovers.staying(view.base()), new PageTables(language));
    var title = file.say(m -> m.handoverFile(view.base()));
    return page(language, title, STYLE, file.body());
  }

  private record File(HandoverView view, List<Handover.Staying> staying, PageTables tables) {

    String say(Text text) {
      return tables.say(text);
    }

    String body() {
      var receivers = new ArrayList<Parts.Receiver>();
      if (view.receivedBy() != null) {
        receivers.add(view.receivedBy());
      }
      view.parts().forEach(p -> receivers.add(p.receivedBy()));
      receivers.addAll(view.occupations());
      return tables.table(
              List.of(
                  Messages::handoverStep,
                  Messages::handoverPlanned,
                  Messages::handoverSigned,
                  Messages::handoverDocument,
                  Messages::handoverForMission,
                  Messages::handoverForHost),
              view.steps().stream().map(this::step).toList())
          + tables.section(
              Messages::handoverStays,
              List.of(Messages::handoverWhat, Messages::handoverNumber, Messages::handoverBecomes),
              staying.stream().map(this::stays).toList())
          + tables.section(
              Messages::handoverRefusals,
              List.of(),
              view.refusals().stream()
                  .map(r -> PageTables.row(say(word(r.step())), day(r.at()), html(r.reason())))
                  .toList())
          + tables.section(
              Messages::handoverReceivers,
              List.of(),
              receivers.stream()
                  .map(r -> PageTables.row(html(r.name()), html(r.kind()), html(r.on())))
                  .toList());
    }

    private String step(HandoverView.StepView step) {
      var planned = step.planned();
      return PageTables.row(
          say(word(step.step())),
          planned == null ? "" : planned.from() + " – " + planned.to(),
          step.signedAt() == null ? "" : day(step.signedAt()),
          html(step.document()),
          html(step.signedForMission()),
          html(step.signedForHost()));
    }

    private String stays(Handover.Staying staying) {
      var name = staying.type() == null ? staying.asset() : staying.type();
      return PageTables.row(html(name), html(staying.quantity()), say(disposition(staying)));
    }

    private static String day(Instant at) {
      return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    private static Text word(SignedStep.Step step) {
      return switch (step) {
        case ENVIRONMENTAL_INSPECTION -> Messages::stepEnvironmentalInspection;
        case EXPLOSIVE_SURVEY -> Messages::stepExplosiveSurvey;
        case INVENTORY -> Messages::stepInventory;
        case SITE_CERTIFICATE -> Messages::stepSiteCertificate;
        case FORMAL_TRANSFER -> Messages::stepFormalTransfer;
      };
    }

    private static Text disposition(Handover.Staying staying) {
      if (staying.writtenOff()) {
        return Messages::leftInPlace;
      }
      return switch (staying.disposition()) {
        case "SELL_TO_AGENCY" -> Messages::soldToAgency;
        case "COMMERCIAL_DISPOSAL" -> Messages::soldCommercially;
        case "TRANSFER_TO_HOST" -> Messages::givenToHost;
        case "DESTROY" -> Messages::destroyedThere;
        default -> m -> staying.disposition();
      };
    }
  }
}
