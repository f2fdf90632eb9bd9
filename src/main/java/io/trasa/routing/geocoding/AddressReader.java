package io.trasa.routing.geocoding;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import io.trasa.common.Coordinates;
import io.trasa.routing.osm.OsmFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads addresses, named streets and settlements from an OpenStreetMap file, in three passes:
 * relations, ways, nodes; so only the nodes that are needed are kept, sixteen bytes each.
 */
final class AddressReader {

  /** What was read. */
  record Found(List<Address> addresses, List<Street> streets, List<Settlement> settlements) {}

  /** A house as it is tagged. */
  record Address(
      String street, String number, String postcode, String city, Coordinates coordinates) {}

  /** A piece of a street. */
  record Street(String name, List<String> otherNames, String postcode, List<Coordinates> along) {}

  /** Something that waits for the places of its nodes. */
  private record Waiting(ReaderElement tags, long[] nodes) {}

  /** Beyond this a region is too large to keep in memory while reading: about 1 GB. */
  private static final int MAX_NODES = 40_000_000;

  private static final Pattern NAME_IN_A_LANGUAGE = Pattern.compile("name:[a-z]{2,3}(-\\w+)?");
  private static final Set<String> OTHER_NAMES =
      Set.of("alt_name", "old_name", "int_name", "official_name", "short_name", "loc_name");
  private static final Set<String> NO_STREETS =
      Set.of("platform", "proposed", "construction", "bus_stop", "rest_area", "services");

  private final OsmFile file;
  private final Consumer<String> progress;
  private final LongObjectHashMap<ReaderElement> outlines = new LongObjectHashMap<>();
  private final List<Waiting> houses = new ArrayList<>();
  private final List<Waiting> streets = new ArrayList<>();
  private final List<Waiting> areas = new ArrayList<>();
  private final LongIntHashMap wanted = new LongIntHashMap();
  private final Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

  private double[] lats = new double[0];
  private double[] lons = new double[0];

  private AddressReader(OsmFile file, Consumer<String> progress) {
    this.file = file;
    this.progress = progress;
  }

  /**
   * @param progress is told what is being done
   * @throws IllegalArgumentException if the region is too large
   */
  static Found read(OsmFile file, Consumer<String> progress) {
    return new AddressReader(file, progress).read();
  }

  private Found read() {
    progress.accept("reading outlines");
    file.relations(this::takeRelation);
    progress.accept("reading streets");
    file.ways(this::takeWay);
    progress.accept("reading addresses");
    lats = new double[wanted.size()];
    lons = new double[wanted.size()];
    Arrays.fill(lats, Double.NaN);
    file.nodes(this::takeNode);
    houses.forEach(house -> at(house).ifPresent(spot -> addHouse(house.tags(), spot)));
    areas.forEach(area -> at(area).ifPresent(spot -> addSettlement(area.tags(), spot)));
    streets.forEach(this::addStreet);
    return found;
  }

  /** Of a building with a courtyard the first outline stands for the whole. */
  private void takeRelation(ReaderRelation relation) {
    if (isHouse(relation) || isSettlement(relation)) {
      relation.getMembers().stream()
          .filter(member -> member.getType() == ReaderElement.Type.WAY)
          .filter(member -> !"inner".equals(member.getRole()))
          .findFirst()
          .ifPresent(outline -> outlines.put(outline.getRef(), relation));
    }
  }

  private void takeWay(ReaderWay way) {
    ReaderElement outlined = outlines.get(way.getId());
    if (outlined != null) {
      waitFor(isHouse(outlined) ? houses : areas, outlined, corners(way));
    }
    if (isHouse(way)) {
      waitFor(houses, way, corners(way));
    } else if (isSettlement(way)) {
      waitFor(areas, way, corners(way));
    } else if (isStreet(way)) {
      waitFor(streets, way, way.getNodes().toArray());
    }
  }

  private void waitFor(List<Waiting> waiting, ReaderElement tags, long[] nodes) {
    for (long node : nodes) {
      wanted.putIfAbsent(node, wanted.size());
    }
    if (wanted.size() > MAX_NODES) {
      throw new IllegalArgumentException(
          "the region has more than %d million bends of streets and corners of houses"
              .formatted(MAX_NODES / 1_000_000));
    }
    waiting.add(new Waiting(tags, nodes));
  }

  /** Two opposite corners: their middle is close enough to that of the house. */
  private static long[] corners(ReaderWay way) {
    int count = way.getNodes().size();
    return count == 0
        ? new long[0]
        : new long[] {way.getNodes().get(0), way.getNodes().get(count / 2)};
  }

  private void takeNode(ReaderNode node) {
    int index = wanted.getOrDefault(node.getId(), -1);
    if (index >= 0) {
      lats[index] = node.getLat();
      lons[index] = node.getLon();
    }
    if (isHouse(node)) {
      addHouse(node, new Coordinates(node.getLat(), node.getLon()));
    } else if (isSettlement(node)) {
      addSettlement(node, new Coordinates(node.getLat(), node.getLon()));
    }
  }

  private List<Coordinates> along(Waiting waiting) {
    return Arrays.stream(waiting.nodes())
        .mapToInt(wanted::get)
        .filter(index -> !Double.isNaN(lats[index]))
        .mapToObj(index -> new Coordinates(lats[index], lons[index]))
        .toList();
  }

  private Optional<Coordinates> at(Waiting waiting) {
    List<Coordinates> known = along(waiting);
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Coordinates(
                known.stream().mapToDouble(Coordinates::lat).average().orElseThrow(),
                known.stream().mapToDouble(Coordinates::lon).average().orElseThrow()));
  }

  private void addHouse(ReaderElement house, Coordinates spot) {
    String street = tag(house, "addr:street");
    found
        .addresses()
        .add(
            new Address(
                street.isEmpty() ? tag(house, "addr:place") : street,
                tag(house, "addr:housenumber"),
                tag(house, "addr:postcode"),
                tag(house, "addr:city"),
                spot));
  }

  private void addSettlement(ReaderElement tags, Coordinates spot) {
    Settlement.Sort.of(tag(tags, "place"))
        .ifPresent(
            sort ->
                found
                    .settlements()
                    .add(
                        new Settlement(
                            tag(tags, "name"),
                            otherNames(tags),
                            tag(tags, "postal_code"),
                            sort,
                            spot)));
  }

  private void addStreet(Waiting street) {
    List<Coordinates> along = along(street);
    if (!along.isEmpty()) {
      ReaderElement tags = street.tags();
      found
          .streets()
          .add(new Street(tag(tags, "name"), otherNames(tags), tag(tags, "postal_code"), along));
    }
  }

  private static boolean isHouse(ReaderElement tags) {
    return tags.hasTag("addr:housenumber")
        && (tags.hasTag("addr:street") || tags.hasTag("addr:place"));
  }

  private static boolean isSettlement(ReaderElement tags) {
    return tags.hasTag("name") && Settlement.Sort.of(tag(tags, "place")).isPresent();
  }

  private static boolean isStreet(ReaderElement tags) {
    return tags.hasTag("name")
        && tags.hasTag("highway")
        && !NO_STREETS.contains(tag(tags, "highway"));
  }

  private static List<String> otherNames(ReaderElement tags) {
    return tags.getTags().entrySet().stream()
        .filter(
            tag ->
                OTHER_NAMES.contains(tag.getKey())
                    || NAME_IN_A_LANGUAGE.matcher(tag.getKey()).matches())
        .map(tag -> tag.getValue().toString())
        .distinct()
        .toList();
  }

  private static String tag(ReaderElement element, String key) {
    return element.getTag(key, "").strip();
  }
}
