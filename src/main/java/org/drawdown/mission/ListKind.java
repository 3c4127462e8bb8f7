package org.drawdown.mission;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/**
 * Tells one list of the mission's data from the others.
 *
 * @param name of the list in the dataset
 * @param type of its documents
 * @param keyField the field that names one of its documents
 * @param key of a document
 * @param row a new row for a document, not yet filled
 * @param none says that there is none of a key
 * @param taken says that there is one of a key already
 */
public record ListKind<E, D>(
    String name,
    Class<D> type,
    String keyField,
    Function<D, String> key,
    Function<D, E> row,
    BiFunction<Messages, String, String> none,
    BiFunction<Messages, String, String> taken) {

  /** That there is none of a key. */
  public Text missing(String of) {
    return m -> none.apply(m, of);
  }

  /** That there is one of a key already. */
  public Text exists(String of) {
    return m -> taken.apply(m, of);
  }
}
