package org.drawdown.engine.decoder;

import java.util.Arrays;

/** The airlifts of a plan. */
public final class Flights {

  /** How many there are; entries from here on do not count. */
  public int count;

  /** The site that each leaves. */
  public int[] site = new int[64];

  /** The day of each. */
  public int[] day = new int[64];

  /** The number of its aircraft type. */
  public int[] type = new int[64];

  /** Aircraft in use. */
  public int[] aircraft = new int[64];

  /** Sorties of each of its aircraft. */
  public int[] sorties = new int[64];

  /** People aboard. */
  public int[] people = new int[64];

  /** Whether it takes the rear party. */
  public boolean[] rear = new boolean[64];

  void clear() {
    count = 0;
  }

  void add(int s, int d, int t, int n, int rounds, int aboard, boolean last) {
    if (count == site.length) {
      site = Arrays.copyOf(site, count * 2);
      day = Arrays.copyOf(day, count * 2);
      type = Arrays.copyOf(type, count * 2);
      aircraft = Arrays.copyOf(aircraft, count * 2);
      sorties = Arrays.copyOf(sorties, count * 2);
      people = Arrays.copyOf(people, count * 2);
      rear = Arrays.copyOf(rear, count * 2);
    }
    site[count] = s;
    day[count] = d;
    type[count] = t;
    aircraft[count] = n;
    sorties[count] = rounds;
    people[count] = aboard;
    rear[count++] = last;
  }
}
