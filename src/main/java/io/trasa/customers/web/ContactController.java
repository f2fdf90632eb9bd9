package io.trasa.customers.web;

import io.trasa.common.Text;
import io.trasa.customers.Contact;
import io.trasa.customers.CustomerService;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PhoneNumber;
import io.trasa.web.PlainText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Customers' contacts. */
@RestController
@RequestMapping("/api")
class ContactController {

  private final CustomerService customers;

  ContactController(CustomerService customers) {
    this.customers = customers;
  }

  record ContactView(
      UUID id,
      long version,
      UUID customerId,
      @Nullable UUID siteId,
      String name,
      String phone,
      String email,
      String role) {

    static ContactView of(Contact contact) {
      return new ContactView(
          contact.id(),
          contact.version(),
          contact.customerId(),
          contact.siteId(),
          contact.name(),
          contact.phone(),
          contact.email(),
          contact.role());
    }
  }

  record ContactForm(
      @NotNull(groups = OnChange.class) Long version,
      @Nullable UUID siteId,
      @NotBlank @PlainText(max = 200) String name,
      @Nullable @PhoneNumber String phone,
      @Nullable @Email @Size(max = 254) String email,
      @Nullable @PlainText(max = 100) String role) {

    Contact.Details details() {
      return new Contact.Details(
          siteId, name.strip(), Text.orEmpty(phone), Text.orEmpty(email), Text.orEmpty(role));
    }
  }

  @GetMapping("/customers/{customerId}/contacts")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<ContactView> list(@PathVariable UUID customerId, Paging paging) {
    return PageView.of(customers.contactsOf(customerId, paging.request()), ContactView::of);
  }

  @PostMapping("/customers/{customerId}/contacts")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  ContactView create(@PathVariable UUID customerId, @RequestBody @Validated ContactForm form) {
    return ContactView.of(customers.addContact(customerId, form.details()));
  }

  @PutMapping("/contacts/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  ContactView change(
      @PathVariable UUID id, @RequestBody @Validated(OnChange.class) ContactForm form) {
    return ContactView.of(customers.changeContact(id, form.version(), form.details()));
  }

  @DeleteMapping("/contacts/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id) {
    customers.removeContact(id);
  }
}
