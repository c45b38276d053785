package org.dianjiao.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/** Hands messages to a mail server, one connection for each. Blocking. */
final class Post {

  private final MailSettings.Relay relay;
  private final String from;

  Post(MailSettings settings) {
    this.relay = settings.server();
    this.from = settings.from();
  }

  /**
   * A message.
   *
   * @param subject one line of ours: nothing that people wrote stands in a header
   */
  record Letter(String to, String subject, String text) {

    /** Refuses what could begin another header. */
    Letter {
      for (String line : new String[] {to, subject}) {
        if (line.chars().anyMatch(Character::isISOControl)) {
          throw new IllegalArgumentException("a header holds a control character");
        }
      }
    }
  }

  /**
   * Sends one; when this returns the mail server has taken it.
   *
   * @throws MessagingException when it has not
   */
  void send(Letter letter) throws MessagingException {
    Session session = Session.getInstance(properties());
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(from, true));
    InternetAddress[] to = InternetAddress.parse(letter.to(), true);
    if (to.length != 1) {
      throw new SendFailedException("%d addresses in place of one".formatted(to.length));
    }
    message.setRecipient(Message.RecipientType.TO, to[0]);
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    message.setText(letter.text(), StandardCharsets.UTF_8.name());
    message.saveChanges();
    try (Transport transport = session.getTransport()) {
      if (relay.login().isPresent()) {
        MailSettings.Login login = relay.login().get();
        transport.connect(login.user(), login.password());
      } else {
        transport.connect();
      }
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  private Properties properties() {
    String protocol = relay.security() == MailSettings.Security.TLS ? "smtps" : "smtp";
    String milliseconds = Long.toString(1_000L * relay.timeoutSeconds());
    boolean secret = relay.security() == MailSettings.Security.STARTTLS;
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    String prefix = "mail." + protocol + ".";
    properties.setProperty(prefix + "host", relay.host());
    properties.setProperty(prefix + "port", Integer.toString(relay.port()));
    properties.setProperty(prefix + "auth", Boolean.toString(relay.login().isPresent()));
    properties.setProperty(prefix + "starttls.enable", Boolean.toString(secret));
    properties.setProperty(prefix + "starttls.required", Boolean.toString(secret));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "connectiontimeout", milliseconds);
    properties.setProperty(prefix + "timeout", milliseconds);
    properties.setProperty(prefix + "writetimeout", milliseconds);
    return properties;
  }
}
