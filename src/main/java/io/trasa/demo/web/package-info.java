@NullMarked
package io.trasa.demo.web;

import org.jspecify.annotations.NullMarked;
