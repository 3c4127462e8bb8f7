package org.drawdown.schedule.movement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.dataset.Dataset;

/** The lots that schedules have to move. */
@ApplicationScoped
public class LotRepository implements PanacheRepositoryBase<PlannedLot, PlannedLot.Id> {

  /** The owner of loads that no country contributed. */
  public static final String NO_COUNTRY = "";

  private static final String STILL_IN_SECTOR =
      """
      select coalesce(l.contributor, ''), sum(f.loads)
      from (
        select p.asset, p.loads from lot_part p
        join closure b on b.schedule = p.schedule and b.base = p.base
        where p.schedule = :schedule and b.sector = :sector
        union all
        select c.asset, -c.loads from movement m
        join movement_cargo c on c.schedule = m.schedule and c.movement = m.movement
        join closure b on b.schedule = m.schedule and b.base = m.base
        join closure d on d.schedule = m.schedule and d.base = m.destination
        where m.schedule = :schedule and m.departs <= :day
          and b.sector = :sector and (d.sector is null or d.sector <> :sector)
        union all
        select c.asset, c.loads from movement m
        join movement_cargo c on c.schedule = m.schedule and c.movement = m.movement
        join closure b on b.schedule = m.schedule and b.base = m.base
        join closure d on d.schedule = m.schedule and d.base = m.destination
        where m.schedule = :schedule and m.arrives <= :day
          and d.sector = :sector and (b.sector is null or b.sector <> :sector)
        union all
        select s.asset, -s.loads from shipment s
        join closure h on h.schedule = s.schedule and h.base = s.hub
        where s.schedule = :schedule and s.shipped_on <= :day and h.sector = :sector
      ) f
      join lot l on l.schedule = :schedule and l.asset = f.asset
      group by coalesce(l.contributor, '')
      having sum(f.loads) <> 0
      order by 1
      """;

  /** Keeps a lot of a schedule, with the loads that it makes at each base. */
  public void keep(String schedule, Dataset.Asset asset, Map<String, Integer> loadsAt) {
    persist(new PlannedLot(schedule, asset, loadsAt));
  }

  /**
   * Loads (20-foot truckloads, or vehicles that drive themselves) that are still in a sector in the
   * evening of a day, at bases, on the road within it or in yards, by the country that contributed
   * them; {@link #NO_COUNTRY} for those of none. What a plan leaves behind is still there.
   */
  public Map<String, Long> loadsStillIn(String schedule, String sector, LocalDate day) {
    var loads = new LinkedHashMap<String, Long>();
    List<?> rows =
        getEntityManager()
            .createNativeQuery(STILL_IN_SECTOR)
            .setParameter("schedule", schedule)
            .setParameter("sector", sector)
            .setParameter("day", day)
            .getResultList();
    for (var row : rows) {
      var columns = (Object[]) row;
      loads.put((String) columns[0], ((Number) columns[1]).longValue());
    }
    return loads;
  }
}
