package org.dianjiao.durability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
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
  private static final int END_SECONDS = 60;
  private static final String OUTPUT = "output.txt";
  private static final String ERRORS = "errors.txt";
  private static final int WORDS = 2_000;

  private final Process process;
  private final int port;
  private final Optional<String> setupToken;

  private ServerProcess(Process process, int port, Optional<String> setupToken) {
    this.process = process;
    this.port = port;
    this.setupToken = setupToken;
  }

  /** The process ended before it listened. */
  static final class NotStarted extends IOException {

    private static final long serialVersionUID = 1L;

    private final int code;

    NotStarted(int code, String errors) {
      super("the server did not start, it ended with " + code + ": " + errors);
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /**
   * How a server is started.
   *
   * @param home the folder of its installation
   * @param under the command that runs the JVM, if any
   * @param main what is run
   * @param settings more lines of the settings file
   */
  record Launch(Path home, List<String> under, List<String> main, String settings) {

    /** The command {@code serve}, as it is. */
    static Launch serve(Path home) {
      return new Launch(home, List.of(), List.of(Dianjiao.class.getName(), "serve"), "");
    }

    Launch under(List<String> command) {
      return new Launch(home, command, main, settings);
    }

    Launch main(Class<?> type) {
      return new Launch(home, under, List.of(type.getName()), settings);
    }

    Launch settings(String lines) {
      return new Launch(home, under, main, lines);
    }

    private List<String> command() throws IOException {
      List<String> command = new ArrayList<>(under);
      command.addAll(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx256m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-XX:+ExitOnOutOfMemoryError",
              "-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp")),
              "-Ddianjiao.home=" + home,
              "-cp",
              System.getProperty("java.class.path")));
      command.addAll(main);
      command.addAll(
          List.of("--no-demo", "--port=0", "--config=" + file(), "--data=" + data(home)));
      return command;
    }

    /** The clients are faster than people, and snapshots are to be caught by a fault, too. */
    private Path file() throws IOException {
      String limits =
          """
          limits:
            messages-per-second: 1000000
            message-burst: 1000000
            snapshot-changes: 150
            head-seconds: 1
          accounts:
            password-kib: 64
          """;
      return Files.writeString(home.resolve("settings.yaml"), limits + settings);
    }
  }

  /** Starts a server on the data under {@code home}; returns when it listens. */
  static ServerProcess start(Path home) throws IOException, InterruptedException {
    return start(Launch.serve(home));
  }

  /** Starts a server; returns when it listens. */
  static ServerProcess start(Launch launch) throws IOException, InterruptedException {
    Path errors = launch.home().resolve(ERRORS);
    Process process =
        new ProcessBuilder(launch.command())
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    int port = 0;
    Optional<String> token = Optional.empty();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      port = group(PORT, line).map(Integer::valueOf).orElse(port);
      Optional<String> before = token;
      token = group(TOKEN, line).or(() -> before);
      if (line.contains(LAST_LINE)) {
        readOn(out, launch.home().resolve(OUTPUT));
        return new ServerProcess(process, port, token);
      }
    }
    throw new NotStarted(process.waitFor(), Files.readString(errors));
  }

  /** A server that nobody listens to would stand still as soon as its words fill the pipe. */
  private static void readOn(BufferedReader out, Path file) {
    Thread reader =
        new Thread(
            () -> {
              try (Writer written =
                  Files.newBufferedWriter(
                      file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                out.transferTo(written);
              } catch (IOException ended) {
                // the process is gone, and so are its words
              }
            },
            "server-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** The last words of the servers that ran on some data, and of what was wrong with them. */
  static String lastWords(Path home) throws IOException {
    StringBuilder words = new StringBuilder();
    for (String name : List.of(OUTPUT, ERRORS)) {
      Path file = home.resolve(name);
      String all = Files.exists(file) ? Files.readString(file) : "";
      words.append(name).append(":\n").append(all.substring(Math.max(0, all.length() - WORDS)));
    }
    return words.toString();
  }

  /** The folder of the server's database. */
  static Path data(Path home) {
    return home.resolve("data");
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

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL: the process gets no chance to do anything. Returns when it is gone. */
  void kill() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    end();
  }

  /** SIGTERM: the server closes in order. */
  void stop() throws InterruptedException {
    process.destroy();
    end();
  }

  /** Waits until the process ends by itself; its exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("process " + process.pid() + " does not end");
    }
    return process.exitValue();
  }

  /** SIGSTOP: all threads stand still. Returns when they do. */
  void freeze() throws IOException, InterruptedException {
    Shell.run("kill", "-STOP", Long.toString(process.pid()));
    Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
    while (!isFrozen(tasks)) {
      Thread.sleep(1);
    }
  }

  private static boolean isFrozen(Path tasks) throws IOException {
    try (var threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        String stat = Files.readString(thread.resolve("stat"));
        if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
          return false;
        }
      }
      return true;
    }
  }

  /** SIGCONT. */
  void thaw() throws IOException, InterruptedException {
    Shell.run("kill", "-CONT", Long.toString(process.pid()));
  }
}
