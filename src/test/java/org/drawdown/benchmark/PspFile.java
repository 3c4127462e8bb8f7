package org.drawdown.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.drawdown.engine.core.Network;

/** Reads a project of PSPLIB (Kolisch and Sprecher 1996), single mode, {@code .sm}. */
final class PspFile {

  private PspFile() {}

  static Network read(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    int jobs = 0;
    for (var line : lines) {
      if (line.startsWith("jobs (incl.")) {
        jobs = Integer.parseInt(line.split(":")[1].trim());
      }
    }
    int[][] successors = new int[jobs][];
    int[] durations = new int[jobs];
    int[][] demands = new int[jobs][];
    int precedence = after(lines, "PRECEDENCE RELATIONS:", 2);
    int requests = after(lines, "REQUESTS/DURATIONS:", 3);
    for (int j = 0; j < jobs; j++) {
      int[] row = numbers(lines.get(precedence + j));
      successors[j] = Arrays.stream(row, 3, 3 + row[2]).map(s -> s - 1).toArray();
      int[] request = numbers(lines.get(requests + j));
      durations[j] = request[2];
      demands[j] = Arrays.copyOfRange(request, 3, request.length);
    }
    int[] capacities = numbers(lines.get(after(lines, "RESOURCEAVAILABILITIES:", 2)));
    return new Network(durations, successors, demands, capacities);
  }

  private static int after(List<String> lines, String title, int further) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(title)) {
        return i + further;
      }
    }
    throw new IllegalArgumentException("no " + title);
  }

  private static int[] numbers(String line) {
    return Arrays.stream(line.trim().split("\\s+")).mapToInt(Integer::parseInt).toArray();
  }
}
