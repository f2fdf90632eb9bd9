@NullMarked
package io.trasa.people.web;

import org.jspecify.annotations.NullMarked;
