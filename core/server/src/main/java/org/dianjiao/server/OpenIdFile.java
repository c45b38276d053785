package org.dianjiao.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.web.openid.OpenIdSettings;

/** The part {@code openid} of the settings file. */
record OpenIdFile(
    Optional<String> name,
    String issuer,
    String clientId,
    String clientSecretFile,
    String address,
    Optional<Boolean> createAccounts) {

  OpenIdFile {
    String[] needed = {issuer, clientId, clientSecretFile, address};
    if (Arrays.stream(needed).anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException(
          "openid needs issuer, client-id, client-secret-file and address");
    }
  }

  /** Reads the secret, which lies beside the settings file unless its path is absolute. */
  OpenIdSettings settings(Path file) {
    return new OpenIdSettings(
        name.orElse("OpenID"),
        URI.create(issuer),
        clientId,
        SecretFile.beside(file, clientSecretFile),
        URI.create(address),
        createAccounts.orElse(false));
  }
}
