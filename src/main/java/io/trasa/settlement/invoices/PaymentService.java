package io.trasa.settlement.invoices;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.Money;
import io.trasa.common.NotFoundException;
import io.trasa.web.LiveStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to payments. What is open can never become more than was issued, nor be overpaid. */
@Service
@Transactional
public class PaymentService {

  static final int MAX_DAYS = 400;

  /**
   * Money that came, or went back.
   *
   * @param id made by the sender: the same payment sent twice counts once
   * @param paidOn in the company's zone
   * @param amount above zero if we got it, below if we paid it back
   */
  public record NewPayment(
      UUID id,
      UUID invoiceId,
      Payment.Method method,
      LocalDate paidOn,
      BigDecimal amount,
      String note) {}

  private final Payments payments;
  private final Balances balances;
  private final LiveStream live;
  private final Clock clock;
  private final ZoneId zone;

  PaymentService(
      Payments payments, Balances balances, LiveStream live, Clock clock, ZoneId companyZone) {
    this.payments = payments;
    this.balances = balances;
    this.live = live;
    this.clock = clock;
    this.zone = companyZone;
  }

  /**
   * Records a payment of an invoice, of all or of a part of what is open.
   *
   * @throws ConflictException with code {@code over-payment} if more is paid, or paid back, than is
   *     open
   */
  public Payment record(NewPayment wish) {
    var balance =
        balances
            .lock(wish.invoiceId())
            .orElseThrow(() -> new NotFoundException("invoice", wish.invoiceId()));
    var before = payments.findByRequestId(wish.id());
    if (before.isPresent()) {
      return requireSame(before.get(), wish);
    }
    var amount = exact(wish.amount(), balance);
    requireNotLater(wish.paidOn());
    requireOpen(balance, amount);
    return save(
        new Payment(
            wish.id(),
            balance,
            wish.method(),
            wish.paidOn(),
            amount,
            wish.note(),
            null,
            clock.instant()));
  }

  /**
   * Takes back a payment that was recorded by mistake.
   *
   * @param requestId made by the sender
   * @throws ConflictException with code {@code reversed-already}
   */
  public Payment reverse(UUID id, UUID requestId, String reason) {
    var wrong = payments.findById(id).orElseThrow(() -> new NotFoundException("payment", id));
    var balance = balances.lock(wrong.invoiceId()).orElseThrow();
    var before = payments.findByRequestId(requestId);
    if (before.isPresent()) {
      return before.get();
    }
    if (wrong.reversesId() != null || payments.existsByReversesId(id)) {
      throw new ConflictException(
          "reversed-already", "This payment was taken back already.", "Record a new one.");
    }
    return save(
        new Payment(
            requestId,
            balance,
            wrong.method(),
            wrong.paidOn(),
            wrong.amount().negated(),
            reason,
            id,
            clock.instant()));
  }

  /** The whole of a receipt, in cash; nothing if nothing is to be paid. */
  void payInCash(Invoice receipt) {
    if (receipt.gross().signum() > 0) {
      var balance = balances.lock(receipt.id()).orElseThrow();
      save(
          new Payment(
              receipt.requestId(),
              balance,
              Payment.Method.CASH,
              receipt.issuedOn(),
              receipt.gross(),
              "",
              null,
              receipt.issuedAt()));
    }
  }

  /** The first one first. */
  @Transactional(readOnly = true)
  public List<Payment> of(UUID invoiceId) {
    return payments.findByInvoiceIdOrderById(invoiceId);
  }

  /**
   * Payments of these days, the newest first: the cash book, the bank's, the card's.
   *
   * @param method null for all
   */
  @Transactional(readOnly = true)
  public Page<Payment> list(
      LocalDate from, LocalDate to, Payment.@Nullable Method method, Pageable page) {
    if (to.isBefore(from) || to.isAfter(from.plusDays(MAX_DAYS))) {
      throw new InvalidInputException(
          "to", to, "is not within %d days from %s on".formatted(MAX_DAYS, from), "Ask for less.");
    }
    return payments.between(from, to, method, page);
  }

  private Payment save(Payment payment) {
    var saved = payments.saveAndFlush(payment);
    live.publishAfterCommit("invoices", Map.of("id", payment.invoiceId()));
    return saved;
  }

  private static Payment requireSame(Payment before, NewPayment wish) {
    if (!before.invoiceId().equals(wish.invoiceId())
        || before.amount().amount().compareTo(wish.amount()) != 0) {
      throw new ConflictException(
          "id-taken",
          "Another payment of %s was recorded under this id.".formatted(before.amount().amount()),
          "Send a new id for a new payment.");
    }
    return before;
  }

  private static Money exact(BigDecimal amount, Balance balance) {
    var money = new Money(amount, balance.open().currency());
    if (money.signum() == 0 || money.amount().compareTo(amount) != 0) {
      throw new InvalidInputException(
          "amount",
          amount,
          "is not an amount of " + money.currency(),
          "Give an amount to the smallest coin, not zero.");
    }
    return money;
  }

  private void requireNotLater(LocalDate paidOn) {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    if (paidOn.isAfter(today)) {
      throw new InvalidInputException(
          "paidOn", paidOn, "is later than today, " + today, "Record it when it has come.");
    }
  }

  private static void requireOpen(Balance balance, Money amount) {
    var open = balance.open();
    boolean fits = amount.signum() > 0 ? amount.compareTo(open) <= 0 : amount.compareTo(open) >= 0;
    if (!fits) {
      throw new ConflictException(
          "over-payment",
          "%s %s is open; %s is more than that."
              .formatted(open.amount(), open.currency(), amount.amount()),
          amount.signum() > 0
              ? "Record what is open here, and the rest where it belongs."
              : "Only what was paid too much can be paid back.");
    }
  }
}
