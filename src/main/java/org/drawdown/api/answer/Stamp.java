package org.drawdown.api.answer;

import java.util.Set;

/**
 * Tells whether answers may have changed: what an address answers stays the same for as long as its
 * stamp does.
 */
public interface Stamp {

  /** The first steps of the addresses that it speaks of. */
  Set<String> roots();

  /**
   * The present stamp of an address.
   *
   * @param steps of the path below the API's root
   * @param parameters names of those in the query
   * @return null where the answer may change without any stamp, or there is none
   */
  String of(String[] steps, Set<String> parameters);
}
