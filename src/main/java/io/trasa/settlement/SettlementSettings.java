package io.trasa.settlement;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param vatRate in percent, for what has no rate of its own, such as purchases
 * @param purchaseMarkup in percent, on what was bought outside for an order
 */
@ConfigurationProperties("trasa.settlement")
record SettlementSettings(
    @DefaultValue("19") BigDecimal vatRate, @DefaultValue("0") BigDecimal purchaseMarkup) {}
