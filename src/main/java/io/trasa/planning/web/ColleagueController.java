package io.trasa.planning.web;

import io.trasa.security.AllowedFor;
import io.trasa.security.CurrentUser;
import io.trasa.security.Role;
import io.trasa.security.UserService;
import io.trasa.web.LiveStream;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Boards tell one another what their dispatchers are at, so that two do not change the same at
 * once. Nothing is kept here: a page tells it anew now and then, and is forgotten when it does not.
 */
@RestController
@RequestMapping("/api/live/colleagues/{page}")
class ColleagueController {

  private static final int MAX_VISITS = 100;

  private final LiveStream live;
  private final UserService users;
  private final CurrentUser currentUser;

  ColleagueController(LiveStream live, UserService users, CurrentUser currentUser) {
    this.live = live;
    this.users = users;
    this.currentUser = currentUser;
  }

  /**
   * @param day the first shown
   * @param visitIds selected, or being moved
   */
  record AtWork(
      @NotNull LocalDate day,
      @NotNull @Size(max = MAX_VISITS) List<@NotNull UUID> visitIds,
      @Nullable UUID technicianId,
      @NotNull Boolean moving) {}

  /** One open page of a colleague, as the others hear of it. */
  record Colleague(UUID page, String name, AtWork at) {}

  record Left(UUID page) {}

  @PutMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void tell(@PathVariable UUID page, @RequestBody @Valid AtWork at) {
    var name = users.getByName(currentUser.name()).displayName();
    live.publish("colleague", new Colleague(page, name, at));
  }

  @DeleteMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leave(@PathVariable UUID page) {
    live.publish("colleague-left", new Left(page));
  }
}
