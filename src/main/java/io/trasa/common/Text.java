package io.trasa.common;

import org.jspecify.annotations.Nullable;

/** How free text is kept: without blanks around it, and empty rather than absent. */
public final class Text {

  private Text() {}

  public static String orEmpty(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
