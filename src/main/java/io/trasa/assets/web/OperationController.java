package io.trasa.assets.web;

import io.trasa.assets.CatalogueService;
import io.trasa.assets.Model;
import io.trasa.assets.Operation;
import io.trasa.common.Text;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PlainText;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Work with its usual time and price. */
@RestController
@RequestMapping("/api/operations")
class OperationController {

  private static final String USUAL_UNIT = "pc";

  private final CatalogueService catalogue;

  OperationController(CatalogueService catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param normMinutes how long one unit of it should take
   * @param unitPrice net, in the company's currency
   * @param vatRate in percent
   * @param modelId the only model it fits; null fits all
   * @param modelName brand and name of that model; empty if it fits all
   */
  record OperationView(
      UUID id,
      long version,
      String code,
      String name,
      int normMinutes,
      String unit,
      BigDecimal unitPrice,
      BigDecimal vatRate,
      @Nullable UUID modelId,
      String modelName,
      @Nullable UUID skillId,
      @Nullable Integer skillLevel,
      boolean active) {

    static OperationView of(Operation operation, Map<UUID, Model> models) {
      var model = operation.modelId() == null ? null : models.get(operation.modelId());
      return new OperationView(
          operation.id(),
          operation.version(),
          operation.code(),
          operation.name(),
          operation.normMinutes(),
          operation.unit(),
          operation.unitPrice(),
          operation.vatRate(),
          operation.modelId(),
          model == null ? "" : model.fullName(),
          operation.skillId(),
          operation.skillLevel(),
          operation.active());
    }
  }

  record OperationForm(
      @NotNull(groups = OnChange.class) Long version,
      @NotBlank @PlainText(max = 30) String code,
      @NotBlank @PlainText(max = 200) String name,
      @NotNull @Min(0) @Max(10_000) Integer normMinutes,
      @Nullable @PlainText(max = 10) String unit,
      @NotNull @DecimalMin("0") @DecimalMax("9999999") @Digits(integer = 7, fraction = 4)
          BigDecimal unitPrice,
      @NotNull @DecimalMin("0") @DecimalMax("99") @Digits(integer = 2, fraction = 2)
          BigDecimal vatRate,
      @Nullable UUID modelId,
      @Nullable UUID skillId,
      @Nullable @Min(1) @Max(5) Integer skillLevel,
      @Nullable Boolean active) {

    Operation.Details details() {
      var counted = Text.orEmpty(unit);
      return new Operation.Details(
          code.strip(),
          name.strip(),
          normMinutes,
          counted.isEmpty() ? USUAL_UNIT : counted,
          unitPrice.setScale(4),
          vatRate.setScale(2),
          modelId,
          skillId,
          skillLevel,
          !Boolean.FALSE.equals(active));
    }
  }

  /**
   * @param search words that must all occur in code or name
   * @param modelId only operations that fit this model
   */
  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<OperationView> list(
      @RequestParam @Nullable String search,
      @RequestParam @Nullable UUID modelId,
      @RequestParam @Nullable Boolean active,
      Paging paging) {
    var found = catalogue.operations(search, modelId, active, paging.request());
    var models = catalogue.models(modelIds(found.getContent()));
    return PageView.of(found, operation -> OperationView.of(operation, models));
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  OperationView create(@RequestBody @Validated OperationForm form) {
    return view(catalogue.createOperation(form.details()));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  OperationView change(
      @PathVariable UUID id, @RequestBody @Validated(OnChange.class) OperationForm form) {
    return view(catalogue.changeOperation(id, form.version(), form.details()));
  }

  private OperationView view(Operation operation) {
    return OperationView.of(operation, catalogue.models(modelIds(List.of(operation))));
  }

  private static List<UUID> modelIds(List<Operation> operations) {
    return operations.stream().map(Operation::modelId).filter(Objects::nonNull).distinct().toList();
  }
}
