package io.trasa.assets;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.customers.Customer;
import io.trasa.customers.CustomerService;
import io.trasa.customers.Site;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to assets. */
@Service
@Transactional
public class AssetService {

  private static final Sort BY_CUSTOMER = Sort.by("customerName", "modelName", "id");

  private final Assets assets;
  private final AssetChanges changes;
  private final CatalogueService catalogue;
  private final CustomerService customers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AssetService(
      Assets assets,
      AssetChanges changes,
      CatalogueService catalogue,
      CustomerService customers,
      ApplicationEventPublisher events,
      Clock clock,
      ZoneId companyZone) {
    this.assets = assets;
    this.changes = changes;
    this.catalogue = catalogue;
    this.customers = customers;
    this.events = events;
    this.clock = clock.withZone(companyZone);
  }

  /**
   * @throws InvalidInputException if customer, site, model and serial do not fit together
   */
  public Asset create(Asset.Details details) {
    var model = catalogue.requireModel("modelId", details.modelId());
    var customer = check(details);
    var taken = assets.findByModelIdAndSerialIgnoreCase(details.modelId(), details.serial());
    requireFree(details, taken.map(List::of).orElse(List.of()));
    var asset = assets.save(new Asset(details, model, customer.name()));
    changes.save(new AssetChange(asset.id(), "created", "", site(asset.siteId())));
    events.publishEvent(new AssetChanged(asset.id()));
    return asset;
  }

  /**
   * Changes what the office knows of an asset, and writes down what changed.
   *
   * @throws ConflictException with code {@code changed-meanwhile}
   */
  public Asset change(UUID id, long version, Asset.Details details) {
    var asset = get(id);
    asset.requireVersion(version);
    var model = catalogue.requireModel("modelId", details.modelId());
    var customer = check(details);
    requireFree(
        details,
        assets.findByModelIdAndSerialIgnoreCase(details.modelId(), details.serial()).stream()
            .filter(other -> !other.id().equals(id))
            .toList());
    var before = AssetFacts.of(asset, site(asset.siteId()));
    asset.describe(details, model, customer.name());
    changes.saveAll(before.changesTo(AssetFacts.of(asset, site(asset.siteId())), id));
    events.publishEvent(new AssetChanged(id));
    return assets.saveAndFlush(asset);
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Asset get(UUID id) {
    return assets.findById(id).orElseThrow(() -> new NotFoundException("asset", id));
  }

  /** Assets that match, by customer and model. */
  @Transactional(readOnly = true)
  public Page<Asset> list(AssetFilter filter, Pageable page) {
    var sorted = PageRequest.of(page.getPageNumber(), page.getPageSize(), BY_CUSTOMER);
    return assets.findAll(filter.specification(LocalDate.now(clock)), sorted);
  }

  /** What changed of an asset, the latest first. */
  @Transactional(readOnly = true)
  public Page<AssetChange> log(UUID id, Pageable page) {
    get(id);
    return changes.findByAssetIdOrderByIdDesc(id, page);
  }

  /**
   * The assets that exist of those asked for, by id. Each with the warranty that counts today: see
   * {@link AssetBrief#warranty}.
   */
  @Transactional(readOnly = true)
  public Map<UUID, AssetBrief> briefs(Collection<UUID> ids) {
    var today = LocalDate.now(clock);
    return ids.isEmpty()
        ? Map.of()
        : assets.findAllById(ids).stream()
            .map(asset -> asset.brief(today))
            .collect(Collectors.toMap(AssetBrief::id, Function.identity()));
  }

  private Customer check(Asset.Details details) {
    var customer = customers.customers(List.of(details.customerId())).get(details.customerId());
    if (customer == null) {
      throw new InvalidInputException(
          "customerId",
          details.customerId(),
          "is not a known customer",
          "Choose one from the list.");
    }
    var site = customers.sites(List.of(details.siteId())).get(details.siteId());
    if (site == null || !site.customerId().equals(details.customerId())) {
      throw new InvalidInputException(
          "siteId",
          details.siteId(),
          "is not a site of this customer",
          "Choose one of the customer's sites, or add it there.");
    }
    requireNoOverlap(details.warranties());
    requireNamedOnce(details.characteristics());
    return customer;
  }

  private static void requireFree(Asset.Details details, List<Asset> others) {
    if (!others.isEmpty()) {
      throw new InvalidInputException(
          "serial",
          details.serial(),
          "is taken by the %s at %s"
              .formatted(others.getFirst().modelName(), others.getFirst().customerName()),
          "Maybe it moved; then change that one's customer and site.");
    }
  }

  /** Periods of one document must not overlap; of several documents they may. */
  private static void requireNoOverlap(List<Warranty> warranties) {
    for (int i = 0; i < warranties.size(); i++) {
      for (int j = 0; j < i; j++) {
        var late = warranties.get(i);
        if (late.number().equalsIgnoreCase(warranties.get(j).number())
            && late.overlaps(warranties.get(j))) {
          throw new InvalidInputException(
              "warranties[%d].from".formatted(i),
              late.from(),
              "lies within the same warranty's other period, until " + warranties.get(j).until(),
              "Let it begin later, or give it a number of its own.");
        }
      }
    }
  }

  private static void requireNamedOnce(List<Characteristic> characteristics) {
    var names = new HashSet<String>();
    for (int i = 0; i < characteristics.size(); i++) {
      var name = characteristics.get(i).name();
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw new InvalidInputException(
            "characteristics[%d].name".formatted(i),
            name,
            "stands there twice",
            "Put both values into one.");
      }
    }
  }

  private String site(UUID id) {
    Site site = customers.sites(List.of(id)).get(id);
    return site == null
        ? ""
        : (site.name() + "\n" + site.address().onOneLine()).strip().replace("\n", ", ");
  }
}
