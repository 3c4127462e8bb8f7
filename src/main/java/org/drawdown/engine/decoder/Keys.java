package org.drawdown.engine.decoder;

import java.util.Arrays;

/**
 * The decisions of the search: in which order convoys are placed, how large each is, on which road
 * and not before which day, and how each rear party leaves. Everything else follows by the decoder.
 */
public final class Keys {

  /** Sites in the order in which their next convoy, and last of all their closing, is placed. */
  public int[] order;

  /** Entries of the order that count. */
  public int length;

  /** For each site how many convoys it has before its final movement. */
  public final int[] convoys;

  /** For each site and convoy its vehicles. */
  public final int[][] size;

  /** For each site and convoy the number of its road among those of the site. */
  public final int[][] path;

  /** For each site and convoy the day before which it is not dispatched. */
  public final int[][] notBefore;

  /** For each site whether the rear party flies. */
  public final boolean[] finalByAir;

  /** For each site the road of the rear party where it drives. */
  public final int[] finalPath;

  /** For each site the day before which the rear party does not leave. */
  public final int[] finalNotBefore;

  /** Whether people without a seat ride on empty trucks rather than fly. */
  public final boolean[] byTruck;

  /** Loads that stay behind, the last in the order of leaving. */
  public final int[] left;

  /** Trucks and escorts that change their hub before the convoys are placed. */
  public final Repositions repositions = new Repositions();

  /** Keys without a convoy, for so many sites. */
  public Keys(int sites) {
    order = new int[64];
    convoys = new int[sites];
    size = new int[sites][0];
    path = new int[sites][0];
    notBefore = new int[sites][0];
    finalByAir = new boolean[sites];
    finalPath = new int[sites];
    finalNotBefore = new int[sites];
    byTruck = new boolean[sites];
    left = new int[sites];
  }

  /** Becomes equal to others for the same sites. */
  public void copyFrom(Keys other) {
    if (order.length < other.length) {
      order = new int[other.order.length];
    }
    length = other.length;
    System.arraycopy(other.order, 0, order, 0, length);
    int sites = convoys.length;
    System.arraycopy(other.convoys, 0, convoys, 0, sites);
    for (int s = 0; s < sites; s++) {
      copyConvoys(other, s);
    }
    System.arraycopy(other.finalByAir, 0, finalByAir, 0, sites);
    System.arraycopy(other.finalPath, 0, finalPath, 0, sites);
    System.arraycopy(other.finalNotBefore, 0, finalNotBefore, 0, sites);
    System.arraycopy(other.byTruck, 0, byTruck, 0, sites);
    System.arraycopy(other.left, 0, left, 0, sites);
    repositions.copyFrom(other.repositions);
  }

  private void copyConvoys(Keys other, int s) {
    int n = other.convoys[s];
    if (size[s].length < n) {
      size[s] = new int[n + 4];
      path[s] = new int[n + 4];
      notBefore[s] = new int[n + 4];
    }
    System.arraycopy(other.size[s], 0, size[s], 0, n);
    System.arraycopy(other.path[s], 0, path[s], 0, n);
    System.arraycopy(other.notBefore[s], 0, notBefore[s], 0, n);
    convoys[s] = n;
  }

  /** Takes over what other keys decide on some sites, but for the order. */
  public void copySites(Keys other, int[] some) {
    for (int s : some) {
      copyConvoys(other, s);
      finalByAir[s] = other.finalByAir[s];
      finalPath[s] = other.finalPath[s];
      finalNotBefore[s] = other.finalNotBefore[s];
      byTruck[s] = other.byTruck[s];
      left[s] = other.left[s];
    }
  }

  /** Takes over the order from one position on; before it both are the same. */
  public void copyOrder(Keys other, int from) {
    if (order.length < other.length) {
      order = Arrays.copyOf(order, other.order.length);
    }
    length = other.length;
    System.arraycopy(other.order, from, order, from, length - from);
  }

  /** Adds a convoy to a site behind its others; the caller adds its place in the order. */
  public void addConvoy(int site, int vehicles, int road, int earliest) {
    int n = convoys[site]++;
    if (size[site].length <= n) {
      size[site] = Arrays.copyOf(size[site], n + 4);
      path[site] = Arrays.copyOf(path[site], n + 4);
      notBefore[site] = Arrays.copyOf(notBefore[site], n + 4);
    }
    size[site][n] = vehicles;
    path[site][n] = road;
    notBefore[site][n] = earliest;
  }

  /** Takes a convoy away from a site; its vehicles are the caller's to give to others. */
  public void removeConvoy(int site, int convoy) {
    int n = --convoys[site];
    for (int i = convoy; i < n; i++) {
      size[site][i] = size[site][i + 1];
      path[site][i] = path[site][i + 1];
      notBefore[site][i] = notBefore[site][i + 1];
    }
  }

  /** Puts a site at a position of the order; the entries from there on make room. */
  public void insert(int position, int site) {
    if (length == order.length) {
      order = Arrays.copyOf(order, length * 2);
    }
    System.arraycopy(order, position, order, position + 1, length - position);
    order[position] = site;
    length++;
  }

  /** Puts all that a site has before what others have, on the first days that there are. */
  public void putFirst(int site) {
    int own = 0;
    for (int i = 0; i < length; i++) {
      if (order[i] == site) {
        move(i, own++);
      }
    }
    Arrays.fill(notBefore[site], 0, convoys[site], 0);
    finalNotBefore[site] = 0;
  }

  /** Takes the entry at a position out of the order. */
  public void remove(int position) {
    System.arraycopy(order, position + 1, order, position, length - position - 1);
    length--;
  }

  /** Moves the entry at one position to another, the entries between making room. */
  public void move(int from, int to) {
    int site = order[from];
    if (from < to) {
      System.arraycopy(order, from + 1, order, from, to - from);
    } else {
      System.arraycopy(order, to, order, to + 1, from - to);
    }
    order[to] = site;
  }
}
