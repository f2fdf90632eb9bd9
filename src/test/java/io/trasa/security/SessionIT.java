package io.trasa.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.testkit.Browser;
import io.trasa.testkit.TrasaIT;
import io.trasa.web.LiveStream;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** Logging in and out over real HTTP. */
@TrasaIT
// An application of its own: requests made with MockMvc's csrf() leave another token store behind.
@TestPropertySource(properties = "spring.application.name=trasa-session-test")
class SessionIT {

  private static final String PASSWORD = "correct horse battery";
  private static final String SESSION = "/api/session";
  private static final String SESSION_COOKIE = "TRASA_SESSION";

  @Autowired private UserService users;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private LiveStream stream;
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private User user(String name, Role... roles) {
    return users.create(
        name, PASSWORD, new UserService.Profile("Name of " + name, Set.of(roles), "pl", null));
  }

  @Test
  void hasNoOtherFormToLogInThanTheirOwn() {
    assertThat(browser.get("/login").text()).doesNotContain("<form");
  }

  @Test
  void letsInWithTheRightPassword() {
    user("Inge.Right", Role.DISPATCHER, Role.MANAGER);
    assertThat(browser.get(SESSION).status()).isEqualTo(401);
    assertThat(browser.logIn("inge.right", PASSWORD).status()).isEqualTo(204);
    var session = browser.get(SESSION);
    assertThat(session.at("/username")).isEqualTo("Inge.Right");
    assertThat(session.at("/language")).isEqualTo("pl");
    assertThat(session.json().get("roles")).hasSize(2);
    assertThat(browser.put("{'language': 'es'}", SESSION + "/language").status()).isEqualTo(204);
    assertThat(browser.get(SESSION).at("/language")).isEqualTo("es");
  }

  @Test
  void saysNotWhichOfNameAndPasswordIsWrong() {
    user("wrong.password", Role.DISPATCHER);
    var wrongPassword = browser.logIn("wrong.password", "incorrect horse");
    var wrongName = browser.logIn("nobody.here", PASSWORD);
    assertThat(wrongPassword.status()).isEqualTo(401);
    assertThat(wrongPassword.at("/code")).isEqualTo("login-failed");
    assertThat(wrongName.text()).isEqualTo(wrongPassword.text());
  }

  @Test
  void keepsOutWhoWasDeactivated() {
    var user = user("gone.tomorrow", Role.DISPATCHER);
    browser.logIn("gone.tomorrow", PASSWORD);
    assertThat(browser.get("/api/customers").status()).isEqualTo(200);
    var profile = new UserService.Profile("Gone", Set.of(Role.DISPATCHER), "en", null);
    users.change(user.id(), 0, profile, false, null);
    assertThat(browser.get("/api/customers").status()).as("the open session").isEqualTo(401);
    assertThat(browser.logIn("gone.tomorrow", PASSWORD).at("/code")).isEqualTo("login-failed");
  }

  @Test
  void hangsUpTheLiveStreamOfAnEndedSession() {
    user("listens.out", Role.DISPATCHER);
    browser.logIn("listens.out", PASSWORD);
    try (var live = browser.listen()) {
      browser.delete(SESSION);
      assertThat(live.awaitEnd()).as("after logging out").isTrue();
    }
    var user = user("listens.no.more", Role.DISPATCHER);
    browser.logIn("listens.no.more", PASSWORD);
    try (var live = browser.listen();
        var other = new Browser(port)) {
      user("listens.on", Role.DISPATCHER);
      other.logIn("listens.on", PASSWORD);
      try (var stays = other.listen()) {
        var profile = new UserService.Profile("No more", Set.of(Role.DISPATCHER), "en", null);
        users.change(user.id(), 0, profile, false, null);
        assertThat(live.awaitEnd()).as("after the account was closed").isTrue();
        stream.publish("still", Map.of());
        stays.await("still", data -> true);
      }
    }
  }

  @Test
  void forgetsRolesThatWereTakenAway() {
    var user = user("less.tomorrow", Role.DISPATCHER);
    browser.logIn("less.tomorrow", PASSWORD);
    users.change(
        user.id(),
        0,
        new UserService.Profile("Less", Set.of(Role.TECHNICIAN), "en", null),
        true,
        null);
    assertThat(browser.get("/api/customers").status()).isIn(401, 403);
  }

  @Test
  void givesANewSessionAtLogin() {
    user("fixed.session", Role.DISPATCHER);
    user("attacker", Role.TECHNICIAN);
    try (var attacker = new Browser(port)) {
      attacker.logIn("attacker", PASSWORD);
      String planted = attacker.cookie(SESSION_COOKIE).orElseThrow();
      browser.addCookie(SESSION_COOKIE, planted);
      assertThat(browser.logIn("fixed.session", PASSWORD).status()).isEqualTo(204);
      assertThat(browser.cookie(SESSION_COOKIE)).isPresent().get().isNotEqualTo(planted);
      assertThat(attacker.get(SESSION).status()).isEqualTo(401);
    }
  }

  @Test
  void endsTheSessionAtLogout() {
    user("leaving", Role.DISPATCHER);
    browser.logIn("leaving", PASSWORD);
    String old = browser.cookie(SESSION_COOKIE).orElseThrow();
    assertThat(browser.delete(SESSION).status()).isEqualTo(204);
    assertThat(browser.get(SESSION).status()).isEqualTo(401);
    browser.addCookie(SESSION_COOKIE, old);
    assertThat(browser.get(SESSION).status()).as("with the old cookie").isEqualTo(401);
  }

  @Test
  void slowsDownGuessing() {
    user("guessed", Role.DISPATCHER);
    for (int i = 0; i < LoginThrottle.TRIES_PER_NAME; i++) {
      // Neither case nor what the login trims away makes it another name.
      var name = i % 2 == 0 ? "GUESSED" : "guessed" + (char) i;
      assertThat(browser.logIn(name, "guess number " + i).status()).isEqualTo(401);
    }
    var refused = browser.logIn("guessed", PASSWORD);
    assertThat(refused.status()).as("the right password").isEqualTo(429);
    assertThat(refused.at("/code")).isEqualTo("too-many-attempts");
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 300L);
    user("not.guessed", Role.DISPATCHER);
    assertThat(browser.logIn("not.guessed", PASSWORD).status()).isEqualTo(204);
  }

  @Test
  void keepsPasswordsToItself() {
    user("chief", Role.ADMINISTRATOR);
    browser.logIn("chief", PASSWORD);
    var body =
        """
        {'username': 'new.user', 'password': '%s', 'displayName': 'New', 'language': 'en',
         'roles': ['WAREHOUSE']}
        """;
    var secret = "a new user's secret".replace('\'', '’');
    var made = browser.post(body.formatted(secret), "/api/users");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    var refused = browser.post(body.formatted("too short"), "/api/users");
    assertThat(refused.at("/errors/0/field")).isEqualTo("password");
    for (var answer :
        new String[] {
          made.text(),
          refused.text(),
          browser.get("/api/users").text(),
          browser.get("/api/users/" + made.at("/id")).text(),
          browser.get(SESSION).text()
        }) {
      assertThat(answer).doesNotContain(secret, PASSWORD, "too short", "argon2");
    }
    assertThat(jdbc.queryForList("select password_hash from security_user", String.class))
        .isNotEmpty()
        .allSatisfy(hash -> assertThat(hash).startsWith("$argon2id$"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/v3/api-docs/x",
        "/actuator",
        "/actuator/env",
        "/api/nothing-here",
      })
  void isClosedToStrangers(String path) {
    var answer = browser.get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
    assertThat(answer.at("/code")).isEqualTo("not-logged-in");
  }

  @Test
  void tellsStrangersOnlyThatItIsHealthy() {
    var health = browser.get("/actuator/health");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().has("components")).isFalse();
  }
}
