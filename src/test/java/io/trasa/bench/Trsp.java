package io.trasa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instance of the technician routing and scheduling problem as its authors wrote it (Pillac,
 * Guéret, Medaglia 2013). Nodes have the numbers of the file: 0 is the depot, then the technicians,
 * then the requests.
 *
 * @param parts how many kinds there are
 */
record Trsp(String name, int technicians, int parts, List<Node> nodes) {

  /**
   * A row of the file.
   *
   * @param open of a request, the first moment at which the service may start; of a technician,
   *     when the day begins
   * @param close the last such moment; of a technician, when he is home
   * @param skills that a technician has or a request needs
   * @param tools that a technician starts with or a request needs
   * @param parts by kind, that a technician starts with or a request uses up
   */
  record Node(
      double x,
      double y,
      double open,
      double close,
      double service,
      List<Integer> skills,
      List<Integer> tools,
      List<Integer> parts) {}

  private static final Pattern SIZES =
      Pattern.compile("\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s*");
  private static final String NUMBER = "(-?[\\d.]+)\\s+";
  private static final String LIST = "\\[([^\\]]*)\\]\\s*";
  private static final Pattern ROW =
      Pattern.compile("\\s*(\\d+)\\s+" + NUMBER.repeat(5) + LIST.repeat(3));

  /**
   * @throws IllegalArgumentException if the file is not of that form, with the line
   */
  static Trsp read(Path file) throws IOException {
    int[] sizes = null;
    var nodes = new ArrayList<Node>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher size = SIZES.matcher(line);
      Matcher row = ROW.matcher(line);
      if (sizes == null && size.matches()) {
        sizes = new int[] {Integer.parseInt(size.group(1)), Integer.parseInt(size.group(4))};
      } else if (sizes != null && row.matches() && Integer.parseInt(row.group(1)) == nodes.size()) {
        nodes.add(node(row));
      } else if (!line.isBlank() && Character.isDigit(line.strip().charAt(0))) {
        throw new IllegalArgumentException(
            file + ", line " + (i + 1) + ": not understood: " + line);
      }
    }
    if (sizes == null || nodes.size() < sizes[0] + 2) {
      throw new IllegalArgumentException(
          file + ": expected numbers of technicians and kinds, then all of them and a request.");
    }
    int kinds = sizes[1];
    for (int n = 1; n < nodes.size(); n++) {
      if (nodes.get(n).parts().size() != kinds) {
        throw new IllegalArgumentException(file + ": node " + n + " has not all kinds of parts.");
      }
    }
    String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
    return new Trsp(name, sizes[0], kinds, List.copyOf(nodes));
  }

  private static Node node(Matcher row) {
    return new Node(
        Double.parseDouble(row.group(2)),
        Double.parseDouble(row.group(3)),
        Double.parseDouble(row.group(4)),
        Double.parseDouble(row.group(5)),
        Double.parseDouble(row.group(6)),
        numbers(row.group(7)),
        numbers(row.group(8)),
        numbers(row.group(9)));
  }

  private static List<Integer> numbers(String list) {
    return Pattern.compile("\\d+")
        .matcher(list)
        .results()
        .map(m -> Integer.valueOf(m.group()))
        .toList();
  }

  boolean isRequest(int node) {
    return node > technicians && node < nodes.size();
  }

  /** Travel time, which is the distance. */
  double travel(int from, int to) {
    Node a = nodes.get(from);
    Node b = nodes.get(to);
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }
}
