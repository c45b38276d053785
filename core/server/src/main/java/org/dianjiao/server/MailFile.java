package org.dianjiao.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.mail.MailSettings;

/** The part {@code mail} of the settings file. */
record MailFile(
    String host,
    Optional<Integer> port,
    Optional<String> security,
    Optional<String> user,
    Optional<String> passwordFile,
    Optional<Integer> timeoutSeconds,
    String from,
    String address,
    Optional<Integer> hour,
    Optional<Integer> tries,
    Optional<Integer> retryMinutes,
    Optional<Integer> news) {

  private static final int SUBMISSION = 587;

  MailFile {
    if (Arrays.stream(new String[] {host, from, address}).anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("mail needs host, from and address");
    }
    if (user.isPresent() != passwordFile.isPresent()) {
      throw new IllegalArgumentException("mail.user and mail.password-file go together");
    }
  }

  /** Reads the password, which lies beside the settings file unless its path is absolute. */
  MailSettings settings(Path file) {
    return new MailSettings(
        new MailSettings.Relay(
            host,
            port.orElse(SUBMISSION),
            security.map(MailFile::security).orElse(MailSettings.Security.STARTTLS),
            user.map(
                name ->
                    new MailSettings.Login(
                        name, SecretFile.beside(file, passwordFile.orElseThrow()))),
            timeoutSeconds.orElse(10)),
        from,
        URI.create(address),
        hour.orElse(6),
        tries.orElse(3),
        retryMinutes.orElse(20),
        news.orElse(50));
  }

  private static MailSettings.Security security(String word) {
    return Arrays.stream(MailSettings.Security.values())
        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "mail.security \"" + word + "\" is none of starttls, tls, none"));
  }
}
