package io.trasa.parts;

import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.common.Stored;
import io.trasa.common.TextSearch;
import io.trasa.web.LiveStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
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

/** The door to the catalogue of parts. */
@Service
@Transactional
public class PartService {

  private static final Sort BY_CODE = Sort.by("code", "id");

  private final Parts parts;
  private final LiveStream live;

  PartService(Parts parts, LiveStream live) {
    this.parts = parts;
    this.live = live;
  }

  /**
   * @throws InvalidInputException if the code or the barcode is taken, or a substitute is unknown
   */
  public Part create(Part.Details details) {
    check(details, null);
    return announced(parts.saveAndFlush(new Part(details)));
  }

  /** As {@link #create}, of a part that exists. */
  public Part change(UUID id, long version, Part.Details details) {
    var part = get(id);
    part.requireVersion(version);
    check(details, id);
    part.describe(details);
    return announced(parts.saveAndFlush(part));
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Part get(UUID id) {
    return parts.findById(id).orElseThrow(() -> new NotFoundException("part", id));
  }

  /** Parts whose code, name or barcode hold all the words, by code. */
  @Transactional(readOnly = true)
  public Page<Part> search(@Nullable String words, boolean onlyActive, Pageable page) {
    var sorted = PageRequest.of(page.getPageNumber(), page.getPageSize(), BY_CODE);
    Specification<Part> wanted = TextSearch.allWords("search", words);
    return parts.findAll(
        onlyActive ? wanted.and((part, query, build) -> build.isTrue(part.get("active"))) : wanted,
        sorted);
  }

  /** The parts that exist of those asked for, by id. */
  @Transactional(readOnly = true)
  public Map<UUID, Part> parts(Collection<UUID> ids) {
    return parts.findAllById(ids).stream()
        .collect(Collectors.toMap(Stored::id, Function.identity()));
  }

  /** Active parts of which every van should carry some, by code. */
  @Transactional(readOnly = true)
  public List<Part> keptOnVans() {
    return parts.findByActiveTrueAndMinOnVanGreaterThanOrderByCodeAscIdAsc(BigDecimal.ZERO);
  }

  private Part announced(Part part) {
    live.publishAfterCommit("stock", Map.of("partId", part.id()));
    return part;
  }

  private void check(Part.Details details, @Nullable UUID self) {
    requireFree("code", details.code(), parts.findByCodeIgnoreCase(details.code()), self);
    if (!details.barcode().isEmpty()) {
      requireFree("barcode", details.barcode(), parts.findByBarcode(details.barcode()), self);
    }
    var known = parts(details.substituteIds());
    for (int i = 0; i < details.substituteIds().size(); i++) {
      var id = details.substituteIds().get(i);
      if (id.equals(self) || !known.containsKey(id)) {
        throw new InvalidInputException(
            "substituteIds[%d]".formatted(i),
            id,
            id.equals(self) ? "is the part itself" : "is not a known part",
            "Choose another part.");
      }
    }
  }

  private static void requireFree(
      String field, String value, Optional<Part> holder, @Nullable UUID self) {
    holder
        .filter(part -> !part.id().equals(self))
        .ifPresent(
            part -> {
              throw new InvalidInputException(
                  field,
                  value,
                  "is taken by %s %s".formatted(part.code(), part.name()),
                  "Choose another, or use that part.");
            });
  }
}
