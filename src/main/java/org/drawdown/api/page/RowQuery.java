package org.drawdown.api.page;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of one table under conditions, a page at a time. A page begins behind the values of the last
 * row of the page before, so that it costs the same wherever in the list it is, and stands even if
 * that row is gone. The row is called {@code r} in conditions.
 */
public final class RowQuery<E> {

  private final PanacheRepositoryBase<E, ?> rows;
  private final String from;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** All rows of a repository. */
  public RowQuery(PanacheRepositoryBase<E, ?> rows, Class<E> entity) {
    this.rows = rows;
    this.from = "from %s r".formatted(entity.getSimpleName());
  }

  /** Only rows that have a value; all rows if the value is null. */
  public RowQuery<E> equal(String path, Object value) {
    var name = "v" + values.size();
    return where("%s = :%s".formatted(path, name), name, value);
  }

  /** Only rows that meet a condition of one named value; all rows if the value is null. */
  public RowQuery<E> where(String condition, String name, Object value) {
    if (value != null) {
      conditions.add("(" + condition + ")");
      values.put(name, value);
    }
    return this;
  }

  /**
   * The page that a client asks for.
   *
   * @param sort the column to sort by
   * @param tie what tells rows apart that are equal by {@code sort}; ties ascend either way
   */
  public Page<E> page(PageRequest request, SortKey<E> sort, SortKey<E> tie) {
    return page(request, sort, request.descending(), tie);
  }

  /** The page that a client asks for, in a stated direction. */
  public Page<E> page(PageRequest request, SortKey<E> sort, boolean descending, SortKey<E> tie) {
    boolean alone = sort.path().equals(tie.path());
    var after = request.after(alone ? 1 : 2);
    var where = new ArrayList<>(conditions);
    var parameters = new LinkedHashMap<>(values);
    var than = descending ? "<" : ">";
    if (!after.isEmpty()) {
      parameters.put("lastTie", read(tie, after.get(after.size() - 1)));
      if (alone) {
        where.add("%s %s :lastTie".formatted(tie.path(), than));
      } else {
        parameters.put("last", read(sort, after.get(0)));
        where.add(
            "(%1$s %2$s :last or %1$s = :last and %3$s > :lastTie)"
                .formatted(sort.path(), than, tie.path()));
      }
    }
    var direction = descending ? " desc" : "";
    var order =
        alone ? tie.path() + direction : "%s%s, %s".formatted(sort.path(), direction, tie.path());
    var found =
        rows.find(query(where) + " order by " + order, parameters)
            .page(0, request.limit() + 1)
            .list();
    boolean more = found.size() > request.limit();
    var shown = more ? List.copyOf(found.subList(0, request.limit())) : found;
    return new Page<>(
        shown,
        more ? next(request, shown.get(shown.size() - 1), alone ? null : sort, tie) : null,
        request.count() ? rows.count(query(conditions), values) : null);
  }

  private String query(List<String> where) {
    return where.isEmpty() ? from : from + " where " + String.join(" and ", where);
  }

  private static <E> String next(PageRequest request, E last, SortKey<E> sort, SortKey<E> tie) {
    var key = tie.value().apply(last).toString();
    return request.next(
        sort == null ? List.of(key) : List.of(sort.value().apply(last).toString(), key));
  }

  private static Object read(SortKey<?> key, String text) {
    try {
      return key.read().apply(text);
    } catch (RuntimeException e) {
      throw PageRequest.foreign();
    }
  }
}
