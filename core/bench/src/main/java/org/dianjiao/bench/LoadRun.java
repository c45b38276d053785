package org.dianjiao.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** One scenario: connects, loads, waits until all is quiet, checks that nothing is missing. */
final class LoadRun implements AutoCloseable {

  private static final String LINE = "諸王大臣等奏請皇上御門聽政事\n";
  private static final int TICK_MILLIS = 2;
  private static final int PLUGIN_MILLIS = 500;
  private static final int PATIENCE_SECONDS = 60;
  private static final int LONG_UNITS = 1_000_000;
  private static final int OPENINGS = 15;

  private final ServerUnderLoad server;
  private final Office office;
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Context loop = vertx.getOrCreateContext();
  private final WebSocketClient sockets =
      vertx.createWebSocketClient(
          new WebSocketClientOptions()
              .setMaxConnections(10_000)
              .setMaxFrameSize(1 << 26)
              .setMaxMessageSize(1 << 26));
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private boolean typing = true;

  LoadRun(ServerUnderLoad server, Office office) {
    this.server = server;
    this.office = office;
    vertx.exceptionHandler(fault -> failure.compareAndSet(null, fault));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** A line of the table. */
  String typing(Scenario scenario) throws Exception {
    String document = office.document(scenario.name(), text(Scenario.UNITS));
    Meter meter = new Meter();
    Wire wire = new Wire();
    List<LoadClient> clients = new ArrayList<>();
    for (int i = 0; i < scenario.writers() + scenario.readers(); i++) {
      clients.add(connect(document, "load-client-%06d".formatted(i), wire, meter, scenario));
    }
    until(() -> clients.stream().allMatch(LoadClient::isOpen));
    if (scenario.beside().isPresent()) {
      runAgainAndAgain(document, scenario.beside().get());
    }
    on(() -> begin(scenario, clients.subList(0, scenario.writers())));
    Thread.sleep(TimeUnit.SECONDS.toMillis(Scenario.WARM_UP_SECONDS));
    Processors processors = new Processors(server.process().toHandle());
    on(() -> run(meter::begin));
    Thread.sleep(TimeUnit.SECONDS.toMillis(Scenario.MEASURED_SECONDS));
    on(() -> run(meter::end));
    double millisPerEdit = 1_000 * processors.ofServer() / Math.max(1, meter.acknowledgedEdits());
    String cores = processors.used();
    on(() -> run(() -> typing = false));
    long revision = quiet(document, clients);
    on(() -> run(() -> clients.forEach(LoadClient::close)));
    require(revision == 1 + meter.allTyped(), "revision " + revision + " of " + meter.allTyped());
    require(
        clients.stream().allMatch(c -> c.length() == Scenario.UNITS + meter.allTyped()),
        "somebody has a text of another length");
    return "| %s | %.0f | %s | %s | %s | %.2f |"
        .formatted(
            scenario.name(),
            meter.perSecond(),
            meter.acknowledgements(),
            meter.sights(),
            cores,
            millisPerEdit);
  }

  private static Void run(Runnable work) {
    work.run();
    return null;
  }

  private LoadClient connect(
      String document, String name, Wire wire, Meter meter, Scenario scenario) throws Exception {
    String ticket = office.ticket();
    return onFuture(
        () ->
            socket()
                .map(
                    socket -> {
                      LoadClient client =
                          new LoadClient(
                              socket,
                              wire,
                              document,
                              name,
                              meter,
                              confirmed -> {
                                if (scenario.perSecond() == 0 && typing && confirmed.isAtRest()) {
                                  confirmed.type();
                                }
                              });
                      client.open(ticket);
                      return client;
                    }));
  }

  /** Somebody who runs a plugin on the text, whatever becomes of it. */
  private void runAgainAndAgain(String document, String plugin) throws Exception {
    String ticket = office.ticket();
    onFuture(
        () ->
            socket()
                .onSuccess(
                    socket -> {
                      socket.writeTextMessage(Wire.hello(ticket));
                      socket.writeTextMessage(Wire.open(document, "load-client-of-plugin"));
                      vertx.setPeriodic(
                          PLUGIN_MILLIS,
                          timer -> socket.writeTextMessage(Wire.analyze(document, plugin)));
                    }));
  }

  private Future<WebSocket> socket() {
    return sockets.connect(server.port(), "localhost", "/api/socket");
  }

  private Void begin(Scenario scenario, List<LoadClient> writers) {
    if (scenario.perSecond() == 0) {
      writers.forEach(LoadClient::type);
      return null;
    }
    long period = TimeUnit.SECONDS.toNanos(1) / scenario.perSecond();
    Random random = new Random(scenario.writers());
    long[] due = new long[writers.size()];
    for (int i = 0; i < due.length; i++) {
      due[i] = System.nanoTime() + (long) (random.nextDouble() * period);
    }
    vertx.setPeriodic(
        TICK_MILLIS,
        timer -> {
          long now = System.nanoTime();
          for (int i = 0; i < due.length && typing; i++) {
            if (due[i] - now <= 0) {
              due[i] += period;
              writers.get(i).type();
            }
          }
        });
    return null;
  }

  /** Waits until everybody is at the server's revision; returns it. */
  private long quiet(String document, List<LoadClient> clients) throws Exception {
    until(() -> clients.stream().allMatch(LoadClient::isAtRest));
    long revision = office.revision(document);
    until(() -> clients.stream().allMatch(client -> client.revision() == revision));
    return revision;
  }

  /** Opening times of a long document: the first one, and the median of those after it. */
  String opening() throws Exception {
    String document = office.document("open", text(LONG_UNITS));
    Samples later = new Samples();
    double first = 0;
    for (int i = 0; i < OPENINGS; i++) {
      String name = "load-client-%06d".formatted(i);
      String ticket = office.ticket();
      long nanos =
          onFuture(() -> socket().compose(socket -> opened(socket, document, name, ticket)));
      if (i == 0) {
        first = nanos / 1e6;
      } else {
        later.add(nanos);
      }
    }
    return "| open, %,d units | | first %.0f ms, then median %.0f ms, worst %.0f ms | | | |"
        .formatted(LONG_UNITS, first, later.millis(0.5), later.millis(1));
  }

  private static Future<Long> opened(
      WebSocket socket, String document, String name, String ticket) {
    io.vertx.core.Promise<Long> done = io.vertx.core.Promise.promise();
    long[] began = new long[1];
    socket.textMessageHandler(
        frame -> {
          if (began[0] == 0) {
            began[0] = System.nanoTime();
            socket.writeTextMessage(Wire.open(document, name));
          } else if (frame.length() > LONG_UNITS) {
            done.tryComplete(System.nanoTime() - began[0]);
            socket.close();
          }
        });
    socket.writeTextMessage(Wire.hello(ticket));
    return done.future();
  }

  private static String text(int units) {
    return LINE.repeat(units / LINE.length() + 1).substring(0, units);
  }

  // --- between the main thread and the event loop -------------------------------------------

  private <T> T on(Callable<T> work) throws Exception {
    return onFuture(() -> Future.succeededFuture(work.call()));
  }

  private <T> T onFuture(Callable<Future<T>> work) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    loop.runOnContext(
        now -> {
          try {
            work.call().onSuccess(result::complete).onFailure(result::completeExceptionally);
          } catch (Exception fault) {
            result.completeExceptionally(fault);
          }
        });
    return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!on(condition)) {
      require(failure.get() == null, String.valueOf(failure.get()));
      require(System.nanoTime() - end < 0, "not quiet within " + PATIENCE_SECONDS + " s");
      Thread.sleep(20);
    }
  }

  private static void require(boolean condition, String otherwise) throws IOException {
    if (!condition) {
      throw new IOException(otherwise);
    }
  }
}
