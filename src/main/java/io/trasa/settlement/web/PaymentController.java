package io.trasa.settlement.web;

import io.trasa.common.Text;
import io.trasa.customers.Customer;
import io.trasa.customers.CustomerService;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.settlement.invoices.Debts;
import io.trasa.settlement.invoices.Payment;
import io.trasa.settlement.invoices.PaymentService;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PlainText;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Payments, and what is open. */
@RestController
class PaymentController {

  private final PaymentService payments;
  private final Debts debts;
  private final CustomerService customers;

  PaymentController(PaymentService payments, Debts debts, CustomerService customers) {
    this.payments = payments;
    this.debts = debts;
    this.customers = customers;
  }

  /**
   * @param id made by the sender: the same payment sent twice counts once
   * @param amount above zero if it came, below if it was paid back
   */
  record PaymentForm(
      @NotNull UUID id,
      @NotNull UUID invoiceId,
      @NotNull Payment.Method method,
      @NotNull @ThisCentury LocalDate paidOn,
      @NotNull @Digits(integer = 9, fraction = 3) BigDecimal amount,
      @Nullable @PlainText(max = 500) String note) {

    PaymentService.NewPayment wish() {
      return new PaymentService.NewPayment(
          id, invoiceId, method, paidOn, amount, Text.orEmpty(note));
    }
  }

  record ReversalForm(@NotNull UUID id, @NotBlank @PlainText(max = 500) String reason) {}

  /**
   * What a customer owes, by days overdue; {@code total} is the sum of all the others.
   *
   * @param credit what we owe, below zero
   */
  record DebtView(
      @Nullable UUID customerId,
      String customerNumber,
      String customerName,
      BigDecimal notDue,
      BigDecimal to30,
      BigDecimal to60,
      BigDecimal over60,
      BigDecimal credit,
      BigDecimal total,
      long documents) {

    static DebtView of(Debts.Ageing ageing, @Nullable Customer customer) {
      return new DebtView(
          ageing.customerId(),
          customer == null ? "" : customer.number(),
          customer == null ? "" : customer.name(),
          ageing.notDue().amount(),
          ageing.to30().amount(),
          ageing.to60().amount(),
          ageing.over60().amount(),
          ageing.credit().amount(),
          ageing.total().amount(),
          ageing.documents());
    }
  }

  /** Open amounts of all customers, and of each, who owes most first. */
  record DebtsView(String currency, DebtView all, PageView<DebtView> customers) {}

  @GetMapping("/api/payments")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR, Role.MANAGER})
  PageView<PaymentView> list(
      @RequestParam @ThisCentury LocalDate from,
      @RequestParam @ThisCentury LocalDate to,
      @RequestParam Payment.@Nullable Method method,
      Paging paging) {
    return PageView.of(payments.list(from, to, method, paging.request()), PaymentView::of);
  }

  @PostMapping("/api/payments")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR})
  @ResponseStatus(HttpStatus.CREATED)
  PaymentView record(@RequestBody @Valid PaymentForm form) {
    return PaymentView.of(payments.record(form.wish()));
  }

  /** Takes back a payment that was recorded by mistake. */
  @PostMapping("/api/payments/{id}/reversals")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR})
  @ResponseStatus(HttpStatus.CREATED)
  PaymentView reverse(@PathVariable UUID id, @RequestBody @Valid ReversalForm form) {
    return PaymentView.of(payments.reverse(id, form.id(), Text.orEmpty(form.reason())));
  }

  @GetMapping("/api/debts")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR, Role.MANAGER})
  DebtsView debts(Paging paging) {
    var found = debts.perCustomer(paging.request());
    var names =
        customers.customers(
            found.getContent().stream()
                .map(Debts.Ageing::customerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    var all = debts.all();
    return new DebtsView(
        all.total().currency(),
        DebtView.of(all, null),
        PageView.of(
            found, a -> DebtView.of(a, a.customerId() == null ? null : names.get(a.customerId()))));
  }
}
