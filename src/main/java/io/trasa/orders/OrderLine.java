package io.trasa.orders;

import io.trasa.common.Priced;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work or goods that were offered or agreed, as they were at that time.
 *
 * @param itemId the operation or the part; null for anything else
 * @param unit such as {@code pc} or {@code h}
 * @param normMinutes how long the whole line should take; 0 for goods
 * @param unitPrice net, in the company's currency
 * @param vatRate in percent
 */
@Embeddable
public record OrderLine(
    @Enumerated(EnumType.STRING) Kind kind,
    @Nullable UUID itemId,
    String text,
    BigDecimal quantity,
    String unit,
    int normMinutes,
    BigDecimal unitPrice,
    BigDecimal vatRate)
    implements Priced {

  /** What a line is about; warranties and contracts cover each kind on its own. */
  public enum Kind {
    OPERATION,
    PART,
    TRAVEL,
    OTHER
  }
}
