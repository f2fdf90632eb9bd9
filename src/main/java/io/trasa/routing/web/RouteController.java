package io.trasa.routing.web;

import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import io.trasa.common.Vehicle;
import io.trasa.routing.RoadNetwork;
import io.trasa.routing.RoutePath;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Ways along roads to draw, many at once. */
@RestController
class RouteController {

  private static final int MAX_LEGS = 5_000;

  private final RoadNetwork roads;

  RouteController(RoadNetwork roads) {
    this.roads = roads;
  }

  record RouteForm(
      @Nullable Vehicle vehicle, @NotEmpty @Size(max = 500) List<@NotNull Coordinates> stops) {}

  record RoutesForm(@NotEmpty @Size(max = 500) List<@NotNull @Valid RouteForm> routes) {}

  /**
   * One way on empty roads.
   *
   * @param polyline encoded, five decimals, latitude first
   */
  record LegView(int seconds, int metres, String polyline) {

    static @Nullable LegView of(Optional<RoutePath> path) {
      return path.map(p -> new LegView(p.seconds(), p.metres(), p.polyline())).orElse(null);
    }
  }

  /**
   * @param legs one fewer than the stops; null where there is no way
   */
  record RouteView(List<@Nullable LegView> legs) {}

  record RoutesView(List<RouteView> routes) {}

  /** The legs of each route, in the order asked for. */
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  @PostMapping("/api/routes")
  RoutesView routes(@RequestBody @Validated RoutesForm form) {
    int legs = form.routes().stream().mapToInt(route -> route.stops().size() - 1).sum();
    if (legs > MAX_LEGS) {
      throw new InvalidInputException(
          "routes",
          legs + " legs",
          "are more than %,d".formatted(MAX_LEGS),
          "Ask for them in several requests.");
    }
    return new RoutesView(form.routes().parallelStream().map(this::route).toList());
  }

  private RouteView route(RouteForm route) {
    Vehicle vehicle = Objects.requireNonNullElse(route.vehicle(), Vehicle.CAR);
    List<Optional<RoutePath>> legs = roads.legs(route.stops(), vehicle);
    var views = new ArrayList<@Nullable LegView>();
    legs.forEach(leg -> views.add(LegView.of(leg)));
    return new RouteView(views);
  }
}
