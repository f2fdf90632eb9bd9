package io.trasa.parts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper about pieces that changed hands. Issued once, with everything it says, and never changed.
 *
 * @param sha256 of the content as it is kept, in hexadecimal digits
 * @param isIntact true if what is kept still has that sum
 */
public record StockDocument(UUID id, Content content, String sha256, boolean isIntact) {

  /** What kind of paper; each kind has a series of numbers of its own for each year. */
  public enum Kind {
    TRANSFER("T"),
    RETURN("R"),
    RECEIPT("G"),
    COUNT("C");

    final String letter;

    Kind(String letter) {
      this.letter = letter;
    }
  }

  /**
   * What the paper says.
   *
   * @param number such as {@code T26-00001}; without gaps
   * @param technician who took or brought it; empty where nobody did
   * @param van whose stock it concerns; empty for none
   * @param day for which it was taken along
   * @param note reason, supplier or remark
   */
  public record Content(
      Kind kind,
      String number,
      Instant issuedAt,
      String issuedBy,
      @Nullable UUID technicianId,
      String technician,
      String van,
      @Nullable LocalDate day,
      String note,
      List<Line> lines) {}

  /**
   * One part.
   *
   * @param quantity how much moved; of a count the difference, which may be below 0
   * @param orderNumber for which order; empty for a location's own stock
   * @param before what should have been there; counts only
   */
  public record Line(
      UUID partId,
      String code,
      String name,
      String unit,
      BigDecimal quantity,
      @Nullable UUID orderId,
      String orderNumber,
      @Nullable BigDecimal before) {}
}
