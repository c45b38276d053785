package org.dianjiao.job;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.InstanceMessage.EndTrial;
import org.dianjiao.comparison.Order;
import org.dianjiao.comparison.Precedents;
import org.dianjiao.comparison.Precedents.Sitting;
import org.dianjiao.comparison.Reached;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.Replay;
import org.dianjiao.json.Json;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Jobs.Job;
import org.dianjiao.storage.Jobs.Part;
import org.dianjiao.suggestion.AnalysisPlan;

/**
 * Has two sides look at one document, window after window, and at what people decided about it; no
 * suggestion of theirs is offered to anybody. What was found is noted with the part, so that it can
 * be paused and goes on after a restart. Used on one context.
 */
final class CompareRun implements PartRun {

  private static final long STOPPING_MILLIS = 500;

  private final Workshop shop;
  private final Job job;
  private final Opponent before;
  private final Opponent after;
  private final Function<Part, Future<Void>> note;
  private Part part;
  private BooleanSupplier wanted = () -> false;

  /** What is compared: one document at one revision, and the decisions in its log. */
  private record Past(
      Document document, List<Sitting> sittings, List<Long> weights, Reached reached) {

    long units() {
      return document.text().length() + weights.stream().mapToLong(Long::longValue).sum();
    }

    long done(Reached now) {
      return now.units() + weights.stream().limit(now.sittings()).mapToLong(Long::longValue).sum();
    }
  }

  /** What both sides propose in the ranges that are asked about. */
  private record Sides(List<Proposal> before, List<Proposal> after) {}

  /** A part of the work. */
  @FunctionalInterface
  private interface Step {
    Future<Reached> from(Past past, Reached reached);
  }

  /**
   * A run.
   *
   * @param note keeps how far it is
   */
  CompareRun(Workshop shop, Job job, Part part, Function<Part, Future<Void>> note) {
    this.shop = shop;
    this.job = job;
    this.part = part;
    this.note = note;
    Order order = Json.read(job.asked(), Order.class);
    this.before = new Opponent(shop, job.id(), part, order.before());
    this.after = new Opponent(shop, job.id(), part, order.after());
  }

  @Override
  public Future<Part> run(BooleanSupplier isWanted) {
    wanted = isWanted;
    return shop.worker()
        .executeBlocking(this::past)
        .compose(past -> goOn(past, past.reached()))
        .recover(this::failed)
        .eventually(() -> shop.instances().end(new EndTrial(job.id(), part.number())));
  }

  /** Reads the log from its beginning: a decision is about the text as it was then. */
  private Past past() {
    Reached reached =
        part.result().isEmpty()
            ? Reached.begin(
                shop.database()
                    .projects()
                    .document(part.document())
                    .map(DocumentRow::revision)
                    .orElse(0L))
            : Json.read(part.result(), Reached.class);
    Replay log = new Replay(shop.database(), part.document());
    Precedents precedents = new Precedents(Json.read(job.asked(), Order.class).instances());
    Document[] state = {log.at(0)};
    log.all(
        reached.revision(),
        change -> {
          precedents.add(state[0], change);
          state[0] = state[0].apply(change);
        });
    List<Sitting> sittings = precedents.sittings(shop.limits().comparedDecisions());
    return new Past(state[0], sittings, sittings.stream().map(this::units).toList(), reached);
  }

  private Future<Part> goOn(Past past, Reached reached) {
    if (!wanted.getAsBoolean()) {
      return Future.succeededFuture(part);
    }
    boolean looked = reached.units() >= past.document().text().length();
    if (looked && reached.sittings() >= past.sittings().size()) {
      return ended(part.finished(Json.text(reached)));
    }
    Step step = looked ? this::judge : this::look;
    return shop.courtesy()
        .after(() -> step.from(past, reached))
        .compose(
            further -> {
              part = part.at(past.units(), past.done(further), Json.text(further));
              return note.apply(part).compose(noted -> goOn(past, further));
            });
  }

  /** One slice of the text. */
  private Future<Reached> look(Past past, Reached reached) {
    int end =
        Math.min(past.document().text().length(), reached.units() + shop.limits().jobSliceUnits());
    return look(past, reached, end);
  }

  private Future<Reached> look(Past past, Reached reached, int end) {
    if (reached.units() >= end || !wanted.getAsBoolean()) {
      return Future.succeededFuture(reached);
    }
    Document document = past.document();
    TextRange all = new TextRange(reached.units(), document.text().length());
    TextRange focus =
        AnalysisPlan.CLEAN
            .with(List.of(all))
            .next(document.text(), 0, 0, shop.limits().focusUnits())
            .orElseThrow()
            .focus();
    return before
        .ask(document, focus)
        .compose(
            one ->
                after
                    .ask(document, focus)
                    .map(
                        other ->
                            reached
                                .found()
                                .with(
                                    document.text(),
                                    one.offered(before.instance()),
                                    other.offered(after.instance()),
                                    shop.limits().comparedDifferences())))
        .compose(found -> look(past, reached.at(focus.end(), found), end));
  }

  /** As much of the decisions as of the text at a time. */
  private Future<Reached> judge(Past past, Reached reached) {
    return judge(past, reached, past.done(reached) + shop.limits().jobSliceUnits());
  }

  private Future<Reached> judge(Past past, Reached reached, long end) {
    boolean enough = past.done(reached) >= end || reached.sittings() >= past.sittings().size();
    if (enough || !wanted.getAsBoolean()) {
      return Future.succeededFuture(reached);
    }
    Sitting sitting = past.sittings().get(reached.sittings());
    AnalysisPlan plan = AnalysisPlan.CLEAN.with(ranges(sitting));
    return asked(sitting.state(), plan, new Sides(new ArrayList<>(), new ArrayList<>()))
        .map(sides -> reached.found().judged(sitting.precedents(), sides.before(), sides.after()))
        .compose(found -> judge(past, reached.judged(found), end));
  }

  private List<TextRange> ranges(Sitting sitting) {
    return sitting.ranges(shop.limits().focusUnits() / 2);
  }

  private Future<Sides> asked(Document state, AnalysisPlan plan, Sides sides) {
    return plan.next(state.text(), 0, 0, shop.limits().focusUnits())
        .map(AnalysisPlan.Window::focus)
        .map(
            focus ->
                before
                    .ask(state, focus)
                    .compose(
                        one -> {
                          sides.before().addAll(one.proposals());
                          return after.ask(state, focus);
                        })
                    .compose(
                        other -> {
                          sides.after().addAll(other.proposals());
                          return asked(state, plan.without(focus), sides);
                        }))
        .orElseGet(() -> Future.succeededFuture(sides));
  }

  /** What is asked about for the sake of a sitting. */
  private Long units(Sitting sitting) {
    return AnalysisPlan.CLEAN.with(ranges(sitting)).dirty().stream()
        .mapToLong(TextRange::length)
        .sum();
  }

  /** When the server stops, plugins may be gone before jobs are; that is nothing to be noted. */
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
