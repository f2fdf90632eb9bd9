package io.trasa.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** An instant or a day of the years 2000 to 2099: keeps out slips of the keyboard. */
@Documented
@Constraint(validatedBy = ThisCentury.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface ThisCentury {

  String message() default "is not in the years 2000 to 2099";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Checks; nothing at all is left to others. */
  class Validator implements ConstraintValidator<ThisCentury, Temporal> {

    @Override
    public boolean isValid(@Nullable Temporal time, ConstraintValidatorContext context) {
      return switch (time) {
        case Instant instant -> isValid(instant.atOffset(ZoneOffset.UTC).getYear());
        case LocalDate day -> isValid(day.getYear());
        case null, default -> true;
      };
    }

    private static boolean isValid(int year) {
      return year >= 2000 && year <= 2099;
    }
  }
}
