package org.dianjiao.host;

import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.limits.Limits;
import org.dianjiao.storage.AppendResult;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.Database;

/** The real library of documents, with another way to the log and another clock. */
public final class SimulatedLibrary {

  private static final Duration PLUGIN = Duration.ofSeconds(1);

  private SimulatedLibrary() {}

  /** A library that has no plugins. */
  public static Deployable of(
      Vertx vertx,
      Database database,
      Function<Batch, Future<AppendResult>> writer,
      Limits limits,
      InstantSource clock) {
    return new LibraryVerticle(
        "simulated", database, writer::apply, new PluginClient(vertx, PLUGIN), limits, clock);
  }
}
