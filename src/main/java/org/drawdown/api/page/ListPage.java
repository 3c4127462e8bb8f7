package org.drawdown.api.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Pages of a list that is at hand as a whole and never changes. */
public final class ListPage {

  private ListPage() {}

  /**
   * The page that a client asks for. Ties, and the order without a sort, are those of the list;
   * rows without a value come last in either direction.
   *
   * @param fields by which the list can be sorted, by name
   */
  public static <T> Page<T> of(
      List<T> rows, PageRequest request, Map<String, Function<T, ? extends Comparable<?>>> fields) {
    var after = request.after(1);
    int from = after.isEmpty() ? 0 : position(after.get(0), rows.size());
    var sorted =
        request.sort() == null
            ? rows
            : rows.stream().sorted(by(fields.get(request.field()), request.descending())).toList();
    int to = Math.min(rows.size(), from + request.limit());
    return new Page<>(
        sorted.subList(from, to),
        to < rows.size() ? request.next(List.of(String.valueOf(to))) : null,
        request.count() ? (long) rows.size() : null);
  }

  private static int position(String text, int size) {
    int position = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    if (position < 0 || position > size) {
      throw PageRequest.foreign();
    }
    return position;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T> Comparator<T> by(
      Function<T, ? extends Comparable<?>> field, boolean descending) {
    Comparator<Comparable> order =
        descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return Comparator.comparing(
        (Function<T, Comparable>) (Function) field, Comparator.nullsLast(order));
  }
}
