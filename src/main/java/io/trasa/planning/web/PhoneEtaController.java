package io.trasa.planning.web;

import io.trasa.common.TimeWindow;
import io.trasa.planning.EtaService;
import io.trasa.security.AllowedFor;
import io.trasa.security.CurrentTechnician;
import io.trasa.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * When the caller's visits of today will really begin: what {@code eta} tells later on, at once.
 */
@RestController
class PhoneEtaController {

  private final EtaService etas;
  private final CurrentTechnician currentTechnician;
  private final Clock clock;
  private final ZoneId zone;

  PhoneEtaController(
      EtaService etas, CurrentTechnician currentTechnician, Clock clock, ZoneId companyZone) {
    this.etas = etas;
    this.currentTechnician = currentTechnician;
    this.clock = clock;
    this.zone = companyZone;
  }

  /** When a visit will begin as far as is known now. */
  record PhoneEtaView(UUID visitId, Instant estimatedStart) {}

  /** Visits that were sent and have not begun, in driving order; a technician's day is short. */
  @GetMapping("/api/phone/etas")
  @AllowedFor({Role.TECHNICIAN})
  List<PhoneEtaView> list() {
    return etas
        .estimates(currentTechnician.id(), LocalDate.now(clock.withZone(zone)))
        .entrySet()
        .stream()
        .map(eta -> new PhoneEtaView(eta.getKey(), eta.getValue()))
        .toList();
  }

  /** A day's breaks once it is published, where they are to be expected; three at most. */
  @GetMapping("/api/phone/breaks")
  @AllowedFor({Role.TECHNICIAN})
  List<TimeWindow> breaks(@RequestParam @Nullable LocalDate day) {
    LocalDate today = LocalDate.now(clock.withZone(zone));
    return etas.breaks(currentTechnician.id(), day == null ? today : day);
  }

  /** A day's call at the warehouse once the day is published; one at most. */
  @GetMapping("/api/phone/calls")
  @AllowedFor({Role.TECHNICIAN})
  List<EtaService.Call> calls(@RequestParam @Nullable LocalDate day) {
    LocalDate today = LocalDate.now(clock.withZone(zone));
    return etas.call(currentTechnician.id(), day == null ? today : day).stream().toList();
  }
}
