package io.trasa.customers.web;

import io.trasa.common.Coordinates;
import io.trasa.common.Text;
import io.trasa.customers.Address;
import io.trasa.customers.CustomerService;
import io.trasa.customers.Site;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PlainText;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers' sites. */
@RestController
@RequestMapping("/api")
class SiteController {

  private final CustomerService customers;

  SiteController(CustomerService customers) {
    this.customers = customers;
  }

  record SiteView(
      UUID id,
      long version,
      UUID customerId,
      String name,
      Address address,
      Coordinates coordinates,
      String accessNotes) {

    static SiteView of(Site site) {
      return new SiteView(
          site.id(),
          site.version(),
          site.customerId(),
          site.name(),
          site.address(),
          site.coordinates(),
          site.accessNotes());
    }
  }

  record AddressForm(
      @Nullable @PlainText(max = 200) String street,
      @Nullable @PlainText(max = 20) String houseNumber,
      @Nullable @PlainText(max = 20) String postcode,
      @NotBlank @PlainText(max = 100) String city) {

    Address address() {
      return new Address(
          Text.orEmpty(street), Text.orEmpty(houseNumber), Text.orEmpty(postcode), city.strip());
    }
  }

  /** A site's name may be empty; then its address stands for it. */
  record SiteForm(
      @NotNull(groups = OnChange.class) Long version,
      @Nullable @PlainText(max = 200) String name,
      @NotNull @Valid AddressForm address,
      @NotNull Coordinates coordinates,
      @Nullable @PlainText(max = 4000) String accessNotes) {

    Site.Details details() {
      return new Site.Details(
          Text.orEmpty(name), address.address(), coordinates, Text.orEmpty(accessNotes));
    }
  }

  @GetMapping("/customers/{customerId}/sites")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<SiteView> list(@PathVariable UUID customerId, Paging paging) {
    return PageView.of(customers.sitesOf(customerId, paging.request()), SiteView::of);
  }

  @GetMapping("/sites/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  SiteView get(@PathVariable UUID id) {
    return SiteView.of(customers.site(id));
  }

  @PostMapping("/customers/{customerId}/sites")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  SiteView create(@PathVariable UUID customerId, @RequestBody @Validated SiteForm form) {
    return SiteView.of(customers.addSite(customerId, form.details()));
  }

  @PutMapping("/sites/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  SiteView change(@PathVariable UUID id, @RequestBody @Validated(OnChange.class) SiteForm form) {
    return SiteView.of(customers.changeSite(id, form.version(), form.details()));
  }
}
