package org.dianjiao.durability;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import org.dianjiao.storage.AppendResult;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.ChangeLog;
import org.dianjiao.storage.MemoryStore;

/**
 * Where a server can be made wrong from outside: at each seam something else can be put in. As it
 * stands here it changes nothing. One object serves one run.
 */
class Mutation {

  /** The log that the server reads and writes. */
  ChangeLog log(SimulatedDatabase database) {
    return database.log();
  }

  /** Where the server reads rights. */
  Object projects(MemoryStore store) {
    return store.projects();
  }

  /** The way to the log. */
  Function<Batch, Future<AppendResult>> writer(SimulatedServer server, SimulatedWriter writer) {
    return writer::append;
  }

  /** What an owner is asked instead. */
  Object request(Object command) {
    return command;
  }

  /** What is told instead of an event. */
  List<Object> published(Object event) {
    return List.of(event);
  }

  /** How a request failed, instead. */
  Throwable failure(Object command, Throwable failure) {
    return failure;
  }

  /** Whether a commit is on the disk when it returns. */
  boolean flushes() {
    return true;
  }
}
