package io.trasa.routing;

import static io.trasa.routing.RoadsForTests.LAKE_SIDE;
import static io.trasa.routing.RoadsForTests.MARKET;
import static io.trasa.routing.RoadsForTests.places;
import static io.trasa.routing.RoadsForTests.roads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import io.trasa.common.Vehicle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoadTravelTimesIT {

  private static final Coordinates MIDDLE_OF_THE_ATLANTIC = new Coordinates(30, -40);

  private final RoadTravelTimes times = new RoadTravelTimes(roads(), new KnownMatrices());
  private final RoadPaths paths = new RoadPaths(roads());

  @Test
  void agreesWithGraphHopperForEveryPair() {
    List<Coordinates> places = places(40, 1);
    TravelMatrix matrix = times.between(places, Vehicle.CAR);
    for (int from = 0; from < places.size(); from++) {
      for (int to = 0; to < places.size(); to++) {
        GHResponse route = route(places.get(from), places.get(to));
        assertThat(matrix.isReachable(from, to)).isEqualTo(!route.hasErrors());
        if (!route.hasErrors()) {
          assertThat(matrix.seconds(from, to))
              .isEqualTo(Rounding.seconds(route.getBest().getTime()));
          assertThat((double) matrix.metres(from, to))
              .isCloseTo(route.getBest().getDistance(), within(1.5));
        }
      }
    }
  }

  @Test
  void agreesWithTheDrawnPath() {
    List<Coordinates> places = places(30, 2);
    TravelMatrix matrix = times.between(places, Vehicle.CAR);
    for (int i = 1; i < places.size(); i++) {
      Optional<RoutePath> path = paths.path(places.get(i - 1), places.get(i), Vehicle.CAR);
      assertThat(path.isPresent()).isEqualTo(matrix.isReachable(i - 1, i));
      if (path.isPresent()) {
        assertThat(path.get().seconds()).isEqualTo(matrix.seconds(i - 1, i));
        assertThat((double) path.get().metres()).isCloseTo(matrix.metres(i - 1, i), within(1.0));
      }
    }
  }

  @Test
  void theWayBackMayTakeAnotherTime() {
    TravelMatrix matrix = times.between(places(40, 3), Vehicle.CAR);
    long differing = 0;
    for (int from = 0; from < matrix.size(); from++) {
      for (int to = 0; to < from; to++) {
        differing += matrix.seconds(from, to) == matrix.seconds(to, from) ? 0 : 1;
      }
    }
    assertThat(differing).isPositive();
  }

  @Test
  void placesWithoutRoadAreUnreachableAndHarmNoOther() {
    var swapped = new Coordinates(MARKET.lon(), MARKET.lat());
    TravelMatrix matrix =
        times.between(List.of(MARKET, MIDDLE_OF_THE_ATLANTIC, LAKE_SIDE, swapped), Vehicle.CAR);
    assertThat(matrix.isReachable(0, 2)).isTrue();
    assertThat(matrix.isReachable(2, 0)).isTrue();
    for (int good : new int[] {0, 2}) {
      for (int bad : new int[] {1, 3}) {
        assertThat(matrix.isReachable(good, bad)).isFalse();
        assertThat(matrix.isReachable(bad, good)).isFalse();
      }
    }
    assertThat(matrix.seconds(1, 1)).isZero();
    assertThat(paths.path(MARKET, MIDDLE_OF_THE_ATLANTIC, Vehicle.CAR)).isEmpty();
    assertThat(paths.path(swapped, MARKET, Vehicle.CAR)).isEmpty();
  }

  @Test
  void samePlaceTakesNoTime() {
    TravelMatrix matrix = times.between(List.of(MARKET, LAKE_SIDE, MARKET), Vehicle.CAR);
    assertThat(matrix.seconds(0, 2)).isZero();
    assertThat(matrix.metres(2, 0)).isZero();
    assertThat(matrix.seconds(0, 1)).isEqualTo(matrix.seconds(2, 1)).isPositive();
  }

  @Test
  void noPlacesOrOnlyBadOnesGiveAMatrixToo() {
    assertThat(times.between(List.of(), Vehicle.CAR).size()).isZero();
    TravelMatrix nowhere =
        times.between(List.of(MIDDLE_OF_THE_ATLANTIC, new Coordinates(89.9, 179.9)), Vehicle.CAR);
    assertThat(nowhere.isReachable(0, 1)).isFalse();
  }

  @Test
  void refusesMorePlacesThanFitIntoMemory() {
    assertThatThrownBy(() -> times.between(Collections.nCopies(10_001, MARKET), Vehicle.CAR))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("10001");
  }

  @Test
  void remembersTheMatrixOfTheSamePlaces() {
    List<Coordinates> places = places(20, 4);
    assertThat(times.between(places, Vehicle.CAR))
        .isSameAs(times.between(List.copyOf(places), Vehicle.CAR));
  }

  @Test
  void aMatrixThatGrewIsTheMatrixMadeAtOnce() {
    List<Coordinates> first = places(30, 5);
    times.between(first, Vehicle.CAR);
    List<Coordinates> later = new ArrayList<>(places(8, 6));
    later.addAll(first.subList(3, 25));
    later.add(MIDDLE_OF_THE_ATLANTIC);
    later.addAll(first.subList(0, 2));
    TravelMatrix grown = times.between(later, Vehicle.CAR);
    TravelMatrix fresh =
        new RoadTravelTimes(roads(), new KnownMatrices()).between(later, Vehicle.CAR);
    for (int from = 0; from < later.size(); from++) {
      for (int to = 0; to < later.size(); to++) {
        assertThat(grown.seconds(from, to)).isEqualTo(fresh.seconds(from, to));
        assertThat(grown.metres(from, to)).isEqualTo(fresh.metres(from, to));
      }
    }
  }

  @Test
  void saysWhatIsWrongWithABadPlace() {
    var swapped = new Coordinates(MARKET.lon(), MARKET.lat());
    var middleOfTheLake = new Coordinates(53.50, 13.20);
    assertThat(paths.problem(MARKET, Vehicle.CAR)).isEmpty();
    assertThat(paths.problem(swapped, Vehicle.CAR)).contains(PlaceProblem.SWAPPED);
    assertThat(paths.problem(MIDDLE_OF_THE_ATLANTIC, Vehicle.FOOT)).contains(PlaceProblem.OUTSIDE);
    try (RoadGraph strict = RoadsForTests.open(100)) {
      assertThat(new RoadPaths(strict).problem(middleOfTheLake, Vehicle.CAR))
          .contains(PlaceProblem.NO_ROAD);
    }
    assertThat(PlaceProblem.SWAPPED.of("place", swapped))
        .hasMessageContaining("13.26100, 53.55730")
        .hasMessageContaining("Swap latitude and longitude");
  }

  @Test
  void vehiclesHaveTheirOwnTimes() {
    List<Coordinates> places = List.of(MARKET, LAKE_SIDE);
    int car = times.between(places, Vehicle.CAR).seconds(0, 1);
    int foot = times.between(places, Vehicle.FOOT).seconds(0, 1);
    assertThat(foot).isGreaterThan(2 * car);
    assertThat(times.between(places, Vehicle.CAR).seconds(0, 1)).isEqualTo(car);
  }

  @Test
  void pathsFollowRoads() {
    List<Optional<RoutePath>> legs = paths.legs(List.of(MARKET, LAKE_SIDE, MARKET), Vehicle.CAR);
    assertThat(legs).hasSize(2).allMatch(Optional::isPresent);
    RoutePath there = legs.getFirst().orElseThrow();
    List<Coordinates> points = there.points();
    assertThat(points.size()).isGreaterThan(5);
    assertThat(points.getFirst().metresTo(MARKET)).isLessThan(100);
    assertThat(points.getLast().metresTo(LAKE_SIDE)).isLessThan(600);
    double drawn = 0;
    for (int i = 1; i < points.size(); i++) {
      drawn += points.get(i - 1).metresTo(points.get(i));
    }
    assertThat(drawn).isCloseTo(there.metres(), within(there.metres() * 0.01 + 5));
  }

  @Test
  void boundsHoldTheTown() {
    assertThat(paths.bounds().contains(MARKET)).isTrue();
    assertThat(paths.bounds().contains(MIDDLE_OF_THE_ATLANTIC)).isFalse();
  }

  private static GHResponse route(Coordinates from, Coordinates to) {
    return roads()
        .hopper()
        .route(new GHRequest(from.lat(), from.lon(), to.lat(), to.lon()).setProfile("car"));
  }
}
