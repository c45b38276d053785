package org.dianjiao.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class PaceTest {

  private final AtomicInteger sendings = new AtomicInteger();

  @Test
  void whatOneTurnBringsGoesTogether(Vertx vertx, VertxTestContext test) {
    Pace pace = new Pace(vertx, () -> 2, Limits.defaults());
    vertx.runOnContext(
        turn -> {
          pace.soon(sendings::incrementAndGet);
          pace.soon(sendings::incrementAndGet);
          assertSent(test, 0);
          vertx.runOnContext(
              next -> {
                assertSent(test, 1);
                test.completeNow();
              });
        });
  }

  @Test
  void fewAreToldWithoutARest(Vertx vertx, VertxTestContext test) {
    Pace pace = new Pace(vertx, () -> 16, Limits.defaults());
    vertx.runOnContext(
        turn -> {
          pace.rest();
          pace.soon(sendings::incrementAndGet);
          vertx.runOnContext(
              next -> {
                assertSent(test, 1);
                test.completeNow();
              });
        });
  }

  @Test
  void manyAreToldAgainAfterARest(Vertx vertx, VertxTestContext test) {
    Pace pace = new Pace(vertx, () -> 1_000, Limits.defaults());
    vertx.runOnContext(
        turn -> {
          pace.rest();
          pace.soon(sendings::incrementAndGet);
          pace.soon(
              () -> test.failNow(new AssertionError("what waits is sent once, not once for each")));
          vertx.runOnContext(next -> assertSent(test, 0));
          vertx.setTimer(
              Limits.defaults().gatherMillis() + 1,
              rested -> {
                assertSent(test, 1);
                test.completeNow();
              });
        });
  }

  private void assertSent(VertxTestContext test, int count) {
    test.verify(() -> assertThat(sendings.get()).isEqualTo(count));
  }
}
