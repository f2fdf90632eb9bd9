package io.trasa.parts.web;

import io.trasa.common.Text;
import io.trasa.parts.Part;
import io.trasa.parts.PartService;
import io.trasa.parts.StockLevel;
import io.trasa.parts.StockService;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PlainText;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** The catalogue of parts, each with how much there is of it. */
@RestController
@RequestMapping("/api/parts")
class PartController {

  private final PartService parts;
  private final StockService stock;

  PartController(PartService parts, StockService stock) {
    this.parts = parts;
    this.stock = stock;
  }

  /** Prices in the company's currency, net. */
  record PartView(
      UUID id,
      long version,
      String code,
      String name,
      String unit,
      BigDecimal cost,
      BigDecimal price,
      BigDecimal vatRate,
      String barcode,
      List<SubstituteView> substitutes,
      BigDecimal minOnVan,
      boolean active,
      BigDecimal inWarehouse,
      BigDecimal reserved,
      BigDecimal free,
      BigDecimal onVans) {}

  record SubstituteView(UUID id, String code, String name, BigDecimal free) {}

  record PartForm(
      @NotNull(groups = OnChange.class) Long version,
      @NotBlank @PlainText(max = 40) String code,
      @NotBlank @PlainText(max = 200) String name,
      @NotBlank @PlainText(max = 10) String unit,
      @NotNull @DecimalMin("0") @DecimalMax("9999999") @Digits(integer = 7, fraction = 4)
          BigDecimal cost,
      @NotNull @DecimalMin("0") @DecimalMax("9999999") @Digits(integer = 7, fraction = 4)
          BigDecimal price,
      @NotNull @DecimalMin("0") @DecimalMax("99") @Digits(integer = 2, fraction = 2)
          BigDecimal vatRate,
      @Nullable @PlainText(max = 60) String barcode,
      @Nullable @Size(max = 20) List<@NotNull UUID> substituteIds,
      @Nullable @DecimalMin("0") @DecimalMax("999999") @Digits(integer = 6, fraction = 3)
          BigDecimal minOnVan,
      @Nullable Boolean active) {

    Part.Details details() {
      return new Part.Details(
          code.strip(),
          name.strip(),
          unit.strip(),
          cost.setScale(4),
          price.setScale(4),
          vatRate.setScale(2),
          Text.orEmpty(barcode),
          List.copyOf(Objects.requireNonNullElse(substituteIds, List.of())),
          Objects.requireNonNullElse(minOnVan, BigDecimal.ZERO).setScale(3),
          !Boolean.FALSE.equals(active));
    }
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<PartView> list(
      @RequestParam(required = false) @Nullable String search,
      @RequestParam(defaultValue = "false") boolean onlyActive,
      Paging paging) {
    var found = parts.search(search, onlyActive, paging.request());
    var shelf = new Shelf(found.getContent());
    return PageView.of(found, shelf::view);
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PartView get(@PathVariable UUID id) {
    return view(parts.get(id));
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.WAREHOUSE})
  @ResponseStatus(HttpStatus.CREATED)
  PartView create(@RequestBody @Validated PartForm form) {
    return view(parts.create(form.details()));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.WAREHOUSE})
  PartView change(@PathVariable UUID id, @RequestBody @Validated(OnChange.class) PartForm form) {
    return view(parts.change(id, form.version(), form.details()));
  }

  private PartView view(Part part) {
    return new Shelf(List.of(part)).view(part);
  }

  /** What there is of some parts and of their substitutes, read at once. */
  private final class Shelf {

    private final Map<UUID, Part> substitutes;
    private final Map<UUID, StockLevel> levels;

    Shelf(List<Part> shown) {
      substitutes =
          parts.parts(
              shown.stream()
                  .flatMap(part -> part.substituteIds().stream())
                  .collect(Collectors.toSet()));
      Set<UUID> all = shown.stream().map(Part::id).collect(Collectors.toSet());
      all.addAll(substitutes.keySet());
      levels = stock.levels(all);
    }

    PartView view(Part part) {
      var what = part.details();
      var level = level(part.id());
      return new PartView(
          part.id(),
          part.version(),
          what.code(),
          what.name(),
          what.unit(),
          what.cost(),
          what.price(),
          what.vatRate(),
          what.barcode(),
          part.substituteIds().stream()
              .map(substitutes::get)
              .filter(Objects::nonNull)
              .map(p -> new SubstituteView(p.id(), p.code(), p.name(), level(p.id()).free()))
              .toList(),
          what.minOnVan(),
          what.active(),
          level.inWarehouse(),
          level.reserved(),
          level.free(),
          level.onVans());
    }

    private StockLevel level(UUID partId) {
      return levels.getOrDefault(partId, StockLevel.NOTHING);
    }
  }
}
