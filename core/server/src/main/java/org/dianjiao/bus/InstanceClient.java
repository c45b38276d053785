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

  /** Which versions are kept to be tried. */
  public Future<InstanceMessage.StagedListed> staged() {
    return ask("staged", new InstanceMessage.ListStaged(), InstanceMessage.StagedListed.class);
  }

  /** Whether something could be tried. */
  public Future<InstanceMessage.TrialChecked> check(InstanceMessage.CheckTrial command) {
    return ask("check-trial", command, InstanceMessage.TrialChecked.class);
  }

  /** Starts what is tried. */
  public Future<InstanceMessage.TrialStarted> start(InstanceMessage.StartTrial command) {
    return ask("start-trial", command, InstanceMessage.TrialStarted.class);
  }

  /** Says that it is not used any more. */
  public Future<InstanceMessage.TrialEnded> end(InstanceMessage.EndTrial command) {
    return ask("end-trial", command, InstanceMessage.TrialEnded.class);
  }

  /** Sets an instance to what was tried. */
  public Future<InstanceMessage.InstanceRead> use(InstanceMessage.UseVersion command) {
    return ask("use", command, InstanceMessage.InstanceRead.class);
  }

  /** Takes a version away that was kept to be tried. */
  public Future<InstanceMessage.StagedDiscarded> discard(InstanceMessage.DiscardStaged command) {
    return ask("discard", command, InstanceMessage.StagedDiscarded.class);
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
