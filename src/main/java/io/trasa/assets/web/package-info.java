@NullMarked
package io.trasa.assets.web;

import org.jspecify.annotations.NullMarked;
