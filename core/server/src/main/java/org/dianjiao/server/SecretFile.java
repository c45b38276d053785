package org.dianjiao.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A file that holds one secret and that nobody but its owner can read. */
final class SecretFile {

  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  /** What stands in examples, and what is put in until somebody thinks of something. */
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "secret",
          "password",
          "passwort",
          "changeme",
          "change-me",
          "change_me",
          "change me",
          "replaceme",
          "replace-me",
          "replace_me",
          "your-secret",
          "your-password",
          "yoursecret",
          "placeholder",
          "example",
          "default",
          "admin",
          "test",
          "todo",
          "tbd",
          "xxx",
          "12345678",
          "client-secret",
          "clientsecret",
          "your-client-secret",
          "smtp-password");

  private SecretFile() {}

  /**
   * Reads one that lies beside the settings file, unless its path is absolute.
   *
   * @throws IllegalArgumentException when others can read it, or when it holds nothing or a
   *     placeholder; never with the secret
   */
  static String beside(Path settings, String name) {
    Path file = settings.toAbsolutePath().resolveSibling(name);
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")
          && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
        throw new IllegalArgumentException(
            "%s can be read by others than its owner: chmod 600 %s".formatted(file, file));
      }
      String secret = Files.readString(file).strip();
      if (secret.isEmpty() || isPlaceholder(secret)) {
        throw new IllegalArgumentException(
            "%s holds no secret, but nothing or a placeholder".formatted(file));
      }
      return secret;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the file of a secret " + file, failure);
    }
  }

  private static boolean isPlaceholder(String secret) {
    String bare = secret.toLowerCase(Locale.ROOT).replaceAll("^[<\\[{$%\"']+|[>\\]}%\"'!.]+$", "");
    boolean oneLetter = bare.chars().distinct().count() < 3;
    return oneLetter || PLACEHOLDERS.contains(bare);
  }
}
