package org.drawdown.platform;

/**
 * The two views of a record, where clients and the database do not both see all of it. A component
 * without a view is seen by both.
 */
public final class Views {

  private Views() {}

  /** Seen by clients only: words, and what follows from the rest. */
  public interface Wire {}

  /** Kept only: what words are made of. */
  public interface Stored {}
}
