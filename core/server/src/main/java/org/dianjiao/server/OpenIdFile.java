package org.dianjiao.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.web.openid.OpenIdSettings;

/** The part {@code openid} of the settings file. */
record OpenIdFile(
    Optional<String> name,
    String issuer,
    String clientId,
    String clientSecretFile,
    String address,
    Optional<Boolean> createAccounts) {

  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

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
        secret(file.toAbsolutePath().resolveSibling(clientSecretFile)),
        URI.create(address),
        createAccounts.orElse(false));
  }

  private static String secret(Path file) {
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")
          && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
        throw new IllegalArgumentException(
            "%s can be read by others than its owner: chmod 600 %s".formatted(file, file));
      }
      return Files.readString(file).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the file of the client secret " + file, failure);
    }
  }
}
