package io.trasa.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

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

  /**
   * The received mails for tests that run in a browser: {@code GET ?to=address} answers with an
   * array of {@code {subject, text, files}}.
   */
  public static Mailbox mailbox() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), UTF_8);
          var mails = mailsTo(query.substring("to=".length())).stream().map(MailServer::told);
          byte[] answer = JsonMapper.shared().writeValueAsBytes(mails.toList());
          exchange.sendResponseHeaders(200, answer.length);
          try (exchange) {
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    return new Mailbox(server);
  }

  /** Where a browser test reads mails, until closed. */
  public record Mailbox(HttpServer server) implements AutoCloseable {
    public String address() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private static Told told(MimeMessage mail) {
    try {
      var told = new Told(mail.getSubject(), new StringBuilder(), new ArrayList<>());
      tell(mail, told);
      return told;
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void tell(Part part, Told told) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        tell(parts.getBodyPart(i), told);
      }
    } else if (part.getFileName() != null) {
      told.files.add(part.getFileName());
    } else if (part.isMimeType("text/plain")) {
      told.text.append(part.getContent());
    }
  }

  private record Told(String subject, StringBuilder text, List<String> files) {}

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
