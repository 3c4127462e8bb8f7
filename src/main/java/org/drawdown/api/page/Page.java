package org.drawdown.api.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param nextCursor of the next page, null on the last
 * @param total how many things the list has under the same filters; null unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String nextCursor, Long total) {

  /** This page with its items seen otherwise. */
  public <R> Page<R> map(Function<? super T, ? extends R> view) {
    return new Page<>(items.stream().<R>map(view).toList(), nextCursor, total);
  }

  /** This page with its items seen otherwise, all at once. */
  public <R> Page<R> with(List<R> views) {
    return new Page<>(views, nextCursor, total);
  }
}
