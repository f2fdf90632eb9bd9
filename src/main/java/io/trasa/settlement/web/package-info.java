@NullMarked
package io.trasa.settlement.web;

import org.jspecify.annotations.NullMarked;
