package org.dianjiao.plugin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.InstanceEndpoint;
import org.dianjiao.bus.InstanceMessage.CheckTrial;
import org.dianjiao.bus.InstanceMessage.ConfigureInstance;
import org.dianjiao.bus.InstanceMessage.DiscardStaged;
import org.dianjiao.bus.InstanceMessage.EndTrial;
import org.dianjiao.bus.InstanceMessage.InstalledListed;
import org.dianjiao.bus.InstanceMessage.InstanceRead;
import org.dianjiao.bus.InstanceMessage.InstanceRemoved;
import org.dianjiao.bus.InstanceMessage.ListInstalled;
import org.dianjiao.bus.InstanceMessage.ListStaged;
import org.dianjiao.bus.InstanceMessage.ReadInstance;
import org.dianjiao.bus.InstanceMessage.RemoveInstance;
import org.dianjiao.bus.InstanceMessage.StagedDiscarded;
import org.dianjiao.bus.InstanceMessage.StagedListed;
import org.dianjiao.bus.InstanceMessage.StartTrial;
import org.dianjiao.bus.InstanceMessage.TrialChecked;
import org.dianjiao.bus.InstanceMessage.TrialEnded;
import org.dianjiao.bus.InstanceMessage.TrialStarted;
import org.dianjiao.bus.InstanceMessage.UseVersion;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.MalformedJson;

/**
 * Answers for what is installed, how instances are set, and what is tried. Used on one context;
 * files are read and written on one other thread, so that nothing comes between.
 */
final class InstanceKeeper implements InstanceEndpoint {

  private final WorkerExecutor reader;
  private final InstanceDesk desk;
  private final TrialDesk trialDesk;
  private final Trials trials;
  private TrialDesk.Shelves shelves = new TrialDesk.Shelves(new PluginShelf(), new PluginShelf());

  InstanceKeeper(Vertx vertx, WorkerExecutor reader, PluginPlaces places, PluginLimits limits) {
    this.reader = reader;
    this.desk = new InstanceDesk(places);
    this.trialDesk = new TrialDesk(places, desk);
    this.trials = new Trials(vertx, reader, places, limits);
  }

  Future<Void> begin() {
    return trials.begin();
  }

  /** What is there from now on. */
  void follow(TrialDesk.Shelves now) {
    shelves = now;
  }

  Future<Void> close() {
    return trials.close();
  }

  @Override
  public Future<InstalledListed> list(ListInstalled command) {
    return Future.succeededFuture(new InstalledListed(shelves.installed().told()));
  }

  @Override
  public Future<StagedListed> staged(ListStaged command) {
    return Future.succeededFuture(new StagedListed(shelves.staged().told()));
  }

  @Override
  public Future<InstanceRead> read(ReadInstance command) {
    TrialDesk.Shelves known = shelves;
    return atDesk(() -> desk.read(command.instance(), known.installed()));
  }

  @Override
  public Future<InstanceRead> configure(ConfigureInstance command) {
    TrialDesk.Shelves known = shelves;
    return atDesk(() -> desk.configure(command, known.installed()));
  }

  @Override
  public Future<InstanceRemoved> remove(RemoveInstance command) {
    TrialDesk.Shelves known = shelves;
    return atDesk(
        () -> {
          desk.remove(command, known.installed());
          return new InstanceRemoved(command.instance());
        });
  }

  @Override
  public Future<TrialChecked> check(CheckTrial command) {
    TrialDesk.Shelves known = shelves;
    return atDesk(
        () -> trialDesk.check(command.instance(), command.version(), command.settings(), known));
  }

  @Override
  public Future<TrialStarted> start(StartTrial command) {
    TrialDesk.Shelves known = shelves;
    return told(
        trials.start(
            command,
            () ->
                trialDesk.make(
                    command.instance(),
                    command.version(),
                    command.settings(),
                    command.sha256(),
                    known)));
  }

  @Override
  public Future<TrialEnded> end(EndTrial command) {
    trials.end(command);
    return Future.succeededFuture(new TrialEnded());
  }

  @Override
  public Future<InstanceRead> use(UseVersion command) {
    TrialDesk.Shelves known = shelves;
    return atDesk(() -> trialDesk.use(command, known));
  }

  @Override
  public Future<StagedDiscarded> discard(DiscardStaged command) {
    return atDesk(
        () -> {
          trialDesk.discard(command.plugin(), command.version());
          return new StagedDiscarded(command.plugin(), command.version());
        });
  }

  private <T> Future<T> atDesk(Callable<T> work) {
    return told(reader.executeBlocking(work));
  }

  private static <T> Future<T> told(Future<T> answer) {
    return answer.recover(
        fault ->
            Future.failedFuture(
                fault instanceof PluginRefused || fault instanceof MalformedJson
                    ? new Refusal(FailureCode.MALFORMED, fault.getMessage())
                    : fault));
  }
}
