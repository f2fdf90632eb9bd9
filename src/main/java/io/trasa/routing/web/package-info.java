/** The base map over HTTP. */
@NullMarked
package io.trasa.routing.web;

import org.jspecify.annotations.NullMarked;
