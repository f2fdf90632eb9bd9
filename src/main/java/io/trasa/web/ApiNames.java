package io.trasa.web;

import io.swagger.v3.core.jackson.TypeNameResolver;

/**
 * Names of shapes in the API description. Records nested in different classes may be called the
 * same, so they take the name of their class with them: a board's {@code VisitView} is {@code
 * BoardVisitView}.
 */
final class ApiNames extends TypeNameResolver {

  @Override
  protected String getNameOfClass(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    if (outer == null || !type.getName().startsWith("io.trasa.")) {
      return super.getNameOfClass(type);
    }
    String prefix = outer.getSimpleName().replaceFirst("(Controller|View|Form)$", "");
    String name = type.getSimpleName();
    return name.startsWith(prefix) ? name : prefix + name;
  }
}
