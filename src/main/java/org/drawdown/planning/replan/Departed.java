package org.drawdown.planning.replan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Problem;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.schedule.movement.MovementDocument;

/**
 * What has left its base under the plan before, against the mission's data as they now are: an
 * asset or a unit that has since been moved to another base, given away, made smaller or taken out
 * of the data has still left from where it was. What of it has left counts there; the data speak of
 * the rest.
 */
final class Departed {

  private static final int DIGITS = 9;

  private final PlanningProblem planning;
  private final Function<String, Dataset.Asset> before;
  private final Map<Where, Gone> assets = new LinkedHashMap<>();
  private final Map<Where, Gone> units = new LinkedHashMap<>();
  private final Map<String, int[]> people = new HashMap<>();

  private record Where(String base, String what) {}

  private record Gone(int quantity, int loads) {
    Gone plus(Gone other) {
      return new Gone(quantity + other.quantity, loads + other.loads);
    }
  }

  private Departed(
      PlanningProblem planning,
      Function<String, Dataset.Asset> before,
      List<MovementDocument> movements) {
    this.planning = planning;
    this.before = before;
    for (var m : movements) {
      for (var cargo : m.assets()) {
        assets.merge(
            new Where(m.base(), cargo.asset()),
            new Gone(cargo.quantity(), cargo.loads() == null ? cargo.quantity() : cargo.loads()),
            Gone::plus);
      }
      for (var riders : m.units()) {
        units.merge(new Where(m.base(), riders.unit()), new Gone(riders.people(), 0), Gone::plus);
      }
      people.computeIfAbsent(m.base(), b -> new int[2])[m.kind().isFinal() ? 1 : 0] += m.people();
    }
  }

  /**
   * The problem with what has left standing where it left from.
   *
   * @param before the asset of an id as it was in the plan before
   * @param movements that have set out
   */
  static PlanningProblem reconcile(
      PlanningProblem planning,
      Function<String, Dataset.Asset> before,
      List<MovementDocument> movements) {
    return movements.isEmpty() ? planning : new Departed(planning, before, movements).reconciled();
  }

  private PlanningProblem reconciled() {
    var problem = planning.problem();
    var sites = new ArrayList<Problem.Site>();
    for (var site : problem.sites()) {
      sites.add(reconciled(site));
    }
    if (sites.equals(problem.sites())) {
      return planning;
    }
    var draft = problem.draft();
    draft.sites = sites;
    return new PlanningProblem(dataset(), draft.problem());
  }

  private Problem.Site reconciled(Problem.Site site) {
    var lots = new ArrayList<Problem.Lot>();
    for (var lot : site.lots()) {
      var gone = assets.getOrDefault(new Where(site.code(), lot.asset()), new Gone(0, 0));
      int rest = Math.max(0, lot.quantity() - elsewhere(assets, site.code(), lot.asset()));
      if (rest > 0 || gone.loads() > 0) {
        lots.add(with(lot, gone, rest));
      }
    }
    assets.forEach(
        (where, gone) -> {
          boolean there = site.lots().stream().anyMatch(l -> l.asset().equals(where.what()));
          if (where.base().equals(site.code()) && !there && gone.loads() > 0) {
            lots.add(historic(where.what(), gone));
          }
        });
    var parties = parties(site);
    int travellers =
        parties.stream()
            .filter(p -> p.kind() != Problem.PartyKind.NATIONAL)
            .mapToInt(Problem.Party::strength)
            .sum();
    int[] left = people.getOrDefault(site.code(), new int[2]);
    int rear = Math.max(left[1], Math.min(site.rearParty(), travellers - left[0]));
    return lots.equals(site.lots()) && parties.equals(site.parties()) && rear == site.rearParty()
        ? site
        : site.with(lots, parties, rear, Math.min(site.guard(), travellers));
  }

  private static int elsewhere(Map<Where, Gone> gone, String base, String what) {
    return gone.entrySet().stream()
        .filter(e -> e.getKey().what().equals(what) && !e.getKey().base().equals(base))
        .mapToInt(e -> e.getValue().quantity())
        .sum();
  }

  /** A lot that holds at least what of it has left. */
  private static Problem.Lot with(Problem.Lot lot, Gone gone, int quantity) {
    if (gone.quantity() > quantity) {
      return of(lot, gone.quantity(), gone.loads());
    }
    int loads = quantity == lot.quantity() ? lot.loads() : lot.loadsOf(quantity);
    int whole = Math.max(loads, gone.loads());
    return quantity == lot.quantity() && whole == lot.loads() ? lot : of(lot, quantity, whole);
  }

  /** A lot of so many items that make so many loads. */
  static Problem.Lot of(Problem.Lot lot, int quantity, int loads) {
    return new Problem.Lot(
        lot.asset(),
        Math.max(1, quantity),
        each(lot.selfDeploying(), quantity, loads),
        lot.selfDeploying(),
        lot.priority(),
        lot.contingentOwned(),
        lot.quantity() == 0 ? 0 : lot.valueUsd() * quantity / lot.quantity());
  }

  /** Loads an item such that all items make just so many loads. */
  private static BigDecimal each(boolean selfDeploying, int quantity, int loads) {
    return selfDeploying
        ? BigDecimal.ONE
        : BigDecimal.valueOf(loads)
            .divide(BigDecimal.valueOf(Math.max(1, quantity)), DIGITS, RoundingMode.DOWN);
  }

  /** A lot that is no longer there but for what of it has left. */
  private Problem.Lot historic(String id, Gone gone) {
    var was = before.apply(id);
    boolean drives = Boolean.TRUE.equals(was.selfDeploying());
    long value = was.valueUsd() == null ? 0 : was.valueUsd();
    return new Problem.Lot(
        id,
        Math.max(1, gone.quantity()),
        each(drives, gone.quantity(), gone.loads()),
        drives,
        was.priority() == null ? 3 : was.priority(),
        "CONTINGENT_OWNED".equals(was.ownership()),
        value * gone.quantity() / Math.max(1, was.quantity()));
  }

  private List<Problem.Party> parties(Problem.Site site) {
    var parties = new ArrayList<Problem.Party>();
    for (var party : site.parties()) {
      var gone = units.getOrDefault(new Where(site.code(), party.unit()), new Gone(0, 0));
      int elsewhere = elsewhere(units, site.code(), party.unit());
      int strength = Math.max(gone.quantity(), party.strength() - elsewhere);
      boolean stays = party.kind() == Problem.PartyKind.NATIONAL && gone.quantity() > 0;
      parties.add(
          new Problem.Party(
              party.unit(), stays ? Problem.PartyKind.INTERNATIONAL : party.kind(), strength));
    }
    units.forEach(
        (where, gone) -> {
          boolean there = parties.stream().anyMatch(p -> p.unit().equals(where.what()));
          if (where.base().equals(site.code()) && !there && gone.quantity() > 0) {
            parties.add(
                new Problem.Party(where.what(), Problem.PartyKind.UNIFORMED, gone.quantity()));
          }
        });
    return parties;
  }

  /** The data with those assets that left and were taken out of them since. */
  private Dataset dataset() {
    var now = planning.dataset();
    var assetsNow = now.assets().stream().map(Dataset.Asset::id).collect(Collectors.toSet());
    var left = assets.keySet().stream().map(Where::what).collect(Collectors.toSet());
    var assetsAll =
        Stream.concat(
                now.assets().stream().map(this::less),
                left.stream().filter(id -> !assetsNow.contains(id)).sorted().map(before))
            .toList();
    return now.withAssets(assetsAll);
  }

  /** What stays behind of an asset is what has not left. */
  private Dataset.Asset less(Dataset.Asset asset) {
    int gone =
        assets.entrySet().stream()
            .filter(e -> e.getKey().what().equals(asset.id()))
            .mapToInt(e -> e.getValue().quantity())
            .sum();
    return asset.moves() || gone == 0 ? asset : asset.with(Math.max(0, asset.quantity() - gone));
  }
}
