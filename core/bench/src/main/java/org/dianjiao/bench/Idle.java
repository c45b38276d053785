package org.dianjiao.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Many tabs in which nobody types, and fifty people who type beside them: the memory of a tab, how
 * long an acknowledgement takes; then the server is killed and started again, and how long it takes
 * until every tab is back. {@code Idle [--sockets=5000] [-J=OPTION…]}.
 */
public final class Idle {

  private static final String SOCKETS = "--sockets=";
  private static final int STANDARD = 1_000;
  private static final int DOCUMENTS = 50;
  private static final int TOGETHER = 50;
  private static final int PATIENCE_SECONDS = 120;
  private static final int UNITS = 2_000;

  private Idle() {}

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    int sockets = STANDARD;
    List<String> options = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith(SOCKETS)) {
        sockets = Integer.parseInt(argument.substring(SOCKETS.length()));
      } else if (argument.startsWith("-J=")) {
        options.add(argument.substring("-J=".length()));
      }
    }
    Path folder = Files.createTempDirectory("dianjiao-idle");
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try {
      run(folder, options, vertx, sockets);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
      Load.delete(folder);
    }
  }

  private static void run(Path folder, List<String> options, Vertx vertx, int sockets)
      throws Exception {
    List<IdleTab> tabs;
    int port;
    try (ServerUnderLoad server = ServerUnderLoad.start(folder, options)) {
      port = server.port();
      Office office = new Office(server);
      tabs = tabs(way(vertx, server, office), office, sockets);
      long before = residentKib(server);
      connect(vertx, tabs);
      long after = residentKib(server);
      System.out.printf(
          "%d sockets: resident memory %d → %d KiB, %.1f KiB each%n",
          sockets, before, after, (after - before) / (double) sockets);
      for (String time : List.of("just started", "a while later")) {
        try (LoadRun run = new LoadRun(server, office)) {
          System.out.println(time + ": " + run.typing(Scenario.named("S1C50")));
        }
      }
      server.process().destroyForcibly();
    }
    long killed = System.nanoTime();
    try (ServerUnderLoad again = ServerUnderLoad.again(folder, options, port)) {
      long ready = System.nanoTime();
      until(() -> tabs.stream().allMatch(IdleTab::isOpen));
      System.out.printf(
          "killed: serving again after %.1f s, all %d back after %.1f s, resident memory %d KiB%n",
          (ready - killed) / 1e9, sockets, (System.nanoTime() - killed) / 1e9, residentKib(again));
      vertx.runOnContext(now -> tabs.forEach(IdleTab::stop));
    }
  }

  private static IdleTab.Way way(Vertx vertx, ServerUnderLoad server, Office office) {
    return new IdleTab.Way(
        vertx,
        vertx.createHttpClient(
            new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(TOGETHER)),
        vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(100_000)),
        server.port(),
        office.cookie());
  }

  private static List<IdleTab> tabs(IdleTab.Way way, Office office, int sockets) throws Exception {
    List<String> documents = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      documents.add(office.document("quiet " + i, "靜".repeat(UNITS)));
    }
    List<IdleTab> tabs = new ArrayList<>();
    for (int i = 0; i < sockets; i++) {
      tabs.add(new IdleTab(way, documents.get(i % DOCUMENTS), "idle-tab-%09d".formatted(i)));
    }
    return tabs;
  }

  /** A few at a time, as people come. */
  private static void connect(Vertx vertx, List<IdleTab> tabs) throws Exception {
    for (int i = 0; i < tabs.size(); i += TOGETHER) {
      List<IdleTab> next = tabs.subList(i, Math.min(tabs.size(), i + TOGETHER));
      vertx.runOnContext(now -> next.forEach(IdleTab::connect));
      until(() -> next.stream().allMatch(IdleTab::isOpen));
    }
  }

  private static void until(java.util.function.BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new IOException("not within " + PATIENCE_SECONDS + " s");
      }
      Thread.sleep(20);
    }
  }

  private static long residentKib(ServerUnderLoad server) throws IOException {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc", Long.toString(server.process().pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
