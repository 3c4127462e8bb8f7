package org.drawdown.mission.places;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.RowQuery;
import org.drawdown.api.page.SortKey;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Messages;
import org.drawdown.mission.ListKind;
import org.drawdown.mission.MissionList;

/** The bases. */
@ApplicationScoped
public class BaseRepository extends MissionList<Base, Dataset.Base, String> {

  private static final SortKey<Base> CODE = SortKey.key("r.code", Base::code);
  private static final Map<String, SortKey<Base>> SORTS =
      Map.of(
          "code", CODE,
          "name", SortKey.text("r.name", Base::name),
          "kind", SortKey.text("r.kind", b -> b.document().kind()),
          "sector", SortKey.text("r.sector", b -> b.document().sector()));

  BaseRepository() {
    super(
        new ListKind<>(
            "bases",
            Dataset.Base.class,
            "code",
            Dataset.Base::code,
            d -> new Base(d.code()),
            Messages::noBase,
            Messages::exitTaken));
  }

  /**
   * A page of bases.
   *
   * @param kinds or null for all but outposts
   * @param sector or null for all
   * @param phase number of the phase that closes them, or null for all
   * @param codes of those that are meant, or null for all
   */
  Page<Base> page(
      List<String> kinds, String sector, Integer phase, Set<String> codes, PageRequest request) {
    return new RowQuery<>(this, Base.class)
        .equal("r.sector", sector)
        .where("r.kind in :kinds", "kinds", kinds)
        .where("r.kind <> :outpost", "outpost", kinds == null ? "OUTPOST" : null)
        .where(
            "r.code in (select b.code from Phase p join p.bases b where p.number = :phase)",
            "phase",
            phase)
        .where("r.code in :codes", "codes", codes)
        .page(request, SORTS.get(request.sort() == null ? "code" : request.field()), CODE);
  }

  /** Codes of the outposts of bases, by the code of the parent, in the order of the dataset. */
  Map<String, List<String>> outpostsOf(Collection<String> codes) {
    var outposts = new HashMap<String, List<String>>();
    list("parent.code in ?1 order by listOrder", codes)
        .forEach(
            o ->
                outposts.merge(
                    o.document().parent(),
                    List.of(o.code()),
                    (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList()));
    return outposts;
  }

  /** People of the units at bases, by the code of the base. */
  Map<String, Dataset.Headcount> strengthsOf(Collection<String> codes) {
    var strengths = new HashMap<String, Dataset.Headcount>();
    getEntityManager()
        .createQuery(
            """
            select u.base.code,
              sum(case when u.category like 'CIVILIAN%' then 0 else u.strength end),
              sum(case when u.category like 'CIVILIAN%' then u.strength else 0 end)
            from Unit u where u.base.code in :codes group by u.base.code
            """,
            Object[].class)
        .setParameter("codes", codes)
        .getResultList()
        .forEach(
            row ->
                strengths.put(
                    (String) row[0],
                    new Dataset.Headcount(
                        ((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
    return strengths;
  }

  /** Adds documents while there are none; bases may name those that come later in the list. */
  @Override
  public List<Dataset.Base> addAll(List<Dataset.Base> documents) {
    super.addAll(documents);
    return tied(documents);
  }

  @Override
  public List<Dataset.Base> addBehind(List<Dataset.Base> documents) {
    super.addBehind(documents);
    return tied(documents);
  }

  /** Ties bases to those that they name, once all are there. */
  private List<Dataset.Base> tied(List<Dataset.Base> documents) {
    var kept = new ArrayList<Dataset.Base>();
    for (var document : documents) {
      var row = getRow(document.code());
      tie(row, document);
      kept.add(row.document());
    }
    flush();
    return kept;
  }

  @Override
  public Base add(Dataset.Base document) {
    var row = super.add(document);
    tie(row, document);
    flush();
    return row;
  }

  @Override
  public void replace(Base row, Dataset.Base document) {
    tie(row, document);
    super.replace(row, document);
  }

  private void tie(Base row, Dataset.Base document) {
    row.drainTo(
        reference(Base.class, document.parent()),
        reference(Base.class, document.hub()),
        reference(Exit.class, document.exit()));
  }

  private <P> P reference(Class<P> type, String code) {
    return code == null ? null : getEntityManager().getReference(type, code);
  }

  @Override
  public long deleteAll() {
    update("parent = null, hub = null, exit = null where 1 = 1");
    return delete("1 = 1");
  }

  /** Bases and exits share their codes. */
  @Override
  public boolean isTaken(String key) {
    return getEntityManager().find(Place.class, key) != null;
  }

  @Override
  protected String id(String key) {
    return key;
  }

  @Override
  protected void fill(Base row, Dataset.Base document) {
    row.become(document);
  }
}
