package io.trasa.settlement.invoices;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.Money;
import io.trasa.common.NotFoundException;
import io.trasa.common.Totals;
import io.trasa.documents.CompanyService;
import io.trasa.settlement.SettlementService;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to credit notes: they take back what was issued, never more than that. */
@Service
@Transactional
public class CreditNotes {

  /**
   * What to take back. Without lines and amounts all that is left of the original.
   *
   * @param id made by the sender: the same wish sent twice credits once
   * @param lines of the original, by place from 0, with the quantity to take back
   * @param amounts net, by VAT rate in percent
   * @param again the orders wait for an invoice again; only when nothing is left of the original
   * @param email where the paper is to be sent; empty for nowhere
   */
  public record NewCreditNote(
      UUID id,
      UUID invoiceId,
      String reason,
      Map<Integer, BigDecimal> lines,
      Map<BigDecimal, BigDecimal> amounts,
      boolean again,
      String email) {}

  private final Invoices invoices;
  private final InvoiceService invoiceService;
  private final Balances balances;
  private final SettlementService settlements;
  private final CompanyService company;
  private final Clock clock;

  CreditNotes(
      Invoices invoices,
      InvoiceService invoiceService,
      Balances balances,
      SettlementService settlements,
      CompanyService company,
      Clock clock) {
    this.invoices = invoices;
    this.invoiceService = invoiceService;
    this.balances = balances;
    this.settlements = settlements;
    this.company = company;
    this.clock = clock;
  }

  /**
   * @throws ConflictException with code {@code over-credited} if more would be taken back than is
   *     left
   */
  public Invoice issue(NewCreditNote wish) {
    // Locked, so that two credit notes cannot take back the same thing.
    var balance =
        balances
            .lock(wish.invoiceId())
            .orElseThrow(() -> new NotFoundException("invoice", wish.invoiceId()));
    var before = invoices.findByRequestId(wish.id());
    if (before.isPresent()) {
      return before.get();
    }
    if (wish.reason().isBlank()) {
      throw new InvalidInputException(
          "reason", wish.reason(), "is missing", "Say why; it stands on the credit note.");
    }
    var original = invoiceService.get(wish.invoiceId());
    var earlier = invoices.findByOriginalIdOrderById(original.id());
    var lines = lines(original, earlier, wish);
    var left = balance.gross().minus(balance.credited());
    requireLeft(original, earlier, lines, left);
    var note =
        invoiceService.save(
            head(original, wish),
            clock.instant(),
            Seller.of(company.get()),
            original.buyer(),
            lines,
            wish.email());
    if (wish.again()) {
      invoiceAgain(original, left.minus(note.gross()));
    }
    return note;
  }

  private static List<InvoiceLine> lines(
      Invoice original, List<Invoice> earlier, NewCreditNote wish) {
    var lines = new ArrayList<InvoiceLine>();
    wish.lines()
        .forEach(
            (position, quantity) -> {
              if (position < 0
                  || position >= original.lines().size()
                  || quantity.signum() <= 0
                  || quantity.compareTo(leftOf(original, earlier, position)) > 0) {
                throw new InvalidInputException(
                    "lines[%d]".formatted(position),
                    quantity,
                    "is more than is left of that line",
                    "See what was credited before.");
              }
              lines.add(original.lines().get(position).credited(position, quantity));
            });
    wish.amounts().forEach((rate, net) -> lines.add(InvoiceLine.amount(wish.reason(), net, rate)));
    return lines.isEmpty() ? rest(original, earlier, wish.reason()) : lines;
  }

  /** All that is left: lines as they were, or what remains in each VAT rate after amounts. */
  private static List<InvoiceLine> rest(Invoice original, List<Invoice> earlier, String reason) {
    boolean byLines =
        earlier.stream()
            .flatMap(note -> note.lines().stream())
            .allMatch(line -> line.originalPosition() != null);
    if (byLines) {
      return IntStream.range(0, original.lines().size())
          .filter(i -> leftOf(original, earlier, i).signum() > 0)
          .mapToObj(i -> original.lines().get(i).credited(i, leftOf(original, earlier, i)))
          .toList();
    }
    return netLeft(original, earlier).entrySet().stream()
        .filter(left -> left.getValue().signum() > 0)
        .map(left -> InvoiceLine.amount(reason, left.getValue(), left.getKey()))
        .toList();
  }

  private static BigDecimal leftOf(Invoice original, List<Invoice> earlier, int position) {
    var credited =
        earlier.stream()
            .flatMap(note -> note.lines().stream())
            .filter(line -> Objects.equals(line.originalPosition(), position))
            .map(InvoiceLine::quantity)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return original.lines().get(position).quantity().subtract(credited);
  }

  /** What is left net in each VAT rate. */
  private static Map<BigDecimal, BigDecimal> netLeft(Invoice original, List<Invoice> earlier) {
    var left = new TreeMap<BigDecimal, BigDecimal>();
    original.totals().perRate().forEach(rate -> left.put(rate.rate(), rate.net().amount()));
    earlier.stream()
        .flatMap(note -> note.totals().perRate().stream())
        .forEach(rate -> left.merge(rate.rate(), rate.net().amount().negate(), BigDecimal::add));
    return left;
  }

  private static void requireLeft(
      Invoice original, List<Invoice> earlier, List<InvoiceLine> lines, Money left) {
    if (lines.isEmpty()) {
      throw new ConflictException(
          "over-credited",
          "Nothing is left of %s.".formatted(original.number()),
          "See its credit notes.");
    }
    var taken = Totals.of(original.currency(), lines);
    var nets = new HashMap<>(netLeft(original, earlier));
    boolean fits =
        taken.perRate().stream()
            .allMatch(
                rate ->
                    nets.containsKey(rate.rate())
                        && rate.net().amount().compareTo(nets.get(rate.rate())) <= 0);
    if (!fits || taken.gross().compareTo(left) > 0) {
      throw new ConflictException(
          "over-credited",
          "%s %s is left of %s, net %s; %s would be taken back."
              .formatted(
                  left.amount(),
                  left.currency(),
                  original.number(),
                  nets.entrySet().stream()
                      .map(e -> e.getValue() + " at " + e.getKey().toPlainString() + " %")
                      .collect(Collectors.joining(", ")),
                  taken.gross().amount()),
          "Take back less.");
    }
  }

  private static Invoice.Head head(Invoice original, NewCreditNote wish) {
    return new Invoice.Head(
        wish.id(),
        InvoiceKind.CREDIT_NOTE,
        original.customerId(),
        original.id(),
        original.number(),
        wish.reason(),
        original.serviceFrom(),
        original.serviceTo(),
        0,
        original.language(),
        original.currency(),
        original.reverseCharge());
  }

  private void invoiceAgain(Invoice original, Money left) {
    if (left.signum() != 0) {
      throw new InvalidInputException(
          "again",
          true,
          "is possible only when the whole invoice is taken back",
          "Credit all of it, or leave the orders invoiced.");
    }
    settlements.waitAgain(
        original.lines().stream()
            .map(InvoiceLine::settlementId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }
}
