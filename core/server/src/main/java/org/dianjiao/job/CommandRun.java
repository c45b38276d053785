package org.dianjiao.job;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.dianjiao.bus.CommandOrder;
import org.dianjiao.bus.CommandOrder.Found;
import org.dianjiao.bus.DocumentClient;
import org.dianjiao.bus.DocumentCommand.RunPluginCommand;
import org.dianjiao.bus.DocumentReply.PluginCommandRan;
import org.dianjiao.bus.Listening;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginEvents;
import org.dianjiao.bus.PluginMessage.CommandProgressed;
import org.dianjiao.bus.PluginMessage.StopCommand;
import org.dianjiao.json.Json;
import org.dianjiao.storage.Jobs.Job;
import org.dianjiao.storage.Jobs.Part;

/**
 * Runs a command of a plugin on one document. It is done whole or not at all: one that was stopped
 * by a restart is run again.
 */
final class CommandRun implements PartRun {

  private static final long NOTED_EVERY = Duration.ofMillis(500).toNanos();

  private static final int MOMENT_MILLIS = 200;

  private final Vertx vertx;
  private final DocumentClient documents;
  private final PluginClient plugins;
  private final Job job;
  private final Part part;
  private final Notes notes;
  private final String run;
  private boolean wanted = true;
  private long noted = System.nanoTime();

  /** Where what becomes of it is kept. */
  interface Notes {
    Future<Void> note(Part further);

    Future<Void> report(int part, String report);
  }

  CommandRun(
      Vertx vertx,
      DocumentClient documents,
      PluginClient plugins,
      Job job,
      Part part,
      Notes notes) {
    this.vertx = vertx;
    this.documents = documents;
    this.plugins = plugins;
    this.job = job;
    this.part = part;
    this.notes = notes;
    this.run = job.id() + "." + part.number();
  }

  @Override
  public Future<Part> run(BooleanSupplier stillWanted) {
    if (!stillWanted.getAsBoolean()) {
      return Future.succeededFuture(part);
    }
    Listening listening = PluginEvents.progress(vertx, part.instance(), this::heard);
    return listening
        .ready()
        .compose(ready -> documents.run(command()))
        .compose(this::ran, this::failed)
        .eventually(listening::stop);
  }

  private RunPluginCommand command() {
    CommandOrder order = Json.read(job.asked(), CommandOrder.class);
    return new RunPluginCommand(
        part.document(),
        job.account(),
        run,
        part.instance(),
        order.command(),
        order.parameters(),
        order.selection());
  }

  private void heard(CommandProgressed progress) {
    long now = System.nanoTime();
    if (wanted && progress.run().equals(run) && now - noted >= NOTED_EVERY) {
      noted = now;
      double far = (double) progress.done() / progress.total();
      notes.note(part.at(part.units(), (long) (part.units() * far)));
    }
  }

  private Future<Part> ran(PluginCommandRan answer) {
    if (!wanted) {
      return unchanged();
    }
    String report = answer.report();
    Part ended = part.finished(Json.text(new Found(report.length(), answer.proposals())));
    Future<Void> kept =
        report.isEmpty() ? Future.succeededFuture() : notes.report(part.number(), report);
    return kept.compose(done -> ended(ended));
  }

  /**
   * Nothing is kept of what nobody wants. When the server stops, the plugin may have gone a moment
   * before this is told: then the command has not failed, and is run again.
   */
  private Future<Part> failed(Throwable fault) {
    plugins.stop(part.instance(), new StopCommand(run));
    return vertx
        .timer(MOMENT_MILLIS, TimeUnit.MILLISECONDS)
        .compose(
            waited ->
                wanted ? ended(part.failed(String.valueOf(fault.getMessage()))) : unchanged());
  }

  private Future<Part> unchanged() {
    return Future.succeededFuture(part);
  }

  private Future<Part> ended(Part last) {
    wanted = false;
    return notes.note(last).map(last);
  }

  /** Said again and again until it has ended: the plugin may not have been asked yet. */
  @Override
  public void unwanted() {
    wanted = false;
    plugins.stop(part.instance(), new StopCommand(run));
  }
}
