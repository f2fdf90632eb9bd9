@NullMarked
package io.trasa.fieldwork.web;

import org.jspecify.annotations.NullMarked;
