package io.trasa.routing.web;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import io.trasa.routing.RoadNetwork;
import io.trasa.security.AllowedFor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells before a pin is kept whether anybody can drive there. */
@RestController
class PlaceController {

  private final RoadNetwork roads;

  PlaceController(RoadNetwork roads) {
    this.roads = roads;
  }

  /** 204 if the place can be reached; else 400 with the place, the reason and what to do. */
  @AllowedFor(anyUser = true)
  @GetMapping("/api/places/check")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void check(
      @RequestParam double lat,
      @RequestParam double lon,
      @RequestParam(defaultValue = "CAR") Vehicle vehicle) {
    var place = new Coordinates(lat, lon);
    roads
        .problem(place, vehicle)
        .ifPresent(
            problem -> {
              throw problem.of("place", place);
            });
  }
}
