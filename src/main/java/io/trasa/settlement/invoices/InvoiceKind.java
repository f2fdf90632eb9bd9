package io.trasa.settlement.invoices;

/** What is issued; each kind has a series of numbers of its own, every year from 1. */
public enum InvoiceKind {
  INVOICE("INV"),
  /** Paid in cash on the spot. */
  RECEIPT("REC"),
  /** Takes an invoice or a receipt back, as a whole or in part; its amounts are positive. */
  CREDIT_NOTE("CRN");

  private final String prefix;

  InvoiceKind(String prefix) {
    this.prefix = prefix;
  }

  /** Such as {@code INV-2026-00042}. */
  String number(int year, int sequence) {
    return "%s-%d-%05d".formatted(prefix, year, sequence);
  }
}
