package org.drawdown.engine;

/**
 * Something that could give way to help a plan.
 *
 * @param index the restriction, air service or site that the fact is about, or -1
 * @param amount by how much it gives way: trucks, escorts, loads, people or days; 0 where it is
 *     given up
 */
public record Lever(Outcome.Fact fact, int index, int amount) {

  /**
   * A plan made with a lever.
   *
   * @param closedOn for each site the day on which it closes
   * @param objective of the plan
   */
  public record Effect(int[] closedOn, long objective) {}
}
