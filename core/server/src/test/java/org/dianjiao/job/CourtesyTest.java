package org.dianjiao.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourtesyTest {

  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong quiet = new AtomicLong();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private Courtesy courtesy(int share) {
    return new Courtesy(vertx, quiet::get, share);
  }

  @Test
  void worksItsShareOfTheTimeWhileSomebodyEdits() {
    assertThat(courtesy(25).restMillis(100)).isEqualTo(300);
    assertThat(courtesy(50).restMillis(100)).isEqualTo(100);
    assertThat(courtesy(100).restMillis(100)).isZero();
    assertThat(courtesy(1_000).restMillis(100)).isZero();
  }

  @Test
  void doesNotRestWhenNobodyEdits() {
    quiet.set(2_001);
    assertThat(courtesy(25).restMillis(100)).isZero();
  }

  @Test
  void doesNotRestForHoursAfterAnAnswerThatTookLong() {
    assertThat(courtesy(1).restMillis(600_000)).isEqualTo(5_000);
  }

  @Test
  void restsBeforeAPieceCountsAsDone() {
    long began = System.nanoTime();
    Future<String> done =
        courtesy(10).after(() -> vertx.timer(20, TimeUnit.MILLISECONDS).map("done"));
    assertThat(done.await()).isEqualTo("done");
    assertThat(System.nanoTime() - began).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(150));
  }
}
