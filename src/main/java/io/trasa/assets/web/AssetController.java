package io.trasa.assets.web;

import io.trasa.assets.Asset;
import io.trasa.assets.AssetChange;
import io.trasa.assets.AssetFilter;
import io.trasa.assets.AssetService;
import io.trasa.customers.CustomerService;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of devices. */
@RestController
@RequestMapping("/api/assets")
class AssetController {

  private final AssetService assets;
  private final CustomerService customers;

  AssetController(AssetService assets, CustomerService customers) {
    this.assets = assets;
    this.customers = customers;
  }

  /**
   * @param field as the form names it; {@code created} for the first
   * @param from in words; empty if nothing was known before
   */
  record ChangeView(
      String field, String from, String to, @Nullable Instant at, @Nullable String by) {

    static ChangeView of(AssetChange change) {
      return new ChangeView(change.field(), change.from(), change.to(), change.at(), change.by());
    }
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<AssetView> list(@Valid AssetFilter filter, Paging paging) {
    var found = assets.list(filter, paging.request());
    var sites = customers.sites(found.map(Asset::siteId).toSet());
    return PageView.of(found, asset -> AssetView.of(asset, sites.get(asset.siteId())));
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  AssetView get(@PathVariable UUID id) {
    return view(assets.get(id));
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  AssetView create(@RequestBody @Validated AssetForm form) {
    return view(assets.create(form.details()));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  AssetView change(@PathVariable UUID id, @RequestBody @Validated(OnChange.class) AssetForm form) {
    return view(assets.change(id, form.version(), form.details()));
  }

  /** What changed of an asset, the latest first. */
  @GetMapping("/{id}/log")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<ChangeView> log(@PathVariable UUID id, Paging paging) {
    return PageView.of(assets.log(id, paging.request()), ChangeView::of);
  }

  private AssetView view(Asset asset) {
    return AssetView.of(asset, customers.sites(List.of(asset.siteId())).get(asset.siteId()));
  }
}
