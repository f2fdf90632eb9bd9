package io.trasa.parts.web;

import io.trasa.common.Coordinates;
import io.trasa.common.Text;
import io.trasa.parts.Warehouse;
import io.trasa.parts.WarehouseService;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the warehouse is: without a place, no plan sends anybody there for parts. */
@RestController
@RequestMapping("/api/warehouse")
class WarehouseController {

  private final WarehouseService warehouses;

  WarehouseController(WarehouseService warehouses) {
    this.warehouses = warehouses;
  }

  record WarehouseView(long version, String address, @Nullable Coordinates place, int callMinutes) {

    static WarehouseView of(Warehouse warehouse) {
      Warehouse.Details details = warehouse.details();
      return new WarehouseView(
          warehouse.version(), details.address(), details.place(), details.callMinutes());
    }
  }

  record WarehouseForm(
      @NotNull Long version,
      @Nullable @PlainText(max = 300) String address,
      @Nullable Coordinates place,
      @NotNull @Min(1) @Max(120) Integer callMinutes) {

    Warehouse.Details details() {
      return new Warehouse.Details(Text.orEmpty(address), place, callMinutes);
    }
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  WarehouseView get() {
    return WarehouseView.of(warehouses.get());
  }

  @PutMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.WAREHOUSE})
  WarehouseView change(@RequestBody @Valid WarehouseForm form) {
    return WarehouseView.of(warehouses.change(form.version(), form.details()));
  }
}
