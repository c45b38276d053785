package org.dianjiao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dianjiao.limits.Limits;

/** Reads the text files that a command names. */
final class TextFile {

  private TextFile() {}

  /**
   * All bytes of a file.
   *
   * @throws CommandFailure when it is no file, too large, or cannot be read
   */
  static byte[] bytes(Path file, Limits limits) {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(Files.exists(file) ? "this is no file" : "there is no such file");
    }
    try {
      long size = Files.size(file);
      if (size > limits.importBytes()) {
        throw new CommandFailure(
            "the file has %d bytes; the limit is %d".formatted(size, limits.importBytes()));
      }
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new CommandFailure("the file cannot be read: " + failure, failure);
    }
  }
}
