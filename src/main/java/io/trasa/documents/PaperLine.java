package io.trasa.documents;

import io.trasa.common.Priced;
import java.math.BigDecimal;

/**
 * A row of a paper's table of work and goods.
 *
 * @param detail in small letters below the text; may be empty
 * @param unit such as {@code h}; may be empty
 */
public record PaperLine(
    String text,
    String detail,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    BigDecimal vatRate)
    implements Priced {}
