package io.trasa.settlement.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.settlement.MoneyKit;
import io.trasa.testkit.TrasaIT;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/**
 * Several accountants at once issue, take money, take it back and credit, in any order and some of
 * it twice: what is open is always the documents less the payments, and no number is lost.
 */
@TrasaIT
class BalancePropertyIT {

  private static final int CLIENTS = 6;
  private static final int STEPS = 40;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final BigDecimal VAT = new BigDecimal("19.00");

  /** What may be answered when others were quicker or too much was asked. */
  private static final Set<String> REFUSALS =
      Set.of("not-waiting", "over-payment", "over-credited", "reversed-already");

  @Autowired WebApplicationContext context;
  @Autowired InvoiceService invoices;
  @Autowired CreditNotes creditNotes;
  @Autowired PaymentService payments;
  @Autowired Debts debts;
  @Autowired JdbcClient jdbc;

  /** What must be open, by invoice, as told by the answers alone. */
  private final Map<UUID, BigDecimal> open = new ConcurrentHashMap<>();

  private final Map<UUID, Payment> paid = new ConcurrentHashMap<>();
  private final List<Callable<Runnable>> sent = new CopyOnWriteArrayList<>();
  private final Set<UUID> counted = ConcurrentHashMap.newKeySet();
  private List<UUID> settlements = List.of();
  private UUID customerId = new UUID(0, 0);

  @BeforeEach
  void settle() {
    var kit = new MoneyKit(context);
    customerId = UUID.fromString(kit.customerId);
    settlements =
        Stream.of("100", "33.33", "0.07").map(net -> UUID.fromString(kit.settled(net))).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whatIsOpenIsDocumentsLessPayments(long seed) throws Exception {
    try (var pool = Executors.newFixedThreadPool(CLIENTS)) {
      var clients =
          IntStream.range(0, CLIENTS)
              .<Callable<Void>>mapToObj(client -> () -> play(new Random(seed * 100 + client)))
              .toList();
      for (var client : pool.invokeAll(clients)) {
        client.get();
      }
    }
    assertThat(open).as("the play was a real one").hasSizeGreaterThan(3);
    assertThat(paid).hasSizeGreaterThan(10);
    open.forEach(this::agree);
    assertThat(owed())
        .isEqualByComparingTo(open.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    assertThat(
            jdbc.sql(
                    "select kind from settlement_invoice where year = 2026 group by kind"
                        + " having count(*) <> max(sequence) or min(sequence) <> 1")
                .query(String.class)
                .list())
        .as("series with gaps or doubles")
        .isEmpty();
  }

  private BigDecimal owed() {
    return debts.perCustomer(PageRequest.of(0, 200)).stream()
        .filter(ageing -> customerId.equals(ageing.customerId()))
        .map(ageing -> ageing.total().amount())
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  private void agree(UUID invoice, BigDecimal expected) {
    var facts =
        jdbc.sql(
                """
                select b.open,
                  i.gross - (select coalesce(sum(c.gross), 0) from settlement_invoice c
                             where c.original_id = i.id)
                          - (select coalesce(sum(p.amount), 0) from settlement_payment p
                             where p.invoice_id = i.id) as documents
                from settlement_invoice i join settlement_balance b on b.invoice_id = i.id
                where i.id = ?
                """)
            .param(invoice)
            .query()
            .singleRow();
    assertThat((BigDecimal) facts.get("open")).isEqualByComparingTo(expected);
    assertThat((BigDecimal) facts.get("documents")).isEqualByComparingTo(expected);
  }

  private Void play(Random random) throws Exception {
    for (int i = 0; i < STEPS; i++) {
      var request = next(random);
      attempt(request);
      sent.add(request);
      if (random.nextInt(4) == 0) {
        attempt(sent.get(random.nextInt(sent.size())));
      }
    }
    return null;
  }

  /** A refusal is an answer too, and changes nothing; anything else ends the test. */
  private static void attempt(Callable<Runnable> request) throws Exception {
    try {
      request.call().run();
    } catch (ConflictException refusal) {
      assertThat(refusal.code()).isIn(REFUSALS);
    } catch (InvalidInputException refusal) {
      assertThat(refusal.field()).as("a number was taken and given back").isEqualTo("again");
    }
  }

  private Callable<Runnable> next(Random random) {
    var id = new UUID(random.nextLong(), random.nextLong());
    var known = new ArrayList<>(open.keySet());
    if (known.isEmpty() || random.nextInt(6) == 0) {
      return issue(id, settlements.get(random.nextInt(settlements.size())));
    }
    var invoice = known.get(random.nextInt(known.size()));
    var amount = BigDecimal.valueOf(1 + random.nextInt(4000), 2);
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> pay(id, invoice, amount);
      case 3 -> pay(id, invoice, open.getOrDefault(invoice, BigDecimal.ONE));
      case 4 -> payBack(id, random);
      case 5 -> credit(id, invoice, Map.of(VAT, amount), false);
      case 6 -> credit(id, invoice, Map.of(VAT, new BigDecimal("0.01")), true);
      default -> credit(id, invoice, Map.of(), true);
    };
  }

  private Callable<Runnable> issue(UUID id, UUID settlement) {
    var wish =
        new InvoiceService.NewInvoice(id, InvoiceKind.INVOICE, List.of(settlement), false, "");
    return () -> {
      var invoice = invoices.issue(wish);
      return once(id, () -> open.merge(invoice.id(), invoice.gross().amount(), BigDecimal::add));
    };
  }

  private Callable<Runnable> pay(UUID id, UUID invoice, BigDecimal amount) {
    if (amount.signum() == 0) {
      return pay(id, invoice, BigDecimal.ONE);
    }
    var wish = new PaymentService.NewPayment(id, invoice, Payment.Method.BANK, TODAY, amount, "");
    return () -> came(id, payments.record(wish));
  }

  private Callable<Runnable> payBack(UUID id, Random random) {
    var known = new ArrayList<>(paid.values());
    if (known.isEmpty()) {
      return () -> () -> {};
    }
    var wrong = known.get(random.nextInt(known.size())).id();
    return () -> came(id, payments.reverse(wrong, id, "Wrong customer"));
  }

  private Runnable came(UUID id, Payment payment) {
    return once(
        id,
        () -> {
          paid.put(payment.id(), payment);
          lessen(payment.invoiceId(), payment.amount().amount());
        });
  }

  private Callable<Runnable> credit(
      UUID id, UUID invoice, Map<BigDecimal, BigDecimal> amounts, boolean again) {
    var wish = new CreditNotes.NewCreditNote(id, invoice, "Wrong", Map.of(), amounts, again, "");
    return () -> {
      var note = creditNotes.issue(wish);
      return once(id, () -> lessen(invoice, note.gross().amount()));
    };
  }

  private void lessen(UUID invoice, BigDecimal amount) {
    open.merge(invoice, amount.negate(), BigDecimal::add);
  }

  /** The same wish sent twice is answered twice and counts once. */
  private Runnable once(UUID id, Runnable count) {
    return () -> {
      if (counted.add(id)) {
        count.run();
      }
    };
  }
}
