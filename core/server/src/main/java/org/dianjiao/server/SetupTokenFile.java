package org.dianjiao.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The set-up token in the data folder, for a server whose console nobody sees: readable by the
 * server's own user only, and gone when the first account is there. Blocking.
 */
final class SetupTokenFile {

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;

  SetupTokenFile(Path directory) {
    this.file = directory.resolve("setup-token");
  }

  /** Writes a token in place of an earlier one. */
  void write(String token) {
    remove();
    try {
      Files.createDirectories(file.getParent());
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(file, OWNER_ONLY);
      }
      Files.writeString(file, token + "\n", StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException failure) {
      throw new UncheckedIOException("the setup token cannot be written to " + file, failure);
    }
  }

  /** Takes the file away, when it is there. */
  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("the used setup token cannot be removed: " + file, failure);
    }
  }
}
