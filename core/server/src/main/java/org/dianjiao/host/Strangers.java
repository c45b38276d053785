package org.dianjiao.host;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.limits.Limits;

/**
 * People whom an open document does not know: perhaps they became members a moment ago. They wait
 * until the rights were read once more. One reading is for all who came before it began, and
 * between two there is a rest, so that whoever is refused costs the database little, however often
 * they come. Used on one event loop.
 */
final class Strangers {

  private record Waiting(String account, Promise<Void> met) {}

  private final Vertx vertx;
  private final int restMillis;
  private final int most;
  private final Supplier<Future<Void>> reading;
  private List<Waiting> asked = List.of();
  private List<Waiting> waiting = new ArrayList<>();
  private boolean resting;

  /**
   * Nobody so far.
   *
   * @param reading reads the rights once
   */
  Strangers(Vertx vertx, Limits limits, Supplier<Future<Void>> reading) {
    this.vertx = vertx;
    this.restMillis = limits.strangerMillis();
    this.most = limits.pendingCommands();
    this.reading = reading;
  }

  /** Completes, in the order of coming, after the rights were read. */
  Future<Void> meet(String account) {
    int already = asked.size() + waiting.size();
    if (already >= most) {
      return Future.failedFuture(
          new Refusal(
              FailureCode.BUSY,
              already + " commands wait until rights are read; try again in a moment"));
    }
    Waiting stranger = new Waiting(account, Promise.promise());
    waiting.add(stranger);
    if (!resting) {
      read();
    }
    return stranger.met().future();
  }

  private void read() {
    resting = true;
    asked = waiting;
    waiting = new ArrayList<>();
    Future<Void> read = reading.get();
    read.onComplete(done -> answer(read));
  }

  private void answer(Future<Void> read) {
    List<Waiting> answered = asked;
    asked = List.of();
    answered.forEach(stranger -> read.onComplete(stranger.met()));
    vertx.setTimer(restMillis, over -> rested());
  }

  private void rested() {
    resting = false;
    if (!waiting.isEmpty()) {
      read();
    }
  }

  /** Lets those pass who are known by now, before anything else that they send. */
  void welcome(Predicate<String> isKnown) {
    asked = welcomed(asked, isKnown);
    waiting = welcomed(waiting, isKnown);
  }

  private static List<Waiting> welcomed(List<Waiting> strangers, Predicate<String> isKnown) {
    List<Waiting> left = new ArrayList<>();
    for (Waiting stranger : strangers) {
      if (isKnown.test(stranger.account())) {
        stranger.met().complete();
      } else {
        left.add(stranger);
      }
    }
    return left;
  }

  /** Refuses everybody who waits. */
  void dismiss(Refusal why) {
    List<Waiting> dismissed = new ArrayList<>(asked);
    dismissed.addAll(waiting);
    asked = List.of();
    waiting = new ArrayList<>();
    dismissed.forEach(stranger -> stranger.met().fail(why));
  }
}
