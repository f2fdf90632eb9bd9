@NullMarked
package io.trasa.reporting.web;

import org.jspecify.annotations.NullMarked;
