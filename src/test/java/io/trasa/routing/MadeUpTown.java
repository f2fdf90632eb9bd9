package io.trasa.routing;

import io.trasa.common.Coordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A small town made up from a seed, as OpenStreetMap data: crooked blocks of streets, some one-way,
 * turn restrictions at a junction or over a street, dead ends, and an island.
 */
final class MadeUpTown {

  private static final int WIDTH = 11;
  private static final int HEIGHT = 9;
  private static final double STEP = 0.003;
  private static final double SOUTH = 42;
  private static final double WEST = 23;
  private static final double ISLAND_SOUTH = SOUTH + 0.035;
  private static final int ISLAND_PIECES = 110;

  private final Random random;
  private final StringBuilder nodes = new StringBuilder();
  private final StringBuilder ways = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();

  /** Ways with the numbers of their end nodes. */
  private record Street(int id, int from, int to) {
    boolean touches(int node) {
      return from == node || to == node;
    }

    int otherEnd(int node) {
      return from == node ? to : from;
    }
  }

  private final List<Street> streets = new ArrayList<>();

  MadeUpTown(long seed) {
    random = new Random(seed);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      node(i + 1, crooked(SOUTH, i / WIDTH), crooked(WEST, i % WIDTH));
    }
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      if (i % WIDTH + 1 < WIDTH && random.nextInt(8) > 0) {
        street(i + 1, i + 2);
      }
      if (i / WIDTH + 1 < HEIGHT && random.nextInt(8) > 0) {
        street(i + 1, i + 1 + WIDTH);
      }
    }
    for (int i = 0; i < 40; i++) {
      restriction(i);
    }
    island();
  }

  /** One long winding street that no bridge leads to; of fewer pieces it would be ignored. */
  private void island() {
    for (int i = 0; i <= ISLAND_PIECES; i++) {
      node(9000 + i, ISLAND_SOUTH + 0.0002 * (i % 3), WEST + 0.0003 * i);
    }
    for (int i = 0; i < ISLAND_PIECES; i++) {
      way(9000 + i, 9000 + i, 9001 + i, "");
    }
  }

  String osm() {
    return "<osm version=\"0.6\">\n" + nodes + ways + relations + "</osm>\n";
  }

  /** Random places, some close together so that they share a street, one of them twice. */
  List<Coordinates> places(int count) {
    List<Coordinates> places = new ArrayList<>();
    while (places.size() < count - 3) {
      var place =
          new Coordinates(
              SOUTH + random.nextDouble(0.6 * STEP, STEP * (HEIGHT - 1)),
              WEST + random.nextDouble(STEP * (WIDTH - 1)));
      places.add(place);
      places.add(new Coordinates(place.lat() + 0.0002, place.lon() + 0.0002));
    }
    places.add(places.getFirst());
    places.add(new Coordinates(ISLAND_SOUTH, WEST + 0.001));
    places.add(new Coordinates(ISLAND_SOUTH, WEST + 0.010));
    return places;
  }

  private double crooked(double start, int steps) {
    return start + (steps + random.nextDouble(0.6)) * STEP;
  }

  private void node(int id, double lat, double lon) {
    nodes.append("<node id=\"%d\" lat=\"%.7f\" lon=\"%.7f\"/>%n".formatted(id, lat, lon));
  }

  private void street(int from, int to) {
    int id = streets.size() + 1;
    streets.add(new Street(id, from, to));
    way(id, from, to, random.nextInt(4) == 0 ? "<tag k=\"oneway\" v=\"yes\"/>" : "");
  }

  private void way(int id, int from, int to, String tags) {
    String kind = List.of("residential", "tertiary", "secondary").get(random.nextInt(3));
    ways.append("<way id=\"%d\"><nd ref=\"%d\"/><nd ref=\"%d\"/>".formatted(id, from, to))
        .append("<tag k=\"highway\" v=\"%s\"/>%s</way>%n".formatted(kind, tags));
  }

  /** Forbids or orders a turn from one street into a next one, now and then over a third. */
  private void restriction(int id) {
    Street from = anyOf(streets);
    int via = from.to();
    List<Street> next = streets.stream().filter(s -> s != from && s.touches(via)).toList();
    if (next.isEmpty()) {
      return;
    }
    Street to = anyOf(next);
    int far = to.otherEnd(via);
    List<Street> afterwards = streets.stream().filter(s -> s != to && s.touches(far)).toList();
    boolean overStreet = random.nextInt(3) == 0 && !afterwards.isEmpty();
    String kind = !overStreet && random.nextInt(3) == 0 ? "only_straight_on" : "no_left_turn";
    relations
        .append("<relation id=\"%d\">".formatted(id + 1))
        .append("<member type=\"way\" ref=\"%d\" role=\"from\"/>".formatted(from.id()))
        .append(
            overStreet
                ? "<member type=\"way\" ref=\"%d\" role=\"via\"/>".formatted(to.id())
                : "<member type=\"node\" ref=\"%d\" role=\"via\"/>".formatted(via))
        .append(
            "<member type=\"way\" ref=\"%d\" role=\"to\"/>"
                .formatted(overStreet ? anyOf(afterwards).id() : to.id()))
        .append("<tag k=\"type\" v=\"restriction\"/>")
        .append("<tag k=\"restriction\" v=\"%s\"/></relation>%n".formatted(kind));
  }

  private Street anyOf(List<Street> some) {
    return some.get(random.nextInt(some.size()));
  }
}
