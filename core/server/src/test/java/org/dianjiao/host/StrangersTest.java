package org.dianjiao.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrangersTest {

  private final Refusal why = new Refusal(FailureCode.UNAVAILABLE, "the document closes");

  private final Vertx vertx = Vertx.vertx();
  private final Context loop = vertx.getOrCreateContext();
  private final List<Promise<Void>> readings = new ArrayList<>();
  private final List<Long> begun = new ArrayList<>();
  private final List<String> met = new ArrayList<>();
  private final Strangers strangers = new Strangers(vertx, Limits.defaults(), this::read);

  @AfterEach
  void close() {
    OwnedDocument.await(vertx.close());
  }

  private Future<Void> read() {
    begun.add(System.nanoTime());
    readings.add(Promise.promise());
    return readings.get(readings.size() - 1).future();
  }

  private Future<Void> meet(String account) {
    return strangers.meet(account).onSuccess(done -> met.add(account));
  }

  /** Does something on the one event loop that an owner has. */
  private void onLoop(Runnable work) {
    Promise<Void> done = Promise.promise();
    loop.runOnContext(turn -> Future.succeededFuture().<Void>map(on -> run(work)).onComplete(done));
    OwnedDocument.await(done.future());
  }

  private static Void run(Runnable work) {
    work.run();
    return null;
  }

  @Test
  void aThousandWhoComeDuringAReadingShareTheNextWhichBeginsAfterARest() {
    List<Future<Void>> later = new ArrayList<>();
    onLoop(
        () -> {
          meet("first");
          IntStream.range(0, 1_000).forEach(i -> later.add(meet("xu" + i)));
          readings.get(0).complete();
          assertThat(met).containsExactly("first");
          assertThat(readings).hasSize(1);
        });
    Promise<Void> second = Promise.promise();
    loop.runOnContext(turn -> whenReadAgain(second));
    OwnedDocument.await(second.future());
    OwnedDocument.await(Future.all(later));
    assertThat(met).hasSize(1_001);
    assertThat(begun).hasSize(2);
    assertThat(Duration.ofNanos(begun.get(1) - begun.get(0)))
        .isGreaterThanOrEqualTo(Duration.ofMillis(Limits.defaults().strangerMillis()));
  }

  /** Ends the second reading when it has begun. */
  private void whenReadAgain(Promise<Void> ended) {
    if (readings.size() < 2) {
      vertx.setTimer(10, later -> whenReadAgain(ended));
    } else {
      readings.get(1).complete();
      ended.complete();
    }
  }

  @Test
  void whoIsKnownMeanwhilePassesInTheOrderOfComing() {
    onLoop(
        () -> {
          meet("an");
          meet("bo");
          meet("an again");
          strangers.welcome(account -> account.startsWith("an"));
          assertThat(met).containsExactly("an", "an again");
          readings.get(0).complete();
          assertThat(met).containsExactly("an", "an again");
        });
  }

  @Test
  void aReadingThatFailsIsToldToWhomItWasFor() {
    onLoop(
        () -> {
          Future<Void> refused = meet("an");
          Future<Void> next = meet("bo");
          readings.get(0).fail(why);
          assertThat(refused.cause()).isEqualTo(why);
          assertThat(next.isComplete()).isFalse();
        });
  }

  @Test
  void nobodyWaitsForADocumentThatCloses() {
    onLoop(
        () -> {
          Future<Void> one = meet("an");
          Future<Void> two = meet("bo");
          strangers.dismiss(why);
          assertThat(List.of(one.cause(), two.cause())).containsExactly(why, why);
        });
  }

  @Test
  void refusesMoreThanMayWait() {
    onLoop(
        () -> {
          int most = Limits.defaults().pendingCommands();
          IntStream.range(0, most).forEach(i -> meet("xu" + i));
          assertThat(meet("one more").cause())
              .hasMessage("4096 commands wait until rights are read; try again in a moment");
        });
  }
}
