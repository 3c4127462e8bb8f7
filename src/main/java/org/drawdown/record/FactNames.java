package org.drawdown.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Text;
import org.drawdown.record.fact.Parts;
import org.drawdown.record.ledger.Opening;
import org.drawdown.schedule.request.Assumptions.AssumedRestriction;

/** Finds the names in a report that nothing of the mission has. */
public final class FactNames {

  private final Opening opening;
  private final List<Fault> faults = new ArrayList<>();

  public FactNames(Opening opening) {
    this.opening = opening;
  }

  private FactNames known(boolean there, String pointer, Text none) {
    if (!there) {
      faults.add(new Fault(pointer, none));
    }
    return this;
  }

  /** A base; null is none. */
  public FactNames base(String code, String pointer) {
    return known(code == null || opening.bases().containsKey(code), pointer, m -> m.noBase(code));
  }

  /** Bases; null is none. */
  public FactNames bases(List<String> codes, String pointer) {
    return each(codes, pointer, "", c -> c, this::base);
  }

  /** A base or an exit; null is none. */
  public FactNames place(String code, String pointer) {
    boolean exit = opening.dataset().exits().stream().anyMatch(e -> e.code().equals(code));
    return exit ? this : base(code, pointer);
  }

  /** An exit; null is none. */
  public FactNames exit(String code, String pointer) {
    return known(
        code == null || opening.dataset().exits().stream().anyMatch(e -> e.code().equals(code)),
        pointer,
        m -> m.noExit(code));
  }

  /** A route; null is none. */
  public FactNames route(String id, String pointer) {
    return known(
        id == null || opening.dataset().routes().stream().anyMatch(r -> r.id().equals(id)),
        pointer,
        m -> m.noRoute(id));
  }

  /** Routes; null is none. */
  public FactNames routes(List<String> ids, String pointer) {
    return each(ids, pointer, "", id -> id, this::route);
  }

  /** A restriction; null is none. */
  public FactNames restriction(AssumedRestriction restriction, String pointer) {
    if (restriction == null) {
      return this;
    }
    var from = restriction.from();
    var to = restriction.to();
    return bases(restriction.bases(), pointer + "/bases")
        .routes(restriction.routes(), pointer + "/routes")
        .each(restriction.regions(), pointer + "/regions", "", name -> name, this::region)
        .require(!to.isBefore(from), pointer + "/to", m -> m.endsBeforeItBegins(to, from));
  }

  private FactNames region(String name, String pointer) {
    boolean there = opening.dataset().bases().stream().anyMatch(b -> name.equals(b.region()));
    return known(there, pointer, m -> m.noRegion(name));
  }

  /** An asset, moving or not. */
  public FactNames asset(String id, String pointer) {
    return known(opening.asset(id) != null, pointer, m -> m.noAsset(id));
  }

  /** Assets that move, as something that leaves has to. */
  public FactNames cargo(List<Parts.AssetItems> assets, String pointer) {
    return each(
        assets,
        pointer,
        "/asset",
        Parts.AssetItems::asset,
        (id, at) ->
            known(
                opening.asset(id) != null && opening.items().containsKey(id),
                at,
                opening.asset(id) == null ? m -> m.noAsset(id) : m -> m.assetStays(id)));
  }

  /** Assets, moving or not. */
  public FactNames assets(List<Parts.AssetItems> assets, String pointer) {
    return each(assets, pointer, "/asset", Parts.AssetItems::asset, this::asset);
  }

  /** Units. */
  public FactNames units(List<Parts.UnitPeople> units, String pointer) {
    return each(
        units,
        pointer,
        "/unit",
        Parts.UnitPeople::unit,
        (id, at) -> known(opening.unit(id) != null, at, m -> m.noUnit(id)));
  }

  private interface One {
    FactNames of(String name, String pointer);
  }

  private <T> FactNames each(
      List<T> list, String pointer, String part, Function<T, String> name, One check) {
    for (int i = 0; list != null && i < list.size(); i++) {
      check.of(name.apply(list.get(i)), pointer + "/" + i + part);
    }
    return this;
  }

  /** Adds a fault where something does not hold. */
  public FactNames require(boolean holds, String pointer, Text fault) {
    return known(holds, pointer, fault);
  }

  /** The faults so far. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * Goes on if all is known.
   *
   * @throws Refusal naming everything that is not
   */
  public void refuse() {
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }
}
