package io.trasa.customers.web;

import io.trasa.common.Priority;
import io.trasa.common.Text;
import io.trasa.customers.Address;
import io.trasa.customers.Billing;
import io.trasa.customers.Customer;
import io.trasa.customers.CustomerService;
import io.trasa.customers.TechnicianWishes;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PhoneNumber;
import io.trasa.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

/** Customers. */
@RestController
@RequestMapping("/api/customers")
class CustomerController {

  private final CustomerService customers;

  CustomerController(CustomerService customers) {
    this.customers = customers;
  }

  record CustomerView(
      UUID id,
      long version,
      String number,
      String name,
      String phone,
      String email,
      String language,
      Priority priority,
      String notes,
      Billing billing,
      List<UUID> preferredTechnicianIds,
      List<UUID> excludedTechnicianIds) {

    static CustomerView of(Customer customer) {
      return new CustomerView(
          customer.id(),
          customer.version(),
          customer.number(),
          customer.name(),
          customer.phone(),
          customer.email(),
          customer.language(),
          customer.priority(),
          customer.notes(),
          customer.billing(),
          customer.technicians().preferred().stream().sorted().toList(),
          customer.technicians().excluded().stream().sorted().toList());
    }
  }

  record CustomerForm(
      @NotNull(groups = OnChange.class) Long version,
      @NotBlank @PlainText(max = 200) String name,
      @Nullable @PhoneNumber String phone,
      @Nullable @Email @Size(max = 254) String email,
      @Nullable @Pattern(regexp = "[a-z]{2}", message = "is not a language such as en or pl")
          String language,
      @Nullable Priority priority,
      @Nullable @PlainText(max = 4000) String notes,
      @Nullable @Valid BillingForm billing,
      @Nullable @Size(max = 20) Set<@NotNull UUID> preferredTechnicianIds,
      @Nullable @Size(max = 20) Set<@NotNull UUID> excludedTechnicianIds) {

    Customer.Details details() {
      return new Customer.Details(
          name.strip(),
          Text.orEmpty(phone),
          Text.orEmpty(email),
          Objects.requireNonNullElse(language, "en"),
          Objects.requireNonNullElse(priority, Priority.NORMAL),
          Text.orEmpty(notes),
          billing == null ? Billing.USUAL : billing.billing(),
          new TechnicianWishes(
              Objects.requireNonNullElse(preferredTechnicianIds, Set.of()),
              Objects.requireNonNullElse(excludedTechnicianIds, Set.of())));
    }
  }

  record BillingForm(
      @Nullable @PlainText(max = 200) String street,
      @Nullable @PlainText(max = 20) String houseNumber,
      @Nullable @PlainText(max = 20) String postcode,
      @Nullable @PlainText(max = 100) String city,
      @Nullable @Pattern(regexp = "[A-Z]{2}", message = "is not a country such as DE or PL")
          String country,
      @Nullable @Pattern(regexp = "([A-Z]{2}[0-9A-Z]{2,18})?", message = "is not a VAT number")
          String vatId,
      @Nullable @Min(0) @Max(120) Integer paymentDays) {

    Billing billing() {
      return new Billing(
          new Address(
              Text.orEmpty(street),
              Text.orEmpty(houseNumber),
              Text.orEmpty(postcode),
              Text.orEmpty(city)),
          Objects.requireNonNullElse(country, Billing.USUAL.country()),
          Text.orEmpty(vatId),
          Objects.requireNonNullElse(paymentDays, Billing.USUAL.paymentDays()));
    }
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<CustomerView> list(@RequestParam @Nullable String search, Paging paging) {
    return PageView.of(customers.search(search, paging.request()), CustomerView::of);
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  CustomerView get(@PathVariable UUID id) {
    return CustomerView.of(customers.get(id));
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  CustomerView create(@RequestBody @Validated CustomerForm form) {
    return CustomerView.of(customers.create(form.details()));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  CustomerView change(
      @PathVariable UUID id, @RequestBody @Validated(OnChange.class) CustomerForm form) {
    return CustomerView.of(customers.change(id, form.version(), form.details()));
  }
}
