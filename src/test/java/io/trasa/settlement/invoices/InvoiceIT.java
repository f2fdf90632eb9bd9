package io.trasa.settlement.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.settlement.MoneyKit;
import io.trasa.testkit.TrasaIT;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mustangproject.validator.ZUGFeRDValidator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class InvoiceIT {

  private static final int THREADS = 16;

  @Autowired WebApplicationContext context;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource dataSource;
  @Autowired InvoiceNumbers numbers;
  @Autowired InvoicePapers papers;
  @Autowired TransactionTemplate transaction;

  private MoneyKit kit;

  @BeforeEach
  void open() {
    kit = new MoneyKit(context);
  }

  @Test
  void severalOrdersGoOnOneInvoiceThatIsPaidInParts() {
    var one = kit.settled("100");
    var two = kit.settled("0.03");
    var invoice = kit.issue("INVOICE", one, two);
    assertThat(invoice.status()).as(invoice.body().toString()).isEqualTo(201);
    assertThat(invoice.at("/number")).matches("INV-2026-\\d{5}");
    assertThat(invoice.at("/buyer/city"))
        .as("the site's, since there is no billing address")
        .isEqualTo("Neubrandenburg");
    assertThat(invoice.at("/dueOn")).isEqualTo("2026-12-07");
    assertThat(invoice.body().at("/totals/gross").decimalValue()).isEqualByComparingTo("119.04");
    assertThat(invoice.body().at("/intact").asBoolean()).isTrue();
    assertThat(kit.issue("INVOICE", one).at("/code")).isEqualTo("not-waiting");
    assertThat(kit.pay(invoice.id(), "19.04").status()).isEqualTo(201);
    assertThat(kit.pay(invoice.id(), "100.01").at("/code")).isEqualTo("over-payment");
    assertThat(open(invoice.id())).isEqualByComparingTo("100");
    var debt = debt();
    assertThat(debt.at("/notDue").decimalValue()).isEqualByComparingTo("100");
    assertThat(debt.at("/total").decimalValue()).isEqualByComparingTo("100");
    kit.pay(invoice.id(), "100");
    assertThat(open(invoice.id())).isEqualByComparingTo("0");
    agree();
  }

  @Test
  void aReceiptIsPaidInCash() {
    var receipt = kit.issue("RECEIPT", kit.settled("50"));
    assertThat(receipt.at("/number")).startsWith("REC-2026-");
    assertThat(receipt.at("/payments/0/method")).isEqualTo("CASH");
    assertThat(receipt.body().at("/open").decimalValue()).isEqualByComparingTo("0");
  }

  @Test
  void aCreditNoteTakesBackNoMoreThanWasIssuedAndTheOrderIsInvoicedAgain() {
    var settlement = kit.settled("100");
    var invoice = kit.issue("INVOICE", settlement);
    var part = credit(invoice.id(), ", 'amounts': [{'net': 40, 'vatRate': 19}]");
    assertThat(part.status()).as(part.body().toString()).isEqualTo(201);
    assertThat(part.at("/originalNumber")).isEqualTo(invoice.at("/number"));
    assertThat(open(invoice.id())).isEqualByComparingTo("71.40");
    assertThat(credit(invoice.id(), ", 'amounts': [{'net': 60.01, 'vatRate': 19}]").at("/code"))
        .isEqualTo("over-credited");
    assertThat(credit(invoice.id(), ", 'again': true").status()).isEqualTo(201);
    assertThat(open(invoice.id())).isEqualByComparingTo("0");
    assertThat(kit.issue("INVOICE", settlement).status()).isEqualTo(201);
    agree();
  }

  @Test
  void aPaidInvoiceThatIsCreditedOwesTheCustomer() {
    var invoice = kit.issue("INVOICE", kit.settled("100"));
    kit.pay(invoice.id(), "119");
    credit(invoice.id(), "");
    assertThat(open(invoice.id())).isEqualByComparingTo("-119");
    assertThat(kit.pay(invoice.id(), "-119.01").at("/code")).isEqualTo("over-payment");
    assertThat(kit.pay(invoice.id(), "-119").status()).isEqualTo(201);
    assertThat(open(invoice.id())).isEqualByComparingTo("0");
    agree();
  }

  @Test
  void theDatabaseRefusesToChangeWhatWasIssued() {
    var id = UUID.fromString(kit.issue("INVOICE", kit.settled("10")).id());
    for (var sql :
        List.of(
            "update settlement_invoice set gross = 1 where id = :id",
            "delete from settlement_invoice where id = :id",
            "update settlement_invoice_line set text = 'x' where invoice_id = :id",
            "delete from settlement_invoice_line where invoice_id = :id",
            "insert into settlement_invoice_line select invoice_id, 99, settlement_id,"
                + " order_number, original_position, kind, text, quantity, unit, unit_price,"
                + " vat_rate, cover_percent, cover_reason, cover_number from"
                + " settlement_invoice_line where invoice_id = :id")) {
      assertThatThrownBy(() -> jdbc.sql(sql).param("id", id).update())
          .as(sql)
          .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }
  }

  @Test
  void theWholePaperIsAValidFacturX() throws Exception {
    var invoice = kit.issue("INVOICE", kit.settled("33.335"));
    var note = credit(invoice.id(), "");
    for (var id : List.of(invoice.id(), note.id())) {
      var validator = new ZUGFeRDValidator();
      var report = validator.validate(papers.pdf(UUID.fromString(id)), "invoice.pdf");
      assertThat(validator.wasCompletelyValid()).as(report).isTrue();
    }
  }

  @Test
  void numbersHaveNoGapsAndNoDoublesWhateverBreaks() throws Exception {
    int year = 2001;
    var given = java.util.Collections.synchronizedList(new ArrayList<Integer>());
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var work =
          IntStream.range(0, 160)
              .<Callable<Void>>mapToObj(
                  i ->
                      () -> {
                        if (i % 10 == 7) {
                          breakOff(year);
                        } else {
                          transaction.executeWithoutResult(
                              status -> {
                                int number = numbers.next(InvoiceKind.INVOICE, year);
                                if (i % 5 == 0) {
                                  status.setRollbackOnly();
                                } else {
                                  given.add(number);
                                }
                              });
                        }
                        return null;
                      })
              .toList();
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }
    assertThat(given.stream().sorted().toList())
        .isEqualTo(IntStream.rangeClosed(1, given.size()).boxed().toList());
    assertThat(given).hasSize(112);
  }

  /** Takes a number on a connection that the server kills before it can commit. */
  private void breakOff(int year) throws Exception {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.executeQuery(
          "insert into settlement_number as n (kind, year, last) values ('INVOICE', "
              + year
              + ", 1) on conflict (kind, year) do update set last = n.last + 1 returning last");
      assertThatThrownBy(
              () -> statement.executeQuery("select pg_terminate_backend(pg_backend_pid())"))
          .isInstanceOf(java.sql.SQLException.class);
    } catch (java.sql.SQLException alreadyBroken) {
      // closing it fails too
    }
  }

  private tools.jackson.databind.JsonNode debt() {
    return kit.accountant
        .get("/api/debts?size=200")
        .body()
        .at("/customers/items")
        .valueStream()
        .filter(d -> d.at("/customerId").asString().equals(kit.customerId))
        .findFirst()
        .orElseThrow();
  }

  private io.trasa.testkit.Office.Answer credit(String invoiceId, String more) {
    return kit.accountant.post(
        "{'id': '%s', 'reason': 'Menge war falsch'%s}".formatted(UUID.randomUUID(), more),
        "/api/invoices/{id}/credit-notes",
        invoiceId);
  }

  private BigDecimal open(String invoiceId) {
    return kit.accountant.get("/api/invoices/{id}", invoiceId).body().at("/open").decimalValue();
  }

  /** Balances are documents less payments, over all that is there. */
  private void agree() {
    var sums =
        jdbc.sql(
                """
                select (select coalesce(sum(case when kind = 'CREDIT_NOTE' then -gross else gross end), 0)
                          from settlement_invoice)
                     - (select coalesce(sum(amount), 0) from settlement_payment)
                     - (select coalesce(sum(open), 0) from settlement_balance)
                """)
            .query(BigDecimal.class)
            .single();
    assertThat(sums).isEqualByComparingTo("0");
  }
}
