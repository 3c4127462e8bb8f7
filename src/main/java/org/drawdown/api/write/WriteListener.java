package org.drawdown.api.write;

/** Hears of every write of a client before it is committed, in its transaction. */
public interface WriteListener {

  /**
   * A write is about to be committed.
   *
   * @param actor name of the user
   * @param path below the root of the API, without a slash before it
   * @param answer what the client will get; may be null
   */
  void beforeCommit(String actor, String method, String path, Object answer);
}
