@NullMarked
package io.trasa.planning.web;

import org.jspecify.annotations.NullMarked;
