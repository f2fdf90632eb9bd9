package io.trasa;

import io.trasa.testkit.MailServer;
import io.trasa.testkit.MorningClock;
import io.trasa.testkit.PageTests;
import io.trasa.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Plays the whole way of an order, from the call to the payment, by seven people at browsers of
 * their own. It has a demo company to itself, whose day nobody has planned yet, and a mail server.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "trasa.demo.enabled=true")
@Import(MorningClock.class)
@ContextConfiguration(initializers = {TestDatabase.Initializer.class, MailServer.Initializer.class})
class StoryIT {

  @LocalServerPort int port;

  @Test
  void anOrderGoesFromTheCallToThePayment() throws Exception {
    try (var mailbox = MailServer.mailbox()) {
      PageTests.play(List.of("--grep", "@whole"), port, mailbox.address());
    }
  }
}
