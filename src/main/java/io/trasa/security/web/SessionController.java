package io.trasa.security.web;

import io.trasa.security.AllowedFor;
import io.trasa.security.CurrentUser;
import io.trasa.security.Role;
import io.trasa.security.User;
import io.trasa.security.UserService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is logged in. Logging in (POST) and out (DELETE) are done by the security filters. */
@RestController
@RequestMapping("/api/session")
class SessionController {

  private final UserService users;
  private final CurrentUser currentUser;

  SessionController(UserService users, CurrentUser currentUser) {
    this.users = users;
    this.currentUser = currentUser;
  }

  record SessionView(
      String username,
      String displayName,
      Set<Role> roles,
      String language,
      @Nullable UUID technicianId) {

    static SessionView of(User user) {
      return new SessionView(
          user.username(), user.displayName(), user.roles(), user.language(), user.technicianId());
    }
  }

  record ChooseLanguage(@NotBlank String language) {}

  @GetMapping
  @AllowedFor(anyUser = true)
  SessionView current() {
    return SessionView.of(users.getByName(currentUser.name()));
  }

  @PutMapping("/language")
  @AllowedFor(anyUser = true)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void speak(@RequestBody @Valid ChooseLanguage choice) {
    users.speak(currentUser.name(), choice.language());
  }
}
