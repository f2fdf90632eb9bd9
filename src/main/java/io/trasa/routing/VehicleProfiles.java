package io.trasa.routing;

import static com.graphhopper.json.Statement.Else;
import static com.graphhopper.json.Statement.If;

import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement.Op;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.TurnCostsConfig;
import io.trasa.common.Vehicle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How each vehicle chooses its way. Those with an engine keep to turn restrictions; nobody turns
 * round in the middle of a road but where a visit is.
 */
final class VehicleProfiles {

  /** A detour of a kilometre must save this many seconds: about what a van's kilometre costs. */
  private static final double SECONDS_SAVED_PER_KILOMETRE = 30;

  private static final String NEVER = "0";

  /** Private roads stay in: customers live there. The profiles keep through traffic out. */
  private static final String RARELY = "0.1";

  private static final String CAR_VALUES =
      "car_access|block_private=false, car_average_speed, road_access";
  private static final String SIZE_VALUES = "max_width, max_height, max_weight, hgv";
  private static final String BICYCLE_VALUES =
      "bike_access|block_private=false, bike_average_speed, bike_priority, bike_road_access";
  private static final String FOOT_VALUES =
      "foot_access|block_private=false, foot_average_speed, foot_priority, foot_road_access";

  private VehicleProfiles() {}

  /** GraphHopper's name of the vehicle. */
  static String name(Vehicle vehicle) {
    return vehicle.name().toLowerCase(Locale.ROOT);
  }

  static List<Profile> of(Collection<Vehicle> vehicles) {
    return vehicles.stream().map(VehicleProfiles::of).toList();
  }

  static Profile of(Vehicle vehicle) {
    var profile = new Profile(name(vehicle)).setCustomModel(model(vehicle));
    List<String> restrictionsFor =
        switch (vehicle) {
          case CAR, VAN -> List.of("motorcar", "motor_vehicle");
          case TRUCK -> List.of("hgv", "motorcar", "motor_vehicle");
          case BICYCLE, FOOT -> List.of();
        };
    return restrictionsFor.isEmpty()
        ? profile
        : profile.setTurnCostsConfig(new TurnCostsConfig(restrictionsFor));
  }

  /** What has to be read from the map for these vehicles. */
  static String encodedValues(Collection<Vehicle> vehicles) {
    return vehicles.stream()
        .flatMap(
            vehicle ->
                switch (vehicle) {
                  case CAR -> Stream.of(CAR_VALUES);
                  case VAN, TRUCK -> Stream.of(CAR_VALUES, SIZE_VALUES);
                  case BICYCLE -> Stream.of(BICYCLE_VALUES);
                  case FOOT -> Stream.of(FOOT_VALUES);
                })
        .flatMap(values -> Stream.of(values.split(", ")))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static CustomModel model(Vehicle vehicle) {
    return switch (vehicle) {
      case CAR -> motor();
      // 2.1 m wide without mirrors, 2.8 m high, 3.5 t.
      case VAN ->
          motor()
              .addToPriority(If("max_width < 2.1 || max_height < 2.8", Op.MULTIPLY, NEVER))
              .addToPriority(If("max_weight < 3.5", Op.MULTIPLY, NEVER))
              .addToSpeed(If("true", Op.LIMIT, "130"));
      // 2.55 m wide, 3.8 m high, 12 t; most countries hold it to 80 km/h.
      case TRUCK ->
          motor()
              .addToPriority(If("hgv == NO", Op.MULTIPLY, NEVER))
              .addToPriority(If("max_width < 2.55 || max_height < 3.8", Op.MULTIPLY, NEVER))
              .addToPriority(If("max_weight < 12", Op.MULTIPLY, NEVER))
              .addToSpeed(If("true", Op.LIMIT, "car_average_speed * 0.9"))
              .addToSpeed(If("true", Op.LIMIT, "80"));
      case BICYCLE ->
          new CustomModel()
              .addToPriority(If("!bike_access", Op.MULTIPLY, NEVER))
              .addToPriority(Else(Op.MULTIPLY, "bike_priority"))
              .addToPriority(If("bike_road_access == PRIVATE", Op.MULTIPLY, RARELY))
              .addToSpeed(If("true", Op.LIMIT, "bike_average_speed"));
      case FOOT ->
          new CustomModel()
              .addToPriority(If("!foot_access", Op.MULTIPLY, NEVER))
              .addToPriority(Else(Op.MULTIPLY, "foot_priority"))
              .addToPriority(If("foot_road_access == PRIVATE", Op.MULTIPLY, RARELY))
              .addToSpeed(If("true", Op.LIMIT, "foot_average_speed"));
    };
  }

  private static CustomModel motor() {
    return new CustomModel()
        .setDistanceInfluence(SECONDS_SAVED_PER_KILOMETRE)
        .addToPriority(If("!car_access", Op.MULTIPLY, NEVER))
        .addToPriority(
            If("road_access == PRIVATE || road_access == DESTINATION", Op.MULTIPLY, RARELY))
        .addToSpeed(If("true", Op.LIMIT, "car_average_speed"));
  }
}
