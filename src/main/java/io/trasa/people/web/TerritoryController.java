package io.trasa.people.web;

import io.trasa.common.Coordinates;
import io.trasa.people.RegisterService;
import io.trasa.people.Territory;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
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

/** Parts of the country. */
@RestController
@RequestMapping("/api/territories")
class TerritoryController {

  private final RegisterService register;

  TerritoryController(RegisterService register) {
    this.register = register;
  }

  record TerritoryView(
      UUID id, long version, String name, String color, List<Coordinates> boundary) {

    static TerritoryView of(Territory territory) {
      return new TerritoryView(
          territory.id(),
          territory.version(),
          territory.name(),
          territory.color(),
          territory.boundary());
    }
  }

  record TerritoryForm(
      @NotNull(groups = OnChange.class) Long version,
      @NotBlank @PlainText(max = 100) String name,
      @NotNull @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "is not a color such as #3567d6")
          String color,
      @NotNull @Size(min = 3, max = 500) List<@NotNull Coordinates> boundary) {

    Territory.Details details() {
      return new Territory.Details(name.strip(), color, boundary);
    }
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<TerritoryView> list(Paging paging) {
    return PageView.of(register.territories(paging.request()), TerritoryView::of);
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  TerritoryView create(@RequestBody @Validated TerritoryForm form) {
    return TerritoryView.of(register.createTerritory(form.details()));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  TerritoryView change(
      @PathVariable UUID id, @RequestBody @Validated(OnChange.class) TerritoryForm form) {
    return TerritoryView.of(register.changeTerritory(id, form.version(), form.details()));
  }

  @DeleteMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id) {
    register.removeTerritory(id);
  }
}
