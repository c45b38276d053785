package org.dianjiao.host;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dianjiao.bus.LibraryEndpoint;
import org.dianjiao.bus.LibraryMessage.OpenOwner;
import org.dianjiao.bus.LibraryMessage.OwnerOpened;
import org.dianjiao.bus.Listening;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.limits.Limits;
import org.dianjiao.storage.Database;

/** Opens the owners of documents on demand. */
public final class LibraryVerticle extends VerticleBase implements LibraryEndpoint {

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
    return addresses.ready();
  }

  @Override
  public Future<?> stop() {
    return addresses.stop().compose(stopped -> workers.close());
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
