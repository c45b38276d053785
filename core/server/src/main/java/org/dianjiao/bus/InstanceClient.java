package org.dianjiao.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Asks whoever keeps the instances of plugins. Every future fails with a {@link Refusal}. */
public final class InstanceClient {

  private final Vertx vertx;
  private final Duration timeout;

  /** A client. */
  public InstanceClient(Vertx vertx, Duration timeout) {
    this.vertx = vertx;
    this.timeout = timeout;
  }

  /** What is installed. */
  public Future<InstanceMessage.InstalledListed> list() {
    return ask("list", new InstanceMessage.ListInstalled(), InstanceMessage.InstalledListed.class);
  }

  /** How an instance is set. */
  public Future<InstanceMessage.InstanceRead> read(String instance) {
    return ask(
        "read", new InstanceMessage.ReadInstance(instance), InstanceMessage.InstanceRead.class);
  }

  /** Sets an instance. */
  public Future<InstanceMessage.InstanceRead> configure(InstanceMessage.ConfigureInstance command) {
    return ask("configure", command, InstanceMessage.InstanceRead.class);
  }

  /** Removes an instance. */
  public Future<InstanceMessage.InstanceRemoved> remove(InstanceMessage.RemoveInstance command) {
    return ask("remove", command, InstanceMessage.InstanceRemoved.class);
  }

  private <R> Future<R> ask(String verb, InstanceMessage command, Class<R> answer) {
    return Corridor.ask(vertx, Addresses.instances(verb), command, answer, timeout)
        .recover(
            failure ->
                Corridor.nobodyThere(failure)
                    ? Future.failedFuture(
                        new Refusal(FailureCode.UNAVAILABLE, "nobody keeps plugins here"))
                    : Future.failedFuture(failure));
  }
}
