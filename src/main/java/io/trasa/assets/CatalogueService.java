package io.trasa.assets;

import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.common.Stored;
import io.trasa.common.TextSearch;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to models of devices, and to the operations that are done on them. */
@Service
@Transactional
public class CatalogueService {

  private static final Sort BY_BRAND = Sort.by("brand", "name", "id");
  private static final Sort BY_CODE = Sort.by("code", "id");

  private final Models models;
  private final Operations operations;
  private final Assets assets;

  CatalogueService(Models models, Operations operations, Assets assets) {
    this.models = models;
    this.operations = operations;
    this.assets = assets;
  }

  /**
   * @throws InvalidInputException if the brand has such a model already
   */
  public Model createModel(Model.Details details) {
    requireFree("name", details.name(), sameModel(details), null);
    return models.save(new Model(details));
  }

  public Model changeModel(UUID id, long version, Model.Details details) {
    var model = models.findById(id).orElseThrow(() -> new NotFoundException("model", id));
    model.requireVersion(version);
    requireFree("name", details.name(), sameModel(details), id);
    model.describe(details);
    assets.renameModel(id, model.fullName(), model.kind());
    return models.saveAndFlush(model);
  }

  /** Models whose brand, name or kind hold all the words, by brand and name. */
  @Transactional(readOnly = true)
  public Page<Model> models(@Nullable String words, @Nullable Boolean active, Pageable page) {
    return models.findAll(
        TextSearch.<Model>allWords("search", words).and(equal("active", active)),
        sorted(page, BY_BRAND));
  }

  /** The models that exist of those asked for, by id. */
  @Transactional(readOnly = true)
  public Map<UUID, Model> models(Collection<UUID> ids) {
    return models.findAllById(ids).stream()
        .collect(Collectors.toMap(Stored::id, Function.identity()));
  }

  /**
   * @throws InvalidInputException if the code is taken or the model is unknown
   */
  public Operation createOperation(Operation.Details details) {
    check(details, null);
    return operations.save(new Operation(details));
  }

  public Operation changeOperation(UUID id, long version, Operation.Details details) {
    var operation = operation(id);
    operation.requireVersion(version);
    check(details, id);
    operation.describe(details);
    return operations.saveAndFlush(operation);
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Operation operation(UUID id) {
    return operations.findById(id).orElseThrow(() -> new NotFoundException("operation", id));
  }

  /**
   * Operations whose code or name hold all the words, by code.
   *
   * @param fitsModelId only those for this model or for all; null for any
   */
  @Transactional(readOnly = true)
  public Page<Operation> operations(
      @Nullable String words, @Nullable UUID fitsModelId, @Nullable Boolean active, Pageable page) {
    return operations.findAll(
        TextSearch.<Operation>allWords("search", words)
            .and(fits(fitsModelId))
            .and(equal("active", active)),
        sorted(page, BY_CODE));
  }

  /** The operations that exist of those asked for, by id. */
  @Transactional(readOnly = true)
  public Map<UUID, Operation> operations(Collection<UUID> ids) {
    return operations.findAllById(ids).stream()
        .collect(Collectors.toMap(Stored::id, Function.identity()));
  }

  Model requireModel(String field, UUID id) {
    return models
        .findById(id)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    field, id, "is not a known model", "Choose one from the list, or add it."));
  }

  private void check(Operation.Details details, @Nullable UUID self) {
    requireFree(
        "code",
        details.code(),
        operations.findByCodeIgnoreCase(details.code()).map(Operation::id),
        self);
    if (details.modelId() != null) {
      requireModel("modelId", details.modelId());
    }
    if ((details.skillId() == null) != (details.skillLevel() == null)) {
      throw new InvalidInputException(
          "skillLevel",
          details.skillLevel(),
          "does not go with the skill " + details.skillId(),
          "Give both, or neither.");
    }
  }

  private Optional<UUID> sameModel(Model.Details details) {
    return models
        .findByBrandIgnoreCaseAndNameIgnoreCase(details.brand(), details.name())
        .map(Model::id);
  }

  private static void requireFree(
      String field, String value, Optional<UUID> owner, @Nullable UUID self) {
    if (owner.isPresent() && !owner.get().equals(self)) {
      throw new InvalidInputException(field, value, "is taken", "Choose another.");
    }
  }

  private static Specification<Operation> fits(@Nullable UUID modelId) {
    return modelId == null
        ? Specification.unrestricted()
        : (row, query, build) ->
            build.or(build.isNull(row.get("modelId")), build.equal(row.get("modelId"), modelId));
  }

  private static <T> Specification<T> equal(String attribute, @Nullable Object value) {
    return value == null
        ? Specification.unrestricted()
        : (row, query, build) -> build.equal(row.get(attribute), value);
  }

  private static PageRequest sorted(Pageable page, Sort sort) {
    return PageRequest.of(page.getPageNumber(), page.getPageSize(), sort);
  }
}
