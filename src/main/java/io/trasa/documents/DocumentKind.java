package io.trasa.documents;

/** What a paper is. */
public enum DocumentKind {
  QUOTE,
  SERVICE_REPORT,
  INVOICE,
  RECEIPT,
  CREDIT_NOTE
}
