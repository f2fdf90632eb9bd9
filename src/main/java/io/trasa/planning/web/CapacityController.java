package io.trasa.planning.web;

import io.trasa.planning.Capacity;
import io.trasa.planning.CapacityService;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who works in which territory on which day, and how much is still free. */
@RestController
@RequestMapping("/api/capacity")
class CapacityController {

  private final CapacityService capacity;

  CapacityController(CapacityService capacity) {
    this.capacity = capacity;
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  Capacity capacity(@RequestParam LocalDate from, @RequestParam(defaultValue = "7") int days) {
    return capacity.of(from, days);
  }
}
