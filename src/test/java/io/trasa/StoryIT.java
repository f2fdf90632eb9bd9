package io.trasa;

import io.trasa.testkit.DemoIT;
import io.trasa.testkit.MailServer;
import io.trasa.testkit.PageTests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Plays the whole way of an order, from the call to the payment, by seven people at browsers of
 * their own. It has a demo company to itself, whose day nobody has planned yet, and a mail server.
 */
@DemoIT
@TestPropertySource(properties = "test.company=whole")
class StoryIT {

  @LocalServerPort int port;

  @Test
  void anOrderGoesFromTheCallToThePayment() throws Exception {
    try (var mailbox = MailServer.mailbox()) {
      PageTests.play(List.of("--grep", "@whole"), port, mailbox.address());
    }
  }
}
