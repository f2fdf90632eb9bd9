package io.trasa.security;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.web.LiveStream;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The door to users: who may log in, as what. */
@Service
@Transactional
public class UserService {

  /** Languages the pages and documents speak. */
  public static final Set<String> LANGUAGES = Set.of("en", "pl", "bg", "es");

  static final int SHORTEST_PASSWORD = 10;

  private final Users users;
  private final PasswordEncoder passwords;
  private final SessionRegistry sessions;
  private final LiveStream live;

  UserService(Users users, PasswordEncoder passwords, SessionRegistry sessions, LiveStream live) {
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.live = live;
  }

  /** What describes a user besides the password. */
  public record Profile(
      String displayName, Set<Role> roles, String language, @Nullable UUID technicianId) {}

  /**
   * Lets somebody in from now on.
   *
   * @throws InvalidInputException if the name is taken or the language is not spoken here
   */
  public User create(String username, String password, Profile profile) {
    if (users.existsByUsernameIgnoreCase(username)) {
      throw new InvalidInputException(
          "username", username, "is taken", "Choose another name, or change that user.");
    }
    requireSpoken(profile.language());
    var user = new User(username, passwords.encode(password));
    user.describe(
        profile.displayName(), profile.roles(), profile.language(), profile.technicianId());
    return users.save(user);
  }

  /**
   * Changes a user; the last active administrator stays one. Other roles, another password or the
   * end of the account end the open sessions.
   */
  public User change(
      UUID id, long version, Profile profile, boolean active, @Nullable String newPassword) {
    var user = get(id);
    user.requireVersion(version);
    requireSpoken(profile.language());
    boolean staysAdministrator = active && profile.roles().contains(Role.ADMINISTRATOR);
    if (!staysAdministrator && isOnlyAdministrator(user)) {
      throw new ConflictException(
          "last-administrator",
          user.username() + " is the only active administrator.",
          "Make somebody else an administrator first.");
    }
    if (!active || newPassword != null || !profile.roles().equals(user.roles())) {
      endSessionsAfterCommit(user);
    }
    user.describe(
        profile.displayName(), profile.roles(), profile.language(), profile.technicianId());
    user.activate(active);
    if (newPassword != null) {
      user.changePassword(passwords.encode(newPassword));
    }
    return users.saveAndFlush(user);
  }

  public User speak(String username, String language) {
    requireSpoken(language);
    var user = getByName(username);
    user.speak(language);
    return user;
  }

  @Transactional(readOnly = true)
  public User get(UUID id) {
    return users.findById(id).orElseThrow(() -> new NotFoundException("user", id));
  }

  @Transactional(readOnly = true)
  public User getByName(String username) {
    return users
        .findByUsernameIgnoreCase(username)
        .orElseThrow(() -> new NotFoundException("user", username));
  }

  @Transactional(readOnly = true)
  public Page<User> list(Pageable page) {
    return users.findAllByOrderByUsername(page);
  }

  @Transactional(readOnly = true)
  public boolean isEmpty() {
    return users.count() == 0;
  }

  private void endSessionsAfterCommit(User user) {
    var principal = StoredUserDetails.detailsOf(user);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            for (SessionInformation session : sessions.getAllSessions(principal, false)) {
              session.expireNow();
              live.hangUp(session.getSessionId());
            }
          }
        });
  }

  private boolean isOnlyAdministrator(User user) {
    return isActiveAdministrator(user)
        && users.findAll().stream().filter(UserService::isActiveAdministrator).count() == 1;
  }

  private static boolean isActiveAdministrator(User user) {
    return user.isActive() && user.roles().contains(Role.ADMINISTRATOR);
  }

  private static void requireSpoken(String language) {
    if (!LANGUAGES.contains(language)) {
      throw new InvalidInputException(
          "language", language, "is not spoken here", "Choose one of en, pl, bg, es.");
    }
  }
}
