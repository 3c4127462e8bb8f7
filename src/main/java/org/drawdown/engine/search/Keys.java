package org.drawdown.engine.search;

import java.util.Arrays;

/**
 * The decisions of the search: in which order convoys are placed, how large each is, on which road
 * and not before which day, and how each rear party leaves. Everything else follows by the decoder.
 */
final class Keys {

  /** Sites in the order in which their next convoy, and last of all their closing, is placed. */
  int[] order;

  int length;

  /** For each site: vehicles, road and earliest dispatch of each convoy. */
  final int[] convoys;

  final int[][] size;
  final int[][] path;
  final int[][] notBefore;

  /** How the rear party leaves. */
  final boolean[] finalByAir;

  final int[] finalPath;
  final int[] finalNotBefore;

  /** Whether people without a seat ride on empty trucks rather than fly. */
  final boolean[] byTruck;

  /** Loads that stay behind, the last in the order of leaving. */
  final int[] left;

  Keys(int sites) {
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

  void copyFrom(Keys other) {
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
  void copySites(Keys other, int[] some) {
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
  void copyOrder(Keys other, int from) {
    if (order.length < other.length) {
      order = Arrays.copyOf(order, other.order.length);
    }
    length = other.length;
    System.arraycopy(other.order, from, order, from, length - from);
  }

  /** Adds a convoy to a site behind its others; the caller adds its place in the order. */
  void addConvoy(int site, int vehicles, int road, int earliest) {
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
  void removeConvoy(int site, int convoy) {
    int n = --convoys[site];
    for (int i = convoy; i < n; i++) {
      size[site][i] = size[site][i + 1];
      path[site][i] = path[site][i + 1];
      notBefore[site][i] = notBefore[site][i + 1];
    }
  }

  void insert(int position, int site) {
    if (length == order.length) {
      order = Arrays.copyOf(order, length * 2);
    }
    System.arraycopy(order, position, order, position + 1, length - position);
    order[position] = site;
    length++;
  }

  void remove(int position) {
    System.arraycopy(order, position + 1, order, position, length - position - 1);
    length--;
  }

  /** Moves the entry at one position to another, the entries between making room. */
  void move(int from, int to) {
    int site = order[from];
    if (from < to) {
      System.arraycopy(order, from + 1, order, from, to - from);
    } else {
      System.arraycopy(order, to, order, to + 1, from - to);
    }
    order[to] = site;
  }
}
