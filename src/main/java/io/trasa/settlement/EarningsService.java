package io.trasa.settlement;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.Money;
import io.trasa.common.NotFoundException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what technicians earned. */
@Service
@Transactional
public class EarningsService {

  static final int MAX_DAYS = 400;

  /**
   * What a technician earned in some days.
   *
   * @param hours in money, work and travel
   */
  public record Sum(UUID technicianId, Money pieces, Money hours, Money amount, long orders) {}

  private final Earnings earnings;
  private final Clock clock;
  private final String currency;

  EarningsService(Earnings earnings, Clock clock, Currency companyCurrency) {
    this.earnings = earnings;
    this.clock = clock;
    this.currency = companyCurrency.getCurrencyCode();
  }

  /**
   * By day of the work.
   *
   * @param from the first day, in the company's zone
   * @param to the last day
   * @param technicianId null for all
   */
  @Transactional(readOnly = true)
  public Page<Earning> list(
      LocalDate from, LocalDate to, @Nullable UUID technicianId, Pageable page) {
    requirePeriod(from, to);
    return earnings.between(from, to, technicianId, page);
  }

  /** What each technician earned in these days. */
  @Transactional(readOnly = true)
  public List<Sum> sums(LocalDate from, LocalDate to, @Nullable UUID technicianId) {
    requirePeriod(from, to);
    return earnings.sums(from, to, technicianId).stream()
        .map(
            s ->
                new Sum(
                    s.getTechnicianId(),
                    new Money(s.getPieces(), currency),
                    new Money(s.getHours(), currency),
                    new Money(s.getAmount(), currency),
                    s.getOrders()))
        .toList();
  }

  /** What was posted when an order was settled, and its corrections. */
  @Transactional(readOnly = true)
  public List<Earning> ofSettlement(UUID settlementId) {
    return earnings.findBySettlementIdOrderById(settlementId);
  }

  /**
   * Corrects an earning: a row takes it back, and unless the right amount is 0 another one says it.
   *
   * @return the rows written
   * @throws ConflictException with code {@code corrected-already}; correct the later row then
   */
  public List<Earning> correct(UUID id, BigDecimal right, String reason) {
    var wrong = earnings.findById(id).orElseThrow(() -> new NotFoundException("earning", id));
    if (wrong.reverses() || earnings.existsByCorrectsIdAndReversesTrue(id)) {
      throw new ConflictException(
          "corrected-already",
          "This row of order %s was taken back already.".formatted(wrong.orderNumber()),
          "Correct the row that stands in its place.");
    }
    if (reason.isBlank()) {
      throw new InvalidInputException("reason", reason, "is missing", "Say what was wrong.");
    }
    var at = clock.instant();
    var back = earnings.saveAndFlush(wrong.reversed(reason, at));
    return right.signum() == 0
        ? List.of(back)
        : List.of(back, earnings.saveAndFlush(wrong.corrected(right, reason, at)));
  }

  void post(Settlement settlement, List<EarningShares.Draft> drafts) {
    earnings.saveAll(drafts.stream().map(draft -> new Earning(settlement, draft)).toList());
  }

  private static void requirePeriod(LocalDate from, LocalDate to) {
    if (to.isBefore(from) || to.isAfter(from.plusDays(MAX_DAYS))) {
      throw new InvalidInputException(
          "to",
          to,
          "is not within %d days from %s on".formatted(MAX_DAYS, from),
          "Choose a shorter period.");
    }
  }
}
