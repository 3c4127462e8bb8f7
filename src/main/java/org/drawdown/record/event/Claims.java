package org.drawdown.record.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.drawdown.record.fact.Loss;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.record.ledger.LossLine;
import org.drawdown.record.ledger.Opening;

/**
 * What may be claimed: the threshold is per event and contributor, on the collective value of the
 * major equipment, never per item or per mission (COE Manual, loss by hostile action or forced
 * abandonment).
 */
final class Claims {

  /** In USD, where the mission names no other (COE Manual). */
  static final long THRESHOLD_USD = 250_000;

  private static final Set<String> MAJOR =
      Set.of("AIRCRAFT", "VEHICLE", "ARMOURED_VEHICLE", "GENERATOR", "WEAPON");
  private static final Set<Loss.Cause> CLAIMABLE =
      Set.of(Loss.Cause.HOSTILE_ACTION, Loss.Cause.FORCED_ABANDONMENT);

  private Claims() {}

  private static final class Sum {
    private int quantity;
    private long value;
    private long major;
  }

  /** The claims of all that was lost and is not only damaged, by event and contributor. */
  static List<ClaimView> of(Ledger ledger) {
    var opening = ledger.opening();
    var sums = new TreeMap<List<String>, Sum>(BY_NAMES);
    for (var line : ledger.losses()) {
      if (line.fate() != Loss.Fate.DAMAGED) {
        var asset = opening.asset(line.asset());
        boolean owned = "UN_OWNED".equals(asset.ownership());
        var key = new ArrayList<String>();
        key.add(line.event());
        key.add(owned ? null : asset.contributor());
        key.add(owned ? "UN" : "");
        var sum = sums.computeIfAbsent(key, k -> new Sum());
        sum.quantity += line.quantity();
        sum.value += line.valueUsd();
        sum.major += counts(line, opening) ? line.valueUsd() : 0;
      }
    }
    long threshold = threshold(opening);
    var claims = new ArrayList<ClaimView>();
    sums.forEach(
        (key, sum) ->
            claims.add(
                new ClaimView(
                    key.get(0),
                    key.get(1),
                    sum.quantity,
                    sum.value,
                    sum.major,
                    key.get(2).equals("UN")
                        ? ClaimView.Claim.WRITE_OFF_BOARD
                        : sum.major >= threshold
                            ? ClaimView.Claim.ABOVE_THRESHOLD
                            : ClaimView.Claim.BORNE_BY_CONTRIBUTOR)));
    return claims;
  }

  private static final Comparator<List<String>> BY_NAMES =
      (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
          int order = Objects.toString(a.get(i), "").compareTo(Objects.toString(b.get(i), ""));
          if (order != 0) {
            return order;
          }
        }
        return 0;
      };

  private static boolean counts(LossLine line, Opening opening) {
    return CLAIMABLE.contains(line.cause())
        && MAJOR.contains(opening.asset(line.asset()).category());
  }

  private static long threshold(Opening opening) {
    return opening.dataset().mission().extra().get("claimThresholdUsd") instanceof Number number
        ? number.longValue()
        : THRESHOLD_USD;
  }
}
