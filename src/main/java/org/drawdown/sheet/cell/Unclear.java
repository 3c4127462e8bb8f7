package org.drawdown.sheet.cell;

import org.drawdown.language.Text;

/** A cell that cannot be understood. */
public final class Unclear extends Exception {

  private final transient Text why;

  /** A cell that its writer is asked about. */
  public Unclear(Text why) {
    super(null, null, false, false);
    this.why = why;
  }

  /** What its writer is told. */
  public Text why() {
    return why;
  }
}
