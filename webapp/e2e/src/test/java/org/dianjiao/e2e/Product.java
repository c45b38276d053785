package org.dianjiao.e2e;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packed product, running as a process of its own on one data folder and one port. */
final class Product implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);

  /** It lives for a minute: to compile its code thoroughly takes longer than that brings. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private static final Pattern ADDRESS = Pattern.compile("is running at (http://\\S+)");
  private static final Pattern SETUP = Pattern.compile("(http://\\S+/setup\\?token=(\\S+))");

  private final Path data;
  private final List<String> options;
  private Process process;
  private CompletableFuture<List<String>> welcome;
  private Optional<URI> address = Optional.empty();
  private Optional<String> setupToken = Optional.empty();

  private Product(Path data, int port, List<String> options) {
    this.data = data;
    this.options = options;
    launch(port);
  }

  /** Starts on an empty folder and any free port; further options go to {@code serve}. */
  static Product start(Path data, String... options) {
    return startAt(0, data, options);
  }

  /** As {@link #start}, on this port. */
  static Product startAt(int port, Path data, String... options) {
    Product product = new Product(data, port, List.of(options));
    product.awaitReady();
    return product;
  }

  private void launch(int port) {
    Stream<String> command =
        Stream.of(
            Module.home().resolve("bin/dianjiao").toString(),
            "serve",
            "--data",
            data.toString(),
            "--port",
            Integer.toString(port));
    ProcessBuilder product =
        new ProcessBuilder(Stream.concat(command, options.stream()).toList())
            .redirectErrorStream(true);
    product.environment().put("DIANJIAO_JAVA_OPTIONS", SHORT_LIVED);
    try {
      process = product.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    welcome = new CompletableFuture<>();
    Process started = process;
    CompletableFuture<List<String>> told = welcome;
    Thread reader = new Thread(() -> read(started, told), "product-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Reads to the end, so that the process never waits for us. */
  private static void read(Process process, CompletableFuture<List<String>> told) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        BufferedWriter log =
            Files.newBufferedWriter(Module.target().resolve("product.log"), CREATE, APPEND)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        log.write(line + "\n");
        log.flush();
        if (line.startsWith("Ctrl-C")) {
          told.complete(List.copyOf(lines));
        }
      }
    } catch (IOException closed) {
      lines.add(closed.toString());
    }
    told.completeExceptionally(
        new IllegalStateException("the product ended: " + String.join("\n", lines)));
  }

  /** Waits until it has printed its welcome. */
  void awaitReady() {
    List<String> lines;
    try {
      lines = welcome.get(START.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new IllegalStateException("not ready after " + START, late);
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
    String all = String.join("\n", lines);
    address = find(ADDRESS, all, 1).map(URI::create);
    setupToken = find(SETUP, all, 2);
  }

  private static Optional<String> find(Pattern pattern, String text, int group) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
  }

  /** Ends it as a power failure would: nothing is closed, nobody is told. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Starts it again on the same data and the same port; {@link #awaitReady} waits for it. */
  void launchAgain() {
    launch(address().getPort());
  }

  URI address() {
    return address.orElseThrow(() -> new IllegalStateException("no address was printed"));
  }

  /** What the first administrator signs in with. */
  String setupToken() {
    return setupToken.orElseThrow(() -> new IllegalStateException("no token was printed"));
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the product does not end");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    awaitEnd();
  }
}
