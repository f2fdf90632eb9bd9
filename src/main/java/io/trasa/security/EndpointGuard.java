package io.trasa.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a call before its body is read, unless the endpoint's {@link AllowedFor} names a role of
 * the caller. Default is deny: an endpoint of ours without the annotation is closed to everybody.
 */
final class EndpointGuard implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // The container itself comes back to end an answer that was allowed when it began.
    boolean ending = request.getDispatcherType() == DispatcherType.ASYNC;
    if (!ending && handler instanceof HandlerMethod method && isOurs(method)) {
      check(method.getMethodAnnotation(AllowedFor.class), method);
    }
    return true;
  }

  private static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getName().startsWith("io.trasa.");
  }

  private static void check(@Nullable AllowedFor allowed, HandlerMethod method) {
    if (allowed == null) {
      throw new AccessDeniedException(
          "Nobody may call %s: it names no role.".formatted(method.getShortLogMessage()));
    }
    if (allowed.everybody()) {
      return;
    }
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller == null || caller instanceof AnonymousAuthenticationToken) {
      throw new InsufficientAuthenticationException("Nobody is logged in. Log in first.");
    }
    if (!allowed.anyUser() && Arrays.stream(allowed.value()).noneMatch(r -> has(caller, r))) {
      throw new AccessDeniedException(
          "%s has no role that may do this; it takes one of %s."
              .formatted(caller.getName(), Arrays.toString(allowed.value())));
    }
  }

  private static boolean has(Authentication caller, Role role) {
    return caller.getAuthorities().stream()
        .anyMatch(a -> role.authority().equals(a.getAuthority()));
  }
}
