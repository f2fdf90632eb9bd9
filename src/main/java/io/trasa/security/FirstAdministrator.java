package io.trasa.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Lets the first person into an installation that has no users: creates {@code admin} with the
 * configured password, or with a random one that is written to the log once.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FirstAdministrator implements ApplicationRunner {

  static final String USERNAME = "admin";
  private static final int RANDOM_BYTES = 12;
  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

  private final UserService users;
  private final String configured;

  FirstAdministrator(
      UserService users, @Value("${trasa.security.first-admin-password:}") String configured) {
    this.users = users;
    this.configured = configured;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!users.isEmpty()) {
      return;
    }
    if (!configured.isEmpty() && configured.length() < UserService.SHORTEST_PASSWORD) {
      throw new IllegalStateException(
          "trasa.security.first-admin-password has %d characters; it takes at least %d."
              .formatted(configured.length(), UserService.SHORTEST_PASSWORD));
    }
    String password = configured.isEmpty() ? randomPassword() : configured;
    try {
      users.create(
          USERNAME,
          password,
          new UserService.Profile("Administrator", Set.of(Role.ADMINISTRATOR), "en", null));
    } catch (DataIntegrityViolationException anotherNodeWasFirst) {
      return;
    }
    log.info(
        "There was no user yet: log in as {} with {}, and change it.",
        USERNAME,
        configured.isEmpty() ? "the password " + password : "the configured password");
  }

  private static String randomPassword() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
