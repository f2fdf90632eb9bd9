package io.trasa.documents;

import java.util.UUID;

/**
 * A paper to be archived.
 *
 * @param number as printed on it, such as an invoice number; may be empty
 * @param subjectId what it belongs to: an order, a quote, an invoice, a visit
 * @param language in which it is written
 */
public record NewDocument(
    DocumentKind kind,
    String number,
    UUID subjectId,
    String language,
    String fileName,
    byte[] pdf) {}
