package io.trasa.web;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text of a bounded length without control characters other than tab and line break. */
@Documented
@Constraint(validatedBy = {})
@Size
@Pattern(
    regexp = "[^\\p{Cntrl}\\t\\r\\n]*+(?:[\\t\\r\\n][^\\p{Cntrl}\\t\\r\\n]*+)*+",
    message = "must not hold control characters")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface PlainText {

  /** The most characters. */
  @OverridesAttribute(constraint = Size.class, name = "max")
  int max();

  String message() default "is not plain text";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
