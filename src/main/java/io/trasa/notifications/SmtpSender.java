package io.trasa.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends by SMTP to the server of {@code spring.mail.host}; without that setting, not at all. */
@Component
final class SmtpSender implements MessageSender {

  private final ObjectProvider<JavaMailSender> mail;
  private final String ownAddress;

  SmtpSender(ObjectProvider<JavaMailSender> mail, @Value("${trasa.mail.from}") String ownAddress) {
    this.mail = mail;
    this.ownAddress = ownAddress;
  }

  @Override
  public boolean isReady() {
    return mail.getIfAvailable() != null;
  }

  @Override
  public void send(Message message) throws NotSentException {
    var smtp = mail.getObject();
    try {
      smtp.send(written(smtp.createMimeMessage(), message));
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new NotSentException("The mail cannot be written: " + e.getMessage(), true, e);
    } catch (MailException e) {
      throw new NotSentException(reason(e), isForGood(e), e);
    }
  }

  private MimeMessage written(MimeMessage mime, Message message)
      throws MessagingException, UnsupportedEncodingException, NotSentException {
    var from = ownAddress.isEmpty() ? message.from() : ownAddress;
    if (from.isEmpty()) {
      throw new NotSentException(
          "There is no address to send from. Fill in the company's e-mail, or trasa.mail.from.",
          false,
          new IllegalStateException("no sender"));
    }
    var helper = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
    helper.setFrom(new InternetAddress(from, message.fromName(), StandardCharsets.UTF_8.name()));
    if (!message.from().isEmpty() && !message.from().equals(from)) {
      helper.setReplyTo(message.from());
    }
    helper.setTo(message.to());
    helper.setSubject(message.subject());
    helper.setText(message.text(), message.html());
    helper.addAttachment(
        message.fileName(), new ByteArrayResource(message.pdf()), "application/pdf");
    // Mail programs show two mails with one id once, should a crash make us send it twice.
    mime.setHeader("Message-ID", "<%s@%s>".formatted(message.id(), domain(from)));
    mime.setHeader("Auto-Submitted", "auto-generated");
    return mime;
  }

  private static String domain(String address) {
    return address.substring(address.indexOf('@') + 1);
  }

  /** The server knows the address and wants no mail for it. */
  private static boolean isForGood(MailException fault) {
    return fault instanceof MailSendException sending
        && sending.getFailedMessages().values().stream()
            .anyMatch(
                e ->
                    e instanceof SendFailedException f
                        && f.getInvalidAddresses() != null
                        && f.getInvalidAddresses().length > 0);
  }

  private static String reason(MailException fault) {
    Throwable cause =
        fault instanceof MailSendException sending && sending.getMessageExceptions().length > 0
            ? sending.getMessageExceptions()[0]
            : fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).strip();
  }
}
