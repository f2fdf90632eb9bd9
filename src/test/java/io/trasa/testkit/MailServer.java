package io.trasa.testkit;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real mail server for all tests of a JVM, which every application of {@link TrasaIT} sends to.
 * It is shared, so look for mails by an address of your own.
 */
public final class MailServer {

  private static final int PORT = freePort();
  private static final GreenMail SERVER = started();

  private MailServer() {}

  /** The mails that came for an address, the first one first. */
  public static List<MimeMessage> mailsTo(String address) {
    return Arrays.stream(SERVER.getReceivedMessages()).filter(m -> isTo(m, address)).toList();
  }

  /** Waits for the first mail to an address. */
  public static MimeMessage awaitMailTo(String address) {
    while (true) {
      int seen = SERVER.getReceivedMessages().length;
      var found = mailsTo(address);
      if (!found.isEmpty()) {
        return found.getFirst();
      }
      if (!SERVER.waitForIncomingEmail(Browser.PATIENCE.toMillis(), seen + 1)) {
        throw new AssertionError("No mail came to " + address);
      }
    }
  }

  /** Does something while no mail server answers. */
  public static void whileDown(Runnable work) {
    SERVER.stop();
    try {
      work.run();
    } finally {
      SERVER.start();
    }
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      return Arrays.stream(message.getAllRecipients())
          .anyMatch(to -> to.toString().equalsIgnoreCase(address));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static GreenMail started() {
    var server = new GreenMail(new ServerSetup(PORT, "localhost", ServerSetup.PROTOCOL_SMTP));
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    return server;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells an application where the server is. */
  public static final class Initializer
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of(
              "spring.mail.host=localhost",
              "spring.mail.port=" + PORT,
              "trasa.mail.from=post@trasa.example")
          .applyTo(context);
    }
  }
}
