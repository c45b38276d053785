package org.dianjiao.job;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.dianjiao.bus.DocumentClient;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.job.SweepSteps.Step;
import org.dianjiao.job.SweepSteps.Steps;
import org.dianjiao.json.Json;
import org.dianjiao.storage.Jobs.Job;
import org.dianjiao.storage.Jobs.Part;
import org.dianjiao.sweep.Reached;
import org.dianjiao.sweep.Reached.Written;

/**
 * Does what a sweep comes to in one document, command by command. Where it begins and each change
 * is noted, so that a restart does nothing twice. Used on one context.
 */
final class SweepRun implements PartRun {

  private static final long STOPPING_MILLIS = 500;

  private final Workshop shop;
  private final DocumentClient documents;
  private final SweepSteps steps;
  private final Function<Part, Future<Void>> note;
  private Part part;
  private BooleanSupplier wanted = () -> false;

  /**
   * A run.
   *
   * @param note keeps how far it is
   */
  SweepRun(
      Workshop shop,
      DocumentClient documents,
      Job job,
      Part part,
      Function<Part, Future<Void>> note) {
    this.shop = shop;
    this.documents = documents;
    this.part = part;
    this.note = note;
    this.steps = new SweepSteps(shop.database(), shop.limits(), job, part);
  }

  @Override
  public Future<Part> run(BooleanSupplier isWanted) {
    wanted = isWanted;
    return shop.worker()
        .executeBlocking(steps::reached)
        .compose(begun -> noted(begun).map(begun))
        .compose(this::begin)
        .recover(this::failed);
  }

  private Future<Part> begin(Reached reached) {
    return shop.worker()
        .executeBlocking(() -> steps.from(reached.base()))
        .compose(found -> next(found, reached.leaving(reached.steps() == 0 ? found.left() : 0)));
  }

  private Future<Part> next(Steps found, Reached reached) {
    if (reached.steps() >= found.all().size()) {
      return ended(part.finished(Json.text(reached)));
    }
    if (!wanted.getAsBoolean()) {
      return Future.succeededFuture(part);
    }
    Step step = found.all().get(reached.steps());
    return documents
        .does(step.command().apply(reached.written().size() + 1L))
        .map(done -> after(step, reached, done))
        .recover(fault -> isDoneAlready(fault, reached))
        .compose(further -> noted(further).compose(kept -> next(found, further)));
  }

  private static Reached after(Step step, Reached reached, CommandDone done) {
    List<Integer> places =
        !step.places().isEmpty()
            ? step.places()
            : done.decided() == 0 ? List.of() : List.of(done.decided());
    List<Written> written = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      written.add(new Written(done.revision() - places.size() + 1 + i, places.get(i)));
    }
    return reached.and(written).leaving(done.skipped().size());
  }

  /** Somebody undid it in the document's own history. */
  private static Future<Reached> isDoneAlready(Throwable fault, Reached reached) {
    return fault instanceof Refusal refusal && refusal.code() == FailureCode.NOTHING_TO_DO
        ? Future.succeededFuture(reached.and(List.of()))
        : Future.failedFuture(fault);
  }

  private Future<Void> noted(Reached reached) {
    part = part.at(part.units(), part.done(), Json.text(reached));
    return note.apply(part);
  }

  /** When the server stops, documents close before jobs do; that is nothing to be noted. */
  private Future<Part> failed(Throwable fault) {
    return shop.vertx()
        .timer(STOPPING_MILLIS, TimeUnit.MILLISECONDS)
        .compose(
            waited ->
                wanted.getAsBoolean()
                    ? ended(part.failed(String.valueOf(fault.getMessage())))
                    : Future.succeededFuture(part));
  }

  private Future<Part> ended(Part last) {
    part = last;
    return note.apply(last).map(last);
  }
}
