package org.drawdown.mission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.drawdown.common.Page;
import org.drawdown.common.Refusal;
import org.drawdown.common.Text;

/**
 * Where the lists of the mission's data are kept: one table for each, all asked in the same way.
 */
@ApplicationScoped
class Items {

  private record Kind(Class<? extends Item> type, BiFunction<String, Integer, Item> make) {}

  private static final Map<Collection, Kind> KINDS = new EnumMap<>(Collection.class);

  static {
    KINDS.put(Collection.EXITS, new Kind(ExitItem.class, ExitItem::new));
    KINDS.put(Collection.BASES, new Kind(BaseItem.class, BaseItem::new));
    KINDS.put(Collection.UNITS, new Kind(UnitItem.class, UnitItem::new));
    KINDS.put(Collection.ASSETS, new Kind(AssetItem.class, AssetItem::new));
    KINDS.put(Collection.ROUTES, new Kind(RouteItem.class, RouteItem::new));
    KINDS.put(Collection.RESTRICTIONS, new Kind(RestrictionItem.class, RestrictionItem::new));
    KINDS.put(Collection.PHASES, new Kind(PhaseItem.class, PhaseItem::new));
  }

  private final EntityManager manager;

  Items(EntityManager manager) {
    this.manager = manager;
  }

  /** What a list is asked for: conditions on columns, with their values. */
  static final class Query {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Only what satisfies a condition of one named value; ignored if the value is null. */
    Query where(String condition, String name, Object value) {
      if (value != null) {
        conditions.add(condition);
        values.put(name, value);
      }
      return this;
    }

    /** Only what names a code in a list of codes; ignored if it is null. */
    Query naming(String column, String code) {
      return where(
          "i.%s like :%s".formatted(column, column),
          column,
          code == null ? null : "%," + code + ",%");
    }

    /** Only what covers a day; ignored if it is null. */
    Query covering(String day) {
      var date = day == null ? null : LocalDate.parse(day);
      return where(":day between i.firstDay and i.lastDay", "day", date);
    }

    /** Only what has a value in a column; ignored if it is null. */
    Query equal(String column, Object value) {
      return where("i.%s = :%s".formatted(column, column), column, value);
    }
  }

  /** How a list is sorted: a column, and whether from its largest value. */
  record Order(String column, boolean descending) {

    /** The order of a {@code sort} parameter; {@code names} tells the columns that differ. */
    static Order of(Page.Wanted wanted, Map<String, String> names) {
      return wanted.sort() == null
          ? new Order("id", false)
          : new Order(names.getOrDefault(wanted.field(), wanted.field()), wanted.descending());
    }
  }

  Optional<Item> find(Collection collection, String id) {
    return Optional.ofNullable(manager.find(KINDS.get(collection).type(), id));
  }

  /** The thing of an id; 404 if there is none. */
  Item get(Collection collection, String id) {
    return find(collection, id)
        .orElseThrow(() -> Refusal.notFound("There is no %s %s", Text.of(collection.noun()), id));
  }

  /** All of a list, in the order of the dataset. */
  List<? extends Item> all(Collection collection) {
    return select(collection, "from %s i order by i.place, i.id", Map.of());
  }

  /** Those of a list that satisfy a query, in the order of the dataset. */
  List<? extends Item> all(Collection collection, Query query) {
    return select(
        collection,
        "from %s i" + where(query.conditions) + " order by i.place, i.id",
        query.values);
  }

  long count(Collection collection, Query query) {
    var type = KINDS.get(collection).type().getSimpleName();
    var count =
        manager.createQuery(
            "select count(*) from " + type + " i" + where(query.conditions), Long.class);
    query.values.forEach(count::setParameter);
    return count.getSingleResult();
  }

  /** A new thing behind all others of its list; not yet filled. */
  Item add(Collection collection, String id) {
    var type = KINDS.get(collection).type().getSimpleName();
    var last =
        manager
            .createQuery("select max(i.place) from " + type + " i", Integer.class)
            .getSingleResult();
    return KINDS.get(collection).make().apply(id, last == null ? 0 : last + 1);
  }

  /** A new thing at a place of its list; not yet filled. */
  Item add(Collection collection, String id, int place) {
    return KINDS.get(collection).make().apply(id, place);
  }

  void persist(Item item) {
    manager.persist(item);
  }

  void delete(Item item) {
    manager.remove(item);
    manager.flush();
  }

  void deleteAll(Collection collection) {
    manager
        .createQuery("delete from " + KINDS.get(collection).type().getSimpleName())
        .executeUpdate();
  }

  void flush() {
    manager.flush();
  }

  void clear() {
    manager.flush();
    manager.clear();
  }

  /**
   * A page in a stated order, ties by id. The cursor holds the sorted value and the id of the last
   * thing, so that a page costs the same wherever in the list it is.
   */
  List<? extends Item> page(
      Collection collection, Query query, Order order, int limit, String cursor) {
    var conditions = new ArrayList<>(query.conditions);
    var values = new LinkedHashMap<>(query.values);
    boolean byId = order.column().equals("id");
    if (cursor != null) {
      var last = find(collection, lastId(cursor, order)).orElseThrow(Page::noCursor);
      String than = order.descending() ? "<" : ">";
      values.put("lastId", last.id());
      if (byId) {
        conditions.add("i.id %s :lastId".formatted(than));
      } else {
        values.put("lastValue", valueOf(collection, last, order.column()));
        conditions.add(
            "(i.%1$s %2$s :lastValue or i.%1$s = :lastValue and i.id > :lastId)"
                .formatted(order.column(), than));
      }
    }
    String direction = order.descending() ? " desc" : "";
    String by =
        byId
            ? " order by i.id" + direction
            : " order by i.%s%s, i.id".formatted(order.column(), direction);
    var type = KINDS.get(collection).type();
    var select =
        manager.createQuery("from " + type.getSimpleName() + " i" + where(conditions) + by, type);
    values.forEach(select::setParameter);
    return select.setMaxResults(limit).getResultList();
  }

  /** The cursor behind a thing. */
  static String cursor(Item last, Order order) {
    return Page.write(order.column() + (order.descending() ? " desc " : " asc ") + last.id());
  }

  private static String lastId(String cursor, Order order) {
    var read = Page.read(cursor);
    var start = order.column() + (order.descending() ? " desc " : " asc ");
    if (!read.startsWith(start) || read.indexOf('\0') >= 0) {
      throw Page.noCursor();
    }
    return read.substring(start.length());
  }

  private Object valueOf(Collection collection, Item item, String column) {
    var type = KINDS.get(collection).type().getSimpleName();
    return manager
        .createQuery("select i." + column + " from " + type + " i where i.id = :id", Object.class)
        .setParameter("id", item.id())
        .getSingleResult();
  }

  private List<? extends Item> select(
      Collection collection, String query, Map<String, Object> values) {
    var type = KINDS.get(collection).type();
    var select = manager.createQuery(query.formatted(type.getSimpleName()), type);
    values.forEach(select::setParameter);
    return select.getResultList();
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }
}
