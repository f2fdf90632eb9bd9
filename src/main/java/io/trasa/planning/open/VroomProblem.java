package io.trasa.planning.open;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem in the format of VROOM 1.14. Times and lengths are in seconds, locations are
 * [longitude, latitude]. What is here but not served is refused by its name; what is not here is
 * not known.
 *
 * @param shipments not served
 */
public record VroomProblem(
    @Nullable List<Job> jobs,
    @Nullable List<Vehicle> vehicles,
    @Nullable List<Object> shipments,
    @Nullable Map<String, Matrix> matrices,
    @Nullable Options options) {

  /**
   * @param setup not served
   * @param amount an old name of delivery
   */
  public record Job(
      @Nullable Long id,
      @Nullable String description,
      double @Nullable [] location,
      @JsonProperty("location_index") @Nullable Integer locationIndex,
      @Nullable Integer setup,
      @Nullable Integer service,
      int @Nullable [] delivery,
      int @Nullable [] pickup,
      int @Nullable [] amount,
      @Nullable List<Integer> skills,
      @Nullable Integer priority,
      @JsonProperty("time_windows") @Nullable List<long[]> timeWindows) {}

  /**
   * @param maxDistance not served
   * @param steps routes to begin with; only their jobs are read
   */
  public record Vehicle(
      @Nullable Long id,
      @Nullable String description,
      @Nullable String profile,
      double @Nullable [] start,
      @JsonProperty("start_index") @Nullable Integer startIndex,
      double @Nullable [] end,
      @JsonProperty("end_index") @Nullable Integer endIndex,
      int @Nullable [] capacity,
      @Nullable Costs costs,
      @Nullable List<Integer> skills,
      @Nullable String type,
      @JsonProperty("time_window") long @Nullable [] timeWindow,
      @Nullable List<Break> breaks,
      @JsonProperty("speed_factor") @Nullable Double speedFactor,
      @JsonProperty("max_tasks") @Nullable Integer maxTasks,
      @JsonProperty("max_travel_time") @Nullable Integer maxTravelTime,
      @JsonProperty("max_distance") @Nullable Integer maxDistance,
      @Nullable List<Step> steps) {}

  /**
   * @param fixed not served, nor are perHour other than 3600 and perTaskHour
   * @param perKm what a kilometre costs; a second costs 1
   */
  public record Costs(
      @Nullable Integer fixed,
      @JsonProperty("per_hour") @Nullable Integer perHour,
      @JsonProperty("per_task_hour") @Nullable Integer perTaskHour,
      @JsonProperty("per_km") @Nullable Integer perKm) {}

  /**
   * @param maxLoad not served
   * @param timeWindows one at most; without one it may begin at any time of the vehicle's
   */
  public record Break(
      @Nullable Long id,
      @Nullable String description,
      @JsonProperty("time_windows") @Nullable List<long[]> timeWindows,
      @Nullable Integer service,
      @JsonProperty("max_load") int @Nullable [] maxLoad) {}

  public record Step(@Nullable String type, @Nullable Long id) {}

  /**
   * @param costs not served
   */
  public record Matrix(
      int @Nullable [][] durations, int @Nullable [][] distances, int @Nullable [][] costs) {}

  /**
   * @param geometry not served
   * @param seconds how long to search; not of VROOM: it depends on the number of jobs without it
   */
  public record Options(@JsonProperty("g") @Nullable Boolean geometry, @Nullable Integer seconds) {}
}
