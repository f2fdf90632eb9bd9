@NullMarked
package io.trasa.documents.web;

import org.jspecify.annotations.NullMarked;
