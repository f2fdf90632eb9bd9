package io.trasa.common;

/** Something was asked for by an id that does not exist (or no longer does). */
public final class NotFoundException extends RuntimeException {

  public NotFoundException(String kind, Object id) {
    super("There is no %s %s. Maybe it was deleted meanwhile.".formatted(kind, id));
  }
}
