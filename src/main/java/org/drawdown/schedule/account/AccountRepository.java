package org.drawdown.schedule.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.platform.StoredJson;
import org.drawdown.schedule.Schedule;

/**
 * The accounts of finished schedules. They never change, so those that were asked for last stay in
 * memory as well.
 */
@ApplicationScoped
public class AccountRepository implements PanacheRepositoryBase<Account, Account.Id> {

  private static final int REMEMBERED = 32;

  private final StoredJson json;
  private final Map<Account.Id, List<?>> recent =
      Collections.synchronizedMap(
          new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Account.Id, List<?>> eldest) {
              return size() > REMEMBERED;
            }
          });

  AccountRepository(StoredJson json) {
    this.json = json;
  }

  /** Keeps an account of a schedule. */
  public <T> void keep(String schedule, AccountKind<T> kind, List<T> rows) {
    persist(new Account(new Account.Id(schedule, kind.name()), json.bytes(rows)));
  }

  /**
   * The rows of an account; 409 if the schedule has no plan. None where the schedule is of an older
   * version of the service, which did not keep that account.
   */
  @SuppressWarnings("unchecked")
  public <T> List<T> rows(Schedule schedule, AccountKind<T> kind) {
    schedule.mustHavePlan();
    var id = new Account.Id(schedule.id(), kind.name());
    var known = (List<T>) recent.get(id);
    if (known == null) {
      var kept = findById(id);
      known = kept == null ? List.of() : List.copyOf(json.readList(kept.content(), kind.row()));
      recent.put(id, known);
    }
    return known;
  }
}
