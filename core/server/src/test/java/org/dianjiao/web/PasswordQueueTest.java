package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.limits.AccountLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordQueueTest {

  private final Vertx vertx = Vertx.vertx();
  private final AccountLimits limits = AccountLimits.defaults();
  private final WorkerExecutor threads =
      vertx.createSharedWorkerExecutor("hashing", limits.passwordsAtOnce());
  private final PasswordQueue queue = new PasswordQueue(limits);
  private final CountDownLatch go = new CountDownLatch(1);
  private final CountDownLatch two = new CountDownLatch(2);
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @AfterEach
  void close() {
    go.countDown();
    vertx.close().await();
  }

  private Future<String> hash() {
    return queue.run(
        threads,
        passwords -> {
          most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          two.countDown();
          assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
          atOnce.decrementAndGet();
          return "hashed";
        });
  }

  @Test
  void hashesTwoAtOnceLetsTwentyWaitAndRefusesTheNext() throws Exception {
    List<Future<String>> let = new ArrayList<>();
    for (int i = 0; i < 22; i++) {
      let.add(hash());
    }
    assertThatThrownBy(() -> hash().await())
        .isInstanceOfSatisfying(
            Refusal.class, why -> assertThat(why.code()).isEqualTo(FailureCode.TOO_MANY));
    assertThat(two.await(10, TimeUnit.SECONDS)).isTrue();
    go.countDown();
    let.forEach(one -> assertThat(one.await()).isEqualTo("hashed"));
    assertThat(most.get()).isEqualTo(2);
    assertThat(hash().await()).isEqualTo("hashed");
  }

  @Test
  void makesRoomAlsoWhenTheWorkFails() {
    for (int i = 0; i < 50; i++) {
      Future<String> failed =
          queue.run(
              threads,
              passwords -> {
                throw new IllegalStateException("as it happens");
              });
      assertThatThrownBy(failed::await).isInstanceOf(IllegalStateException.class);
    }
  }
}
