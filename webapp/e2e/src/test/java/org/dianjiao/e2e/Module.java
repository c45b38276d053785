package org.dianjiao.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie in the source tree. */
final class Module {

  private static final Path FOLDER = Path.of(System.getProperty("dianjiao.e2e.folder", "."));

  private Module() {}

  /** The packed product. */
  static Path home() {
    return FOLDER.resolve("../../config/target/dianjiao").normalize();
  }

  /** The root of the source tree. */
  static Path root() {
    return FOLDER.resolve("../..").normalize();
  }

  static Path target() {
    return FOLDER.resolve("target");
  }

  /** A file of an npm package. */
  static String npm(String file) {
    return read(FOLDER.resolve("node_modules").resolve(file));
  }

  /** The browser that build/browser.sh found. */
  static Path browser() {
    return Path.of(read(target().resolve("browser.path")).strip());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
