package org.dianjiao.plugin.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.dianjiao.testkit.ConformanceCommand;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The examples in other languages keep what {@code dianjiao plugin test} asks of every plugin. */
class ExamplesTest {

  private static final Path EXAMPLES = Hosted.BRIDGE.resolve("../../docs/examples").normalize();
  private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource({"pauses-python, python3, plugin.py", "pauses-node, node, plugin.mjs"})
  void conforms(String example, String language, String file) throws Exception {
    assumeTrue(isThere(language), () -> language + " is not installed: its example is not tried");
    assertThat(Files.readAllLines(EXAMPLES.resolve(example).resolve(file)))
        .hasSizeLessThanOrEqualTo(60);
    int port = freePort();
    Process server = start(language, EXAMPLES.resolve(example).resolve(file), port);
    try {
      awaitAt(port, server);
      Path settings = temporary.resolve("dianjiao.yaml");
      Files.writeString(settings, "plugins: " + Hosted.BRIDGE.getParent() + "\n");
      int code =
          new CommandLine(new ConformanceCommand())
              .execute("http://127.0.0.1:" + port, "--config", settings.toString());
      assertThat(code).isZero();
    } finally {
      server.destroyForcibly();
    }
  }

  private Process start(String language, Path file, int port) throws IOException {
    return new ProcessBuilder(language, file.toString(), "" + port)
        .redirectErrorStream(true)
        .redirectOutput(temporary.resolve("output").toFile())
        .start();
  }

  private static boolean isThere(String language) throws Exception {
    try {
      Process asked =
          new ProcessBuilder(language, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return asked.waitFor(20, TimeUnit.SECONDS) && asked.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitAt(int port, Process server) throws Exception {
    long end = System.nanoTime() + PATIENCE;
    while (server.isAlive() && System.nanoTime() - end < 0) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        return;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError("it does not listen at " + port);
  }
}
