package io.trasa.settlement.invoices;

import io.trasa.common.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what customers owe. */
@Service
@Transactional(readOnly = true)
public class Debts {

  /**
   * Open amounts by how many days they are overdue; {@code total} is the sum of all the others.
   *
   * @param customerId null for all customers together
   * @param credit what we owe, below zero
   * @param documents how many are open
   */
  public record Ageing(
      @Nullable UUID customerId,
      Money notDue,
      Money to30,
      Money to60,
      Money over60,
      Money credit,
      Money total,
      long documents) {}

  private final Balances balances;
  private final Clock clock;
  private final ZoneId zone;
  private final String currency;

  Debts(Balances balances, Clock clock, ZoneId companyZone, Currency companyCurrency) {
    this.balances = balances;
    this.clock = clock;
    this.zone = companyZone;
    this.currency = companyCurrency.getCurrencyCode();
  }

  /** Customers with open amounts, who owes most first. */
  public Page<Ageing> perCustomer(Pageable page) {
    var today = today();
    return balances
        .perCustomer(today, today.minusDays(30), today.minusDays(60), page)
        .map(row -> ageing(row.getCustomerId(), row));
  }

  /** All customers together. */
  public Ageing all() {
    var today = today();
    return ageing(null, balances.all(today, today.minusDays(30), today.minusDays(60)));
  }

  private Ageing ageing(@Nullable UUID customerId, Balances.Row row) {
    return new Ageing(
        customerId,
        money(row.getNotDue()),
        money(row.getTo30()),
        money(row.getTo60()),
        money(row.getOver60()),
        money(row.getCredit()),
        money(row.getTotal()),
        row.getDocuments());
  }

  private Money money(@Nullable BigDecimal amount) {
    return new Money(Objects.requireNonNullElse(amount, BigDecimal.ZERO), currency);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(zone));
  }
}
