/** What many tests need: the whole application on a database of its own, and a clock to set. */
@NullMarked
package io.trasa.testkit;

import org.jspecify.annotations.NullMarked;
