package org.drawdown.record.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.drawdown.api.page.ListPage;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.fact.Occupation;
import org.drawdown.record.fact.Parts;
import org.drawdown.record.fact.SignedStep;
import org.drawdown.record.fact.SitePart;
import org.drawdown.record.ledger.EntryKind;
import org.drawdown.record.ledger.Site;
import org.drawdown.schedule.account.AccountKind;
import org.drawdown.schedule.account.AccountRepository;
import org.drawdown.schedule.account.Handover;

/** Shows handovers, and what stays. */
@ApplicationScoped
class Handovers {

  private static final Map<String, Function<TransferView, ? extends Comparable<?>>> FIELDS =
      Map.of(
          "receiver", TransferView::receiver,
          "base", TransferView::base,
          "on", TransferView::on);

  private final RecordedMission mission;
  private final AccountRepository accounts;

  Handovers(RecordedMission mission, AccountRepository accounts) {
    this.mission = mission;
    this.accounts = accounts;
  }

  /** The handover of a base. */
  HandoverView of(String base) {
    var ledger = mission.ledger();
    var site = ledger.site(base);
    var planned = planned(base);
    var steps = new ArrayList<HandoverView.StepView>();
    for (var step : SignedStep.Step.values()) {
      var entry = site.signed().get(step);
      var signed = entry == null ? null : entry.as(SignedStep.class);
      steps.add(
          new HandoverView.StepView(
              step,
              planned.get(step.name()),
              entry == null ? null : entry.at(),
              entry == null ? null : entry.sequence(),
              signed == null ? null : signed.document(),
              signed == null ? null : signed.signedForMission(),
              signed == null ? null : signed.signedForHost()));
    }
    var receiver = site.receivedBy();
    return new HandoverView(
        base,
        site.next(),
        site.blockedBy() == null || site.manner() != null ? null : "HOST",
        site.manner(),
        ledger.closedOn(base),
        receiver,
        receiver == null ? null : receiver.kind() != Parts.ReceiverKind.CIVIL_AUTHORITY,
        site.occupiedBy(),
        steps,
        refusals(site),
        site.parts().stream()
            .map(
                e ->
                    new HandoverView.Part(
                        e.as(SitePart.class).part(),
                        e.at(),
                        e.as(SitePart.class).receivedBy(),
                        e.sequence()))
            .toList(),
        site.occupations().stream()
            .map(
                e ->
                    new Parts.Receiver(
                        e.as(Occupation.class).by(), e.as(Occupation.class).kind(), e.day()))
            .toList());
  }

  private static List<HandoverView.Refused> refusals(Site site) {
    return site.refused().stream()
        .map(
            e ->
                new HandoverView.Refused(
                    e.as(SignedStep.class).step(),
                    e.at(),
                    e.as(SignedStep.class).reason(),
                    e.sequence()))
        .toList();
  }

  private Map<String, HandoverView.Days> planned(String base) {
    var days = new HashMap<String, HandoverView.Days>();
    inForce(base)
        .flatMap(h -> h.steps().stream())
        .forEach(s -> days.put(s.step(), new HandoverView.Days(s.from(), s.to())));
    return days;
  }

  /** What stays at a base by the schedule in force; nothing without one. */
  @Snapshot
  List<Handover.Staying> staying(String base) {
    return inForce(base).flatMap(h -> h.staysBehind().stream()).toList();
  }

  private Stream<Handover> inForce(String base) {
    return mission.active().stream()
        .flatMap(active -> accounts.rows(active, AccountKind.HANDOVERS).stream())
        .filter(h -> h.base().equals(base));
  }

  /** A page of what stays, by receiver unless sorted. */
  Page<TransferView> transfers(String base, String receiver, PageRequest request) {
    var found = new ArrayList<TransferView>();
    for (var entry : mission.ledger().entries()) {
      if (entry.kind() == EntryKind.STEP && entry.as(SignedStep.class).transfers() != null) {
        for (var t : entry.as(SignedStep.class).transfers()) {
          var asset = mission.opening().asset(t.asset());
          found.add(
              new TransferView(
                  t.receiver(),
                  entry.base(),
                  t.asset(),
                  asset.type(),
                  asset.category(),
                  t.quantity(),
                  t.kind(),
                  t.valueUsd(),
                  entry.day(),
                  entry.sequence()));
        }
      }
    }
    found.removeIf(t -> base != null && !base.equals(t.base()));
    found.removeIf(t -> receiver != null && !receiver.equals(t.receiver()));
    found.sort(
        Comparator.comparing(TransferView::receiver)
            .thenComparing(TransferView::base)
            .thenComparing(TransferView::asset));
    return ListPage.of(found, request, FIELDS);
  }
}
