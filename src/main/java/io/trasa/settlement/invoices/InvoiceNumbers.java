package io.trasa.settlement.invoices;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers without gaps and doubles: the counter's row is locked from here to the end of the
 * transaction that inserts the document, so both are kept or neither is.
 */
@Component
class InvoiceNumbers {

  private final JdbcClient jdbc;

  InvoiceNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next number of the series; ask as late as possible, others wait from here on. */
  @Transactional(propagation = Propagation.MANDATORY)
  int next(InvoiceKind kind, int year) {
    return jdbc.sql(
            """
            insert into settlement_number as n (kind, year, last) values (:kind, :year, 1)
            on conflict (kind, year) do update set last = n.last + 1
            returning last
            """)
        .param("kind", kind.name())
        .param("year", year)
        .query(Integer.class)
        .single();
  }
}
