package org.dianjiao.mail;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;

/**
 * How messages leave, and when.
 *
 * @param server that takes them, over SMTP
 * @param from the address that they come from
 * @param address of this server as browsers see it: where links lead
 * @param hour of the day, in UTC, from which on the daily message is sent
 * @param tries of one message on one day
 * @param retryMinutes between two tries
 * @param most pieces of news that one message tells; of the rest the number
 */
public record MailSettings(
    Relay server, String from, URI address, int hour, int tries, int retryMinutes, int most) {

  /** How the line to the mail server is kept secret. */
  public enum Security {
    /** Plain at first, then TLS, or nothing is sent. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** Not at all; only for a mail server on this machine. */
    NONE
  }

  /**
   * A mail server.
   *
   * @param login what to sign in with; empty when the server asks for nothing
   * @param timeoutSeconds until connecting, and each answer, counts as failed
   */
  public record Relay(
      String host, int port, Security security, Optional<Login> login, int timeoutSeconds) {

    /** Refuses to send over an open line. */
    public Relay {
      if (security == Security.NONE && !isHere(host)) {
        throw new IllegalArgumentException(
            "mail.security none is for a mail server on this machine, and %s is not"
                .formatted(host));
      }
      if (port < 1 || port > 65_535 || timeoutSeconds < 1) {
        throw new IllegalArgumentException(
            "mail.port %d or mail.timeout-seconds %d is no such number"
                .formatted(port, timeoutSeconds));
      }
    }

    private static boolean isHere(String host) {
      try {
        return InetAddress.getByName(host).isLoopbackAddress();
      } catch (UnknownHostException unknown) {
        return false;
      }
    }
  }

  /** A user of the mail server. */
  public record Login(String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return "Login[user=" + user + "]";
    }
  }

  /** Refuses what could not work. */
  public MailSettings {
    Objects.requireNonNull(server, "server");
    if (hour < 0 || hour > 23 || tries < 1 || retryMinutes < 0 || most < 1) {
      throw new IllegalArgumentException(
          "mail: hour %d is not 0–23, or tries %d, retry-minutes %d or news %d are below the least"
              .formatted(hour, tries, retryMinutes, most));
    }
    boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    if (!web || address.getHost() == null) {
      throw new IllegalArgumentException(
          "mail.address %s is not of the form https://dianjiao.example".formatted(address));
    }
  }
}
