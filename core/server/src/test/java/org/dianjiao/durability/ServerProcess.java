package org.dianjiao.durability;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianjiao.cli.Dianjiao;

/** The real server in a JVM of its own, with the class path of the tests and a free port. */
final class ServerProcess {

  private static final Pattern PORT = Pattern.compile("running at http://localhost:(\\d+)");
  private static final Pattern TOKEN = Pattern.compile("/setup\\?token=(\\S+)");
  private static final String LAST_LINE = "Ctrl-C";

  private final Process process;
  private final int port;
  private final Optional<String> setupToken;

  private ServerProcess(Process process, int port, Optional<String> setupToken) {
    this.process = process;
    this.port = port;
    this.setupToken = setupToken;
  }

  /** Starts a server on the data under {@code home}; returns when it listens. */
  static ServerProcess start(Path home) throws IOException {
    Path temporary = Files.createDirectories(home.resolve("tmp"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-Ddianjiao.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Dianjiao.class.getName(),
                "serve",
                "--no-demo",
                "--port=0",
                "--config=" + settings(home),
                "--data=" + data(home))
            .redirectError(ProcessBuilder.Redirect.appendTo(home.resolve("errors.txt").toFile()))
            .start();
    return welcomed(process, home);
  }

  /** The folder of the server's database. */
  static Path data(Path home) {
    return home.resolve("data");
  }

  /** The clients are faster than people, and snapshots are to be caught by the kill, too. */
  private static Path settings(Path home) throws IOException {
    String settings =
        """
        limits:
          messages-per-second: 1000000
          message-burst: 1000000
          snapshot-changes: 150
        """;
    return Files.writeString(home.resolve("settings.yaml"), settings);
  }

  private static ServerProcess welcomed(Process process, Path home) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    int port = 0;
    Optional<String> token = Optional.empty();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      port = group(PORT, line).map(Integer::valueOf).orElse(port);
      token = group(TOKEN, line).or(optional(token));
      if (line.contains(LAST_LINE)) {
        return new ServerProcess(process, port, token);
      }
    }
    throw new IOException(
        "the server did not start: " + Files.readString(home.resolve("errors.txt")));
  }

  private static java.util.function.Supplier<Optional<String>> optional(Optional<String> value) {
    return () -> value;
  }

  private static Optional<String> group(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  int port() {
    return port;
  }

  Optional<String> setupToken() {
    return setupToken;
  }

  /** SIGKILL: the process gets no chance to do anything. Returns when it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    requireGone();
  }

  /** SIGTERM: the server closes in order. */
  void stop() throws InterruptedException {
    process.destroy();
    requireGone();
  }

  private void requireGone() throws InterruptedException {
    if (!process.waitFor(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("process " + process.pid() + " does not end");
    }
  }
}
