package org.dianjiao.durability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Commands of the system. */
final class Shell {

  private Shell() {}

  /**
   * Runs a command; returns what it printed, without the last line end.
   *
   * @throws IOException when there is no such command, or with what it printed when it failed
   */
  static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException(List.of(command) + " ended with " + code + ": " + printed.strip());
    }
    return printed.strip();
  }
}
