@NullMarked
package io.trasa.parts.web;

import org.jspecify.annotations.NullMarked;
