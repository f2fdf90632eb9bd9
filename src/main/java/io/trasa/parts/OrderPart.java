package io.trasa.parts;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A part's way through an order: always {@code collected = used + returned + onVan}.
 *
 * @param unitCost what one costs the company
 * @param unitPrice what one is sold for, net
 */
public record OrderPart(
    UUID partId,
    String code,
    String name,
    String unit,
    BigDecimal collected,
    BigDecimal used,
    BigDecimal returned,
    BigDecimal onVan,
    BigDecimal unitCost,
    BigDecimal unitPrice,
    BigDecimal vatRate) {}
