package org.dianjiao.bus;

import io.vertx.core.Future;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.List;

/** What was registered on the bus, to be taken back together. */
public final class Listening {

  private final List<MessageConsumer<Object>> consumers;

  Listening(List<MessageConsumer<Object>> consumers) {
    this.consumers = List.copyOf(consumers);
  }

  /** Completes when everybody in the cluster knows the addresses. */
  public Future<Void> ready() {
    return Future.all(consumers.stream().map(MessageConsumer::completion).toList()).mapEmpty();
  }

  /** Stops answering and listening. */
  public Future<Void> stop() {
    return Future.all(consumers.stream().map(MessageConsumer::unregister).toList()).mapEmpty();
  }
}
