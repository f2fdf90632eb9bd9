@NullMarked
package io.trasa.customers.web;

import org.jspecify.annotations.NullMarked;
