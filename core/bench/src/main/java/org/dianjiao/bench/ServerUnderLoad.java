package org.dianjiao.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianjiao.cli.Dianjiao;

/** The server in a JVM of its own, on an empty folder; stopped by {@link #close}. */
record ServerUnderLoad(Process process, int port, String setupToken) implements AutoCloseable {

  private static final Pattern WELCOME =
      Pattern.compile("http://localhost:(\\d+)/setup\\?token=(\\S+)");
  private static final Pattern READY = Pattern.compile("http://localhost:(\\d+)");

  /** Nobody types as fast as this driver, so the limits of a person's pace are lifted. */
  private static final String SETTINGS =
      """
      limits:
        messages-per-second: 1000000
        message-burst: 1000000
        outbound-messages: 100000
        outbound-bytes: 67108864
        silence-seconds: 3600
        sockets-per-account: 100000
        sockets-per-address: 100000
      """;

  static ServerUnderLoad start(Path folder, List<String> options) throws IOException {
    return started(folder, options, 0, WELCOME);
  }

  /** Starts on what an earlier one left, where that one was. */
  static ServerUnderLoad again(Path folder, List<String> options, int port) throws IOException {
    return started(folder, options, port, READY);
  }

  private static ServerUnderLoad started(Path folder, List<String> options, int port, Pattern ready)
      throws IOException {
    Path settings = Files.writeString(folder.resolve("settings.yaml"), SETTINGS);
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Ddianjiao.home=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Dianjiao.class.getName(),
            "serve",
            "--no-demo",
            "--port=" + port,
            "--config=" + settings,
            "--data=" + folder.resolve("data")));
    Process process =
        new ProcessBuilder(command).redirectError(folder.resolve("errors.txt").toFile()).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher welcome = ready.matcher(line);
      if (welcome.find()) {
        String token = welcome.groupCount() > 1 ? welcome.group(2) : "";
        return new ServerUnderLoad(process, Integer.parseInt(welcome.group(1)), token);
      }
    }
    throw new IOException(
        "the server did not start: " + Files.readString(folder.resolve("errors.txt")));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
