package io.trasa.security.web;

import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.security.User;
import io.trasa.security.UserService;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users, for administrators. Passwords go in and never come out. */
@RestController
@RequestMapping("/api/users")
class UserController {

  private final UserService users;

  UserController(UserService users) {
    this.users = users;
  }

  record UserView(
      UUID id,
      long version,
      String username,
      String displayName,
      Set<Role> roles,
      String language,
      @Nullable UUID technicianId,
      boolean active) {

    static UserView of(User user) {
      return new UserView(
          user.id(),
          user.version(),
          user.username(),
          user.displayName(),
          user.roles(),
          user.language(),
          user.technicianId(),
          user.isActive());
    }
  }

  record CreateUser(
      @NotBlank @Pattern(regexp = "[\\p{L}\\p{N}._@-]{2,60}") String username,
      @NotBlank @Size(min = 10, max = 200) String password,
      @NotBlank @Size(max = 120) String displayName,
      @NotEmpty Set<Role> roles,
      @NotBlank String language,
      @Nullable UUID technicianId) {}

  record ChangeUser(
      @NotNull Long version,
      @NotBlank @Size(max = 120) String displayName,
      @NotEmpty Set<Role> roles,
      @NotBlank String language,
      @Nullable UUID technicianId,
      @NotNull Boolean active,
      @Nullable @Size(min = 10, max = 200) String newPassword) {}

  @GetMapping
  @AllowedFor(Role.ADMINISTRATOR)
  PageView<UserView> list(Paging paging) {
    return PageView.of(users.list(paging.request()), UserView::of);
  }

  @GetMapping("/{id}")
  @AllowedFor(Role.ADMINISTRATOR)
  UserView get(@PathVariable UUID id) {
    return UserView.of(users.get(id));
  }

  @PostMapping
  @AllowedFor(Role.ADMINISTRATOR)
  @ResponseStatus(HttpStatus.CREATED)
  UserView create(@RequestBody @Valid CreateUser wish) {
    var profile =
        new UserService.Profile(
            wish.displayName(), wish.roles(), wish.language(), wish.technicianId());
    return UserView.of(users.create(wish.username(), wish.password(), profile));
  }

  @PutMapping("/{id}")
  @AllowedFor(Role.ADMINISTRATOR)
  UserView change(@PathVariable UUID id, @RequestBody @Valid ChangeUser wish) {
    var profile =
        new UserService.Profile(
            wish.displayName(), wish.roles(), wish.language(), wish.technicianId());
    return UserView.of(
        users.change(id, wish.version(), profile, wish.active(), wish.newPassword()));
  }
}
