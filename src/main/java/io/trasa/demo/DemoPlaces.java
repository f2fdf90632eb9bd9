package io.trasa.demo;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import io.trasa.customers.Address;
import io.trasa.routing.Bounds;
import io.trasa.routing.RoadNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Where the demo's people live and its sites stand: real addresses of the default extract. */
@Component
class DemoPlaces {

  private static final int MADE_UP = 360;
  private static final int MAX_TRIES = 20_000;

  private final RoadNetwork roads;

  DemoPlaces(RoadNetwork roads) {
    this.roads = roads;
  }

  /** A place with its postal address. */
  record Place(Address address, Coordinates coordinates) {}

  /** For another extract, places on its roads with made-up addresses. */
  List<Place> places(Random random) {
    List<Place> real = addresses();
    boolean ours = real.stream().allMatch(p -> roads.bounds().contains(p.coordinates()));
    return ours ? real : madeUp(random);
  }

  /** The box that all places lie in. */
  static Bounds boxOf(List<Place> places) {
    var lats = places.stream().mapToDouble(p -> p.coordinates().lat()).summaryStatistics();
    var lons = places.stream().mapToDouble(p -> p.coordinates().lon()).summaryStatistics();
    return new Bounds(lats.getMin(), lons.getMin(), lats.getMax(), lons.getMax());
  }

  /** The one nearest to the middle of that box. */
  static Place middlemost(List<Place> places, Bounds box) {
    var middle = new Coordinates((box.south() + box.north()) / 2, (box.west() + box.east()) / 2);
    return places.stream()
        .min(Comparator.comparingDouble(place -> place.coordinates().metresTo(middle)))
        .orElseThrow();
  }

  private static List<Place> addresses() {
    try {
      return new ClassPathResource("demo/addresses.csv")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(DemoPlaces::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's addresses cannot be read", e);
    }
  }

  private static Place parse(String line) {
    List<String> cells = List.of(line.split(",", -1));
    return new Place(
        new Address(cells.get(0), cells.get(1), cells.get(2), cells.get(3)),
        new Coordinates(Double.parseDouble(cells.get(4)), Double.parseDouble(cells.get(5))));
  }

  private List<Place> madeUp(Random random) {
    Bounds box = roads.bounds();
    var places = new ArrayList<Place>();
    for (int tries = 0; places.size() < MADE_UP && tries < MAX_TRIES; tries++) {
      var here = anywhere(box, random);
      var reference = places.isEmpty() ? anywhere(box, random) : places.getFirst().coordinates();
      if (roads.path(reference, here, Vehicle.CAR).isPresent()
          && roads.path(here, reference, Vehicle.CAR).isPresent()) {
        var address = new Address("Demo street", Integer.toString(places.size() + 1), "", "Demo");
        places.add(new Place(address, here));
      }
    }
    if (places.size() < MADE_UP) {
      throw new IllegalStateException(
          "The demo company finds only %d places on roads within %s. Maybe set trasa.demo.enabled=false for this extract."
              .formatted(places.size(), box));
    }
    return places;
  }

  private static Coordinates anywhere(Bounds box, Random random) {
    return new Coordinates(
        random.nextDouble(box.south(), box.north()), random.nextDouble(box.west(), box.east()));
  }
}
