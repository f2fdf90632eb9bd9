package io.trasa.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names who may call an endpoint. An endpoint without it is refused to everybody; administrators
 * are not implied, they are named too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AllowedFor {

  Role[] value() default {};

  /** Everybody who is logged in, whatever the role. */
  boolean anyUser() default false;

  /** Also those who are not logged in. */
  boolean everybody() default false;
}
