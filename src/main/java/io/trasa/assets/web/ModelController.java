package io.trasa.assets.web;

import io.trasa.assets.CatalogueService;
import io.trasa.assets.Model;
import io.trasa.common.Text;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Models of devices. */
@RestController
@RequestMapping("/api/models")
class ModelController {

  private final CatalogueService catalogue;

  ModelController(CatalogueService catalogue) {
    this.catalogue = catalogue;
  }

  record ModelView(UUID id, long version, String brand, String name, String kind, boolean active) {

    static ModelView of(Model model) {
      return new ModelView(
          model.id(), model.version(), model.brand(), model.name(), model.kind(), model.active());
    }
  }

  record ModelForm(
      @NotNull(groups = OnChange.class) Long version,
      @NotBlank @PlainText(max = 100) String brand,
      @NotBlank @PlainText(max = 100) String name,
      @Nullable @PlainText(max = 100) String kind,
      @Nullable Boolean active) {

    Model.Details details() {
      return new Model.Details(
          brand.strip(), name.strip(), Text.orEmpty(kind), !Boolean.FALSE.equals(active));
    }
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<ModelView> list(
      @RequestParam @Nullable String search,
      @RequestParam @Nullable Boolean active,
      Paging paging) {
    return PageView.of(catalogue.models(search, active, paging.request()), ModelView::of);
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  ModelView create(@RequestBody @Validated ModelForm form) {
    return ModelView.of(catalogue.createModel(form.details()));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  ModelView change(@PathVariable UUID id, @RequestBody @Validated(OnChange.class) ModelForm form) {
    return ModelView.of(catalogue.changeModel(id, form.version(), form.details()));
  }
}
