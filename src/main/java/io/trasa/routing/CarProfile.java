package io.trasa.routing;

import static com.graphhopper.json.Statement.If;

import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement.Op;
import com.graphhopper.util.CustomModel;

/** How a technician's car or van chooses its way. */
final class CarProfile {

  static final String NAME = "car";

  /** Private roads stay in: customers live there. The profile keeps through traffic out. */
  static final String ENCODED_VALUES =
      "car_access|block_private=false, car_average_speed, road_access";

  /** A detour of a kilometre must save this many seconds: about what a van's kilometre costs. */
  private static final double SECONDS_SAVED_PER_KILOMETRE = 30;

  private CarProfile() {}

  static Profile create() {
    return new Profile(NAME)
        .setCustomModel(
            new CustomModel()
                .setDistanceInfluence(SECONDS_SAVED_PER_KILOMETRE)
                .addToPriority(If("!car_access", Op.MULTIPLY, "0"))
                .addToPriority(
                    If("road_access == PRIVATE || road_access == DESTINATION", Op.MULTIPLY, "0.1"))
                .addToSpeed(If("true", Op.LIMIT, "car_average_speed")));
  }
}
