package io.trasa.security;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.AuditorAware;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is acting now; work without a person, such as a planning job, acts as {@value #SYSTEM}. */
@Component
public class CurrentUser implements AuditorAware<String> {

  public static final String SYSTEM = "trasa";

  public String name() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return caller == null || caller instanceof AnonymousAuthenticationToken
        ? SYSTEM
        : caller.getName();
  }

  /** Does work in another thread in the name of the person who asked for it, with no rights. */
  public void actAs(String name, Runnable work) {
    var before = SecurityContextHolder.getContext();
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(name, null, List.of()));
    SecurityContextHolder.setContext(context);
    try {
      work.run();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }

  public boolean has(Role role) {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return caller != null
        && caller.getAuthorities().stream()
            .anyMatch(a -> role.authority().equals(a.getAuthority()));
  }

  @Override
  public Optional<String> getCurrentAuditor() {
    return Optional.of(name());
  }
}
