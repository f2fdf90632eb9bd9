@NullMarked
package io.trasa.security.web;

import org.jspecify.annotations.NullMarked;
