package io.trasa.planning.open;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan in the format of VROOM 1.14; see {@link VroomProblem} for the units. */
public record VroomAnswer(
    int code, Summary summary, List<Unassigned> unassigned, List<Route> routes) {

  /** All routes together. */
  public record Summary(
      long cost,
      int routes,
      int unassigned,
      int[] delivery,
      int[] pickup,
      int setup,
      int service,
      int duration,
      @JsonProperty("waiting_time") int waitingTime,
      int priority,
      int distance,
      List<Object> violations,
      @JsonProperty("computing_times") Times computingTimes) {}

  /** In milliseconds; the routing is part of the loading. */
  public record Times(long loading, long solving, long routing) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Unassigned(
      long id,
      String type,
      @Nullable String description,
      double @Nullable [] location,
      @JsonProperty("location_index") @Nullable Integer locationIndex) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Route(
      long vehicle,
      @Nullable String description,
      long cost,
      int[] delivery,
      int[] pickup,
      int setup,
      int service,
      int duration,
      @JsonProperty("waiting_time") int waitingTime,
      int priority,
      int distance,
      List<Step> steps,
      List<Object> violations) {}

  /**
   * @param duration driven so far
   * @param distance driven so far
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(
      String type,
      @Nullable Long id,
      @Nullable String description,
      double @Nullable [] location,
      @JsonProperty("location_index") @Nullable Integer locationIndex,
      int setup,
      int service,
      @JsonProperty("waiting_time") int waitingTime,
      long arrival,
      int duration,
      int distance,
      int[] load,
      List<Object> violations) {}
}
