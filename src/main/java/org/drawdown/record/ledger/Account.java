package org.drawdown.record.ledger;

/**
 * Where people and loads are, or what has become of them. Everything that happens moves an amount
 * from one account to another, so that nothing is ever lost from the books.
 *
 * @param code the base or the movement; empty where there is only one such account
 */
public record Account(Kind kind, String code) implements Comparable<Account> {

  /** Kinds of accounts. */
  public enum Kind {
    /** At a base. */
    BASE,
    /** In the yard of a hub, ready to be shipped. */
    YARD,
    /** With a movement. */
    ROAD,
    /** Out of the country. */
    GONE,
    /** Lost. */
    LOST,
    /** Handed to somebody who stays. */
    TRANSFERRED,
    /** Killed. */
    DEAD,
    /** Missing. */
    MISSING,
    /** What a count left unexplained; below 0 where more was found than there should be. */
    UNEXPLAINED,
    /** National staff whose contracts have ended. */
    SEPARATED
  }

  public static final Account GONE = new Account(Kind.GONE, "");
  public static final Account LOST = new Account(Kind.LOST, "");
  public static final Account TRANSFERRED = new Account(Kind.TRANSFERRED, "");
  public static final Account DEAD = new Account(Kind.DEAD, "");
  public static final Account MISSING = new Account(Kind.MISSING, "");
  public static final Account UNEXPLAINED = new Account(Kind.UNEXPLAINED, "");
  public static final Account SEPARATED = new Account(Kind.SEPARATED, "");

  /** The account of a base. */
  public static Account base(String code) {
    return new Account(Kind.BASE, code);
  }

  /** The account of a hub's yard. */
  public static Account yard(String hub) {
    return new Account(Kind.YARD, hub);
  }

  /** The account of a movement. */
  public static Account road(String movement) {
    return new Account(Kind.ROAD, movement);
  }

  @Override
  public int compareTo(Account other) {
    int order = kind.compareTo(other.kind);
    return order != 0 ? order : code.compareTo(other.code);
  }
}
