package org.dianjiao.host;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.dianjiao.bus.LibraryEndpoint;
import org.dianjiao.bus.LibraryMessage.OpenOwner;
import org.dianjiao.bus.LibraryMessage.OwnerOpened;
import org.dianjiao.bus.Listening;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginEvent;
import org.dianjiao.bus.PluginEvents;
import org.dianjiao.limits.Limits;
import org.dianjiao.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the owners of documents on demand. */
public final class LibraryVerticle extends VerticleBase implements LibraryEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(LibraryVerticle.class);

  /** The pool on which owners read, and find what undoing comes to. */
  static final String WORKERS_NAME = "dianjiao-documents";

  static final int WORKERS = 4;
  private static final int LONGEST_READ_SECONDS = 60;

  private final String node;
  private final Database database;
  private final Writer writer;
  private final PluginClient plugins;
  private final Limits limits;
  private final InstantSource clock;
  private final Map<String, Future<String>> owners = new HashMap<>();
  private WorkerExecutor workers;
  private Listening addresses;
  private Listening listening;
  private Future<Void> teaching = Future.succeededFuture();
  private boolean stopping;

  /**
   * A library.
   *
   * @param node name of this server, written down with each claim
   */
  public LibraryVerticle(
      String node, Database database, CommitQueue queue, PluginClient plugins, Limits limits) {
    this(node, database, queue, plugins, limits, InstantSource.system());
  }

  LibraryVerticle(
      String node,
      Database database,
      Writer writer,
      PluginClient plugins,
      Limits limits,
      InstantSource clock) {
    this.node = node;
    this.database = database;
    this.writer = writer;
    this.plugins = plugins;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    workers =
        vertx.createSharedWorkerExecutor(
            WORKERS_NAME, WORKERS, LONGEST_READ_SECONDS, TimeUnit.SECONDS);
    addresses = LibraryEndpoint.serve(vertx, this);
    listening = PluginEvents.listen(vertx, this::heard);
    return addresses.ready().onSuccess(ready -> teach(database.lessons()::behind));
  }

  private void heard(PluginEvent event) {
    if (event instanceof PluginEvent.PluginChanged changed && changed.plugin().isStarted()) {
      teach(() -> database.lessons().apart(changed.plugin().id()));
    }
  }

  /** Opens the owners of documents that plugins are still to be told of, one after the other. */
  private void teach(Callable<List<String>> documents) {
    workers
        .executeBlocking(documents, false)
        .onSuccess(
            untold ->
                teaching =
                    teaching.compose(
                        before -> {
                          Future<Void> one = Future.succeededFuture();
                          for (String document : untold) {
                            one = one.compose(v -> opened(document));
                          }
                          return one;
                        }))
        .onFailure(fault -> LOG.debug("what plugins were told cannot be read", fault));
  }

  private Future<Void> opened(String document) {
    return stopping
        ? Future.succeededFuture()
        : openOwner(new OpenOwner(document)).<Void>mapEmpty().otherwiseEmpty();
  }

  @Override
  public Future<?> stop() {
    stopping = true;
    return addresses
        .stop()
        .compose(stopped -> listening.stop())
        .compose(stopped -> workers.close());
  }

  @Override
  public Future<OwnerOpened> openOwner(OpenOwner command) {
    String document = command.document();
    Future<String> open = owners.get(document);
    if (open == null || isGone(open)) {
      open = deploy(document);
      owners.put(document, open);
    }
    return open.map(deployment -> new OwnerOpened(document));
  }

  private boolean isGone(Future<String> open) {
    return open.failed() || (open.succeeded() && !vertx.deploymentIDs().contains(open.result()));
  }

  private Future<String> deploy(String document) {
    Surroundings around =
        new Surroundings(node, vertx, database, writer, workers, plugins, limits, clock);
    return vertx.deployVerticle(new DocumentVerticle(document, around));
  }
}
