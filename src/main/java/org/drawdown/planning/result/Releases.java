package org.drawdown.planning.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Problem;
import org.drawdown.engine.verifier.Ledger;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.schedule.account.Release;

/** Says for each aircraft, and for the pools, from which day on the plan no longer needs them. */
public final class Releases {

  private static final Comparator<Dataset.Asset> FIRST_TO_GO =
      Comparator.comparing(
              (Dataset.Asset a) ->
                  a.aircraft().availableUntil() == null
                      ? LocalDate.MAX
                      : a.aircraft().availableUntil())
          .thenComparing(Dataset.Asset::id);

  private final PlanningProblem planning;
  private final Problem problem;
  private final Ledger ledger;

  public Releases(PlanningProblem planning, Ledger ledger) {
    this.planning = planning;
    this.problem = planning.problem();
    this.ledger = ledger;
  }

  /** The aircraft by type, then trucks and escorts. */
  public List<Release> all() {
    var rows = new ArrayList<Release>();
    Map<String, List<Dataset.Asset>> fleets = new TreeMap<>();
    for (var asset : planning.dataset().assets()) {
      if (asset.aircraft() != null) {
        fleets.computeIfAbsent(asset.type(), t -> new ArrayList<>()).add(asset);
      }
    }
    fleets.forEach((type, fleet) -> fleet(rows, type, fleet));
    pool(rows, "TRUCKS", ledger.trucks());
    pool(rows, "ESCORTS", ledger.escorts());
    return rows;
  }

  /** Those with the earliest end of availability go first, the last to be needed last. */
  private void fleet(List<Release> rows, String type, List<Dataset.Asset> fleet) {
    int[] used = used(type);
    int left = fleet.stream().mapToInt(Dataset.Asset::quantity).sum();
    for (var asset : fleet.stream().sorted(FIRST_TO_GO).toList()) {
      var day = planning.date(lastNeed(used, left) + 1);
      rows.add(new Release("AIRCRAFT", asset.id(), type, asset.quantity(), day));
      left -= asset.quantity();
    }
  }

  private int[] used(String type) {
    for (int t = 0; t < problem.aircraft().size(); t++) {
      if (problem.aircraft().get(t).type().equals(type)) {
        return ledger.aircraft(t);
      }
    }
    return new int[problem.horizon() + 1];
  }

  /** The last day on which at least so many are used, -1 if none. */
  private static int lastNeed(int[] used, int number) {
    for (int d = used.length - 1; d >= 0; d--) {
      if (used[d] >= number && number > 0) {
        return d;
      }
    }
    return -1;
  }

  private void pool(List<Release> rows, String resource, int[] used) {
    int[] later = new int[used.length + 1];
    for (int d = used.length - 1; d >= 0; d--) {
      later[d] = Math.max(later[d + 1], used[d]);
    }
    for (int d = 0; d < used.length; d++) {
      if (later[d] > later[d + 1]) {
        int number = later[d] - later[d + 1];
        rows.add(new Release(resource, null, null, number, planning.date(d + 1)));
      }
    }
  }
}
