package io.trasa.orders;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param quoteValidDays how long a quote is valid if nobody says otherwise
 */
@ConfigurationProperties("trasa.orders")
record OrderSettings(@DefaultValue("30") int quoteValidDays) {}
