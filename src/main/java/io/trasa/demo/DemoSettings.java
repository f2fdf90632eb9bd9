package io.trasa.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether an empty database gets the demo company
 * @param seed the same seed makes the same company
 */
@ConfigurationProperties("trasa.demo")
record DemoSettings(@DefaultValue("true") boolean enabled, @DefaultValue("20161") long seed) {}
