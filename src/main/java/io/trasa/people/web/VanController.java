package io.trasa.people.web;

import io.trasa.people.RegisterService;
import io.trasa.people.Van;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Vehicles. */
@RestController
@RequestMapping("/api/vans")
class VanController {

  private final RegisterService register;

  VanController(RegisterService register) {
    this.register = register;
  }

  record VanView(UUID id, long version, String name, String plate) {

    static VanView of(Van van) {
      return new VanView(van.id(), van.version(), van.name(), van.plate());
    }
  }

  record VanForm(
      @NotNull(groups = OnChange.class) Long version,
      @NotBlank @PlainText(max = 100) String name,
      @NotBlank @PlainText(max = 20) String plate) {}

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<VanView> list(Paging paging) {
    return PageView.of(register.vans(paging.request()), VanView::of);
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  VanView create(@RequestBody @Validated VanForm form) {
    return VanView.of(register.createVan(form.name().strip(), form.plate().strip()));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  VanView change(@PathVariable UUID id, @RequestBody @Validated(OnChange.class) VanForm form) {
    return VanView.of(
        register.changeVan(id, form.version(), form.name().strip(), form.plate().strip()));
  }

  @DeleteMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id) {
    register.removeVan(id);
  }
}
