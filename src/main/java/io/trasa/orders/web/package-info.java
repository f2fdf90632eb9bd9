@NullMarked
package io.trasa.orders.web;

import org.jspecify.annotations.NullMarked;
