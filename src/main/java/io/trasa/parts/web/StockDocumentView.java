package io.trasa.parts.web;

import io.trasa.parts.StockDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stock document as it was issued.
 *
 * @param sha256 the seal of its content
 * @param intact false if the stored content does not match the seal
 */
record StockDocumentView(
    UUID id,
    StockDocument.Kind kind,
    String number,
    Instant issuedAt,
    String issuedBy,
    @Nullable UUID technicianId,
    String technician,
    String van,
    @Nullable LocalDate day,
    String note,
    List<StockDocument.Line> lines,
    String sha256,
    boolean intact) {

  static StockDocumentView of(StockDocument document) {
    var content = document.content();
    return new StockDocumentView(
        document.id(),
        content.kind(),
        content.number(),
        content.issuedAt(),
        content.issuedBy(),
        content.technicianId(),
        content.technician(),
        content.van(),
        content.day(),
        content.note(),
        content.lines(),
        document.sha256(),
        document.isIntact());
  }
}
