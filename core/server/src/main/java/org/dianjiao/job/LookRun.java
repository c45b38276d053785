package org.dianjiao.job;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.DocumentClient;
import org.dianjiao.bus.DocumentCommand.AnalyzeDocument;
import org.dianjiao.bus.DocumentCommand.KeepOffers;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentEvent.AnalysisProgressed;
import org.dianjiao.bus.DocumentEvents;
import org.dianjiao.bus.Listening;
import org.dianjiao.storage.Jobs.Part;

/**
 * Has one instance of a plugin look at one document, slice by slice, so that it can be paused
 * between two. How far it is is noted now and then, when what was offered up to there is kept. Used
 * on one context.
 */
final class LookRun implements PartRun {

  private static final Set<String> ENDS = Set.of("done", "failed", "stopped");
  private static final int LONGEST_SLICE_MINUTES = 10;
  private static final long NOTE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Vertx vertx;
  private final DocumentClient documents;
  private final String account;
  private final int slice;
  private final Function<Part, Future<Void>> note;
  private Part part;
  private Optional<Promise<AnalysisProgressed>> awaited = Optional.empty();
  private long noted = System.nanoTime();
  private boolean dropped;

  /**
   * A run.
   *
   * @param account in whose name
   * @param slice units that are looked at between two looks whether it is still wanted
   * @param note keeps how far it is
   */
  LookRun(
      Vertx vertx,
      DocumentClient documents,
      String account,
      Part part,
      int slice,
      Function<Part, Future<Void>> note) {
    this.vertx = vertx;
    this.documents = documents;
    this.account = account;
    this.part = part;
    this.slice = slice;
    this.note = note;
  }

  @Override
  public Future<Part> run(BooleanSupplier wanted) {
    Listening listening = DocumentEvents.listen(vertx, part.document(), this::heard);
    return listening
        .ready()
        .compose(ready -> next(wanted))
        .recover(fault -> ended(part.failed(String.valueOf(fault.getMessage()))))
        .eventually(listening::stop);
  }

  private Future<Part> next(BooleanSupplier wanted) {
    if (!wanted.getAsBoolean()) {
      return dropped ? Future.succeededFuture(part) : noted();
    }
    int from = (int) part.done();
    TextRange range = new TextRange(from, from + slice);
    return documents
        .analyze(new AnalyzeDocument(part.document(), account, part.instance(), Optional.of(range)))
        .compose(
            begun -> {
              part = part.at(begun.units(), from);
              return begun.units() <= from ? finished() : slice(range, wanted);
            });
  }

  private Future<Part> slice(TextRange range, BooleanSupplier wanted) {
    Promise<AnalysisProgressed> done = Promise.promise();
    awaited = Optional.of(done);
    return done.future()
        .timeout(LONGEST_SLICE_MINUTES, TimeUnit.MINUTES)
        .compose(
            told -> {
              if (!told.state().equals("done")) {
                return ended(part.failed(told.message()));
              }
              part = part.at(part.units(), range.end());
              if (part.done() >= part.units()) {
                return finished();
              }
              return System.nanoTime() - noted < NOTE_NANOS
                  ? next(wanted)
                  : noted().compose(kept -> next(wanted));
            });
  }

  private Future<Part> finished() {
    part = part.finished();
    return noted();
  }

  private Future<Part> noted() {
    noted = System.nanoTime();
    return documents
        .keep(new KeepOffers(part.document(), account))
        .compose(kept -> note.apply(part))
        .map(done -> part);
  }

  @Override
  public void unwanted() {
    dropped = true;
  }

  private Future<Part> ended(Part last) {
    part = last;
    return note.apply(last).map(last);
  }

  private void heard(DocumentEvent event) {
    if (event instanceof AnalysisProgressed progress
        && progress.plugin().equals(part.instance())
        && ENDS.contains(progress.state())) {
      awaited.ifPresent(promise -> promise.tryComplete(progress));
    }
  }
}
