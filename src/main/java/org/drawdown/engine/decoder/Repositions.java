package org.drawdown.engine.decoder;

import java.util.Arrays;

/** Wishes to move trucks and escorts from one hub to another, in the order in which they count. */
public final class Repositions {

  /** How many there are; entries from here on do not count. */
  public int count;

  /** For each the position of its pair of hubs among those of the model. */
  public int[] link = new int[8];

  /** For each the number of its road among those of the pair. */
  public int[] way = new int[8];

  /** The trucks and escorts of each; fewer go where fewer are there. */
  public int[] trucks = new int[8];

  public int[] escorts = new int[8];

  /** The day before which each does not set out. */
  public int[] notBefore = new int[8];

  /** Becomes equal to others. */
  public void copyFrom(Repositions other) {
    grow(other.count);
    count = other.count;
    System.arraycopy(other.link, 0, link, 0, count);
    System.arraycopy(other.way, 0, way, 0, count);
    System.arraycopy(other.trucks, 0, trucks, 0, count);
    System.arraycopy(other.escorts, 0, escorts, 0, count);
    System.arraycopy(other.notBefore, 0, notBefore, 0, count);
  }

  /** Adds one behind the others. */
  public void add(int onLink, int byWay, int ofTrucks, int ofEscorts, int earliest) {
    grow(count + 1);
    link[count] = onLink;
    way[count] = byWay;
    trucks[count] = ofTrucks;
    escorts[count] = ofEscorts;
    notBefore[count++] = earliest;
  }

  /** Takes one away. */
  public void remove(int position) {
    count--;
    for (int[] part : new int[][] {link, way, trucks, escorts, notBefore}) {
      System.arraycopy(part, position + 1, part, position, count - position);
    }
  }

  private void grow(int size) {
    if (size > link.length) {
      int n = size * 2;
      link = Arrays.copyOf(link, n);
      way = Arrays.copyOf(way, n);
      trucks = Arrays.copyOf(trucks, n);
      escorts = Arrays.copyOf(escorts, n);
      notBefore = Arrays.copyOf(notBefore, n);
    }
  }
}
