package org.dianjiao.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.dianjiao.people.Credentials;
import picocli.CommandLine.Option;

/** A password that is to be set: typed twice at the terminal, or the first line of a file. */
final class NewPassword {

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "A file whose only line is the password; it is asked for by default.")
  private Optional<Path> file = Optional.empty();

  /** The password, checked. */
  String get(String name) {
    String password = file.map(NewPassword::read).orElseGet(() -> ask(name));
    try {
      Credentials.checkPassword(password, name);
    } catch (IllegalArgumentException refused) {
      throw new CommandFailure(refused.getMessage(), refused);
    }
    return password;
  }

  private static String read(Path file) {
    try {
      String content = Files.readString(file);
      String line = content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
      line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      if (line.contains("\n")) {
        throw new CommandFailure("%s has more than one line".formatted(file));
      }
      return line;
    } catch (IOException failure) {
      throw new CommandFailure("cannot read the password: " + failure, failure);
    }
  }

  @SuppressWarnings("SystemConsoleNull") // from JDK 22 on, no line to read means the same
  private static String ask(String name) {
    Console console = System.console();
    Optional<char[]> first =
        Optional.ofNullable(console).map(open -> open.readPassword("Password for %s: ", name));
    if (first.isEmpty()) {
      throw new CommandFailure("there is no terminal to ask for a password; use --password-file");
    }
    if (!Arrays.equals(first.get(), console.readPassword("Once more: "))) {
      throw new CommandFailure("the two passwords differ");
    }
    return new String(first.get());
  }
}
