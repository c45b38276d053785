package org.dianjiao.job;

import io.vertx.core.Future;
import io.vertx.core.Promise;
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
  private static final long NOTE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Workshop shop;
  private final DocumentClient documents;
  private final String account;
  private final Function<Part, Future<Void>> note;
  private Part part;
  private Optional<Promise<AnalysisProgressed>> awaited = Optional.empty();
  private long noted = System.nanoTime();
  private boolean dropped;

  /**
   * A run.
   *
   * @param account in whose name
   * @param note keeps how far it is
   */
  LookRun(
      Workshop shop,
      DocumentClient documents,
      String account,
      Part part,
      Function<Part, Future<Void>> note) {
    this.shop = shop;
    this.documents = documents;
    this.account = account;
    this.part = part;
    this.note = note;
  }

  @Override
  public Future<Part> run(BooleanSupplier wanted) {
    Listening listening = DocumentEvents.listen(shop.vertx(), part.document(), this::heard);
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
    TextRange slice = new TextRange(from, from + shop.limits().jobSliceUnits());
    return shop.courtesy().after(() -> look(slice)).compose(further -> goOn(further, wanted));
  }

  private Future<Part> look(TextRange slice) {
    return documents
        .analyze(new AnalyzeDocument(part.document(), account, part.instance(), Optional.of(slice)))
        .compose(
            begun ->
                begun.units() <= slice.start()
                    ? Future.succeededFuture(part.at(begun.units(), begun.units()))
                    : answered(part.at(begun.units(), slice.end())));
  }

  /** Gives how far it will be when the slice is looked at. */
  private Future<Part> answered(Part then) {
    Promise<AnalysisProgressed> done = Promise.promise();
    awaited = Optional.of(done);
    return done.future()
        .timeout(LONGEST_SLICE_MINUTES, TimeUnit.MINUTES)
        .map(told -> told.state().equals("done") ? then : part.failed(told.message()));
  }

  private Future<Part> goOn(Part further, BooleanSupplier wanted) {
    part = further;
    if (part.ended()) {
      return ended(part);
    }
    if (part.done() >= part.units()) {
      part = part.finished();
      return noted();
    }
    return System.nanoTime() - noted < NOTE_NANOS
        ? next(wanted)
        : noted().compose(kept -> next(wanted));
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
