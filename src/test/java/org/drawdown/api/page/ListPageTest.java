package org.drawdown.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.drawdown.api.problem.Refusal;
import org.junit.jupiter.api.Test;

class ListPageTest {

  private record Row(String name, Integer size) {}

  private static final List<Row> ROWS =
      List.of(new Row("a", 3), new Row("b", null), new Row("c", 1), new Row("d", 3));

  private static final Map<String, Function<Row, ? extends Comparable<?>>> FIELDS =
      Map.of("name", Row::name, "size", Row::size);

  private static PageRequest request(int limit, String cursor, String sort, String scope) {
    return new PageRequest(limit, cursor, sort, true, scope);
  }

  private static String names(Page<Row> page) {
    return String.join(" ", page.items().stream().map(Row::name).toList());
  }

  private static List<String> pages(int limit, String sort) {
    var pages = new ArrayList<String>();
    String cursor = null;
    do {
      var page = ListPage.of(ROWS, request(limit, cursor, sort, "here"), FIELDS);
      pages.add(names(page));
      cursor = page.nextCursor();
    } while (cursor != null);
    return pages;
  }

  @Test
  void goesThroughTheListInItsOwnOrder() {
    assertEquals(List.of("a b c", "d"), pages(3, null));
  }

  @Test
  void keepsTiesInTheOrderOfTheListAndPutsMissingValuesLast() {
    assertEquals(List.of("c a d b"), pages(4, "size"));
    assertEquals(List.of("a d c b"), pages(4, "-size"));
  }

  @Test
  void countsTheWholeList() {
    var page = ListPage.of(ROWS, request(2, null, null, "here"), FIELDS);
    assertEquals(4L, page.total());
  }

  @Test
  void hasNoCursorOnTheLastPage() {
    assertNull(ListPage.of(ROWS, request(4, null, null, "here"), FIELDS).nextCursor());
  }

  @Test
  void refusesACursorOfOtherFilters() {
    var cursor = ListPage.of(ROWS, request(1, null, null, "here"), FIELDS).nextCursor();
    assertThrows(Refusal.class, () -> ListPage.of(ROWS, request(1, cursor, null, "there"), FIELDS));
  }

  @Test
  void refusesWhatIsNoCursor() {
    for (var cursor : List.of("?", "IDE", "aGVyZSAtMQ", "aGVyZSA5OTk", "aGVyZSAxIDI")) {
      assertThrows(
          Refusal.class, () -> ListPage.of(ROWS, request(1, cursor, null, "here"), FIELDS), cursor);
    }
  }
}
