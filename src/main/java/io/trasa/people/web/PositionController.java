package io.trasa.people.web;

import io.trasa.common.Coordinates;
import io.trasa.people.Position;
import io.trasa.people.PositionService;
import io.trasa.security.AllowedFor;
import io.trasa.security.CurrentTechnician;
import io.trasa.security.Role;
import io.trasa.web.PageView;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where technicians are: told by their phones, seen by who dispatches. */
@RestController
class PositionController {

  private static final int EARTH = 20_000_000;

  private final PositionService positions;
  private final CurrentTechnician technician;

  PositionController(PositionService positions, CurrentTechnician technician) {
    this.positions = positions;
    this.technician = technician;
  }

  record PositionView(
      UUID technicianId, double lat, double lon, int accuracyMetres, Instant seenAt) {

    static PositionView of(Position position) {
      return new PositionView(
          position.technicianId(),
          position.place().lat(),
          position.place().lon(),
          position.accuracyMetres(),
          position.seenAt());
    }
  }

  record SeenPosition(
      @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
      @NotNull @DecimalMin("-180") @DecimalMax("180") Double lon,
      @NotNull @Min(0) @Max(EARTH) Integer accuracyMetres,
      @NotNull @ThisCentury Instant seenAt) {}

  /**
   * What came of it.
   *
   * @param noted false outside of working hours
   */
  record Noted(boolean noted) {}

  /** The last position of everybody who shares it. */
  @GetMapping("/api/positions")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  PageView<PositionView> list() {
    return PageView.whole(positions.latest().stream().map(PositionView::of).toList());
  }

  /** One's own, from the phone; nothing is kept outside of working hours. */
  @PutMapping("/api/phone/position")
  @AllowedFor(Role.TECHNICIAN)
  Noted note(@RequestBody @Valid SeenPosition seen) {
    var place = new Coordinates(seen.lat(), seen.lon());
    return new Noted(positions.note(technician.id(), place, seen.accuracyMetres(), seen.seenAt()));
  }

  /** One's own is not shared any more, and forgotten. */
  @DeleteMapping("/api/phone/position")
  @AllowedFor(Role.TECHNICIAN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget() {
    positions.forget(technician.id());
  }
}
