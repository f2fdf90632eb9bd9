package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import io.trasa.people.PeopleService;
import io.trasa.people.Territory;
import io.trasa.routing.Traffic;
import io.trasa.routing.TrafficService;
import io.trasa.routing.TravelMatrix;
import io.trasa.routing.TravelTimes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Travel between places on certain days, for each vehicle, under the traffic of these days. */
@Component
class Ways {

  private final TravelTimes travelTimes;
  private final TrafficService traffic;
  private final PeopleService people;

  Ways(TravelTimes travelTimes, TrafficService traffic, PeopleService people) {
    this.travelTimes = travelTimes;
    this.traffic = traffic;
    this.people = people;
  }

  /** A matrix per vehicle; times are asked for in the horizon's seconds. */
  Map<Vehicle, TravelMatrix> between(
      List<Coordinates> places, Set<Vehicle> vehicles, Horizon horizon) {
    Optional<Traffic> traffic = trafficAt(places, horizon);
    var matrices = new EnumMap<Vehicle, TravelMatrix>(Vehicle.class);
    for (Vehicle vehicle : vehicles) {
      TravelMatrix empty = travelTimes.between(places, vehicle);
      matrices.put(vehicle, traffic.map(empty::under).orElse(empty));
    }
    return matrices;
  }

  /** The same while a circle is closed; on empty roads, speed profiles do not count there. */
  Map<Vehicle, TravelMatrix> around(
      ClosedRoads closed, List<Coordinates> places, Set<Vehicle> vehicles) {
    List<Coordinates> points = closed.with(places);
    var matrices = new EnumMap<Vehicle, TravelMatrix>(Vehicle.class);
    for (Vehicle vehicle : vehicles) {
      matrices.put(vehicle, closed.avoiding(places, travelTimes.between(points, vehicle)));
    }
    return matrices;
  }

  /** True if a way may take another time when it is begun at another. */
  boolean changeWithTime() {
    return traffic.hasProfiles();
  }

  private Optional<Traffic> trafficAt(List<Coordinates> places, Horizon horizon) {
    if (!traffic.hasProfiles()) {
      return Optional.empty();
    }
    List<Territory> territories = people.territories();
    var at = new ArrayList<@Nullable UUID>();
    for (Coordinates place : places) {
      at.add(
          territories.stream()
              .filter(territory -> territory.contains(place))
              .map(Territory::id)
              .findFirst()
              .orElse(null));
    }
    return traffic.on(horizon.from(), horizon.days(), horizon.zone(), at);
  }
}
