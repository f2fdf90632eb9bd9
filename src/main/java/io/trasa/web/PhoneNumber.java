package io.trasa.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A phone number as people write it, or nothing: at least three digits, at most 40 characters. */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "|(?=(?:\\D*+\\d){3})[0-9 +()/.,xX#*-]{3,40}")
@ReportAsSingleViolation
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface PhoneNumber {

  String message() default "is not a phone number: write 3 to 40 digits, spaces, + ( ) / . -";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
