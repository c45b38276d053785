package org.dianjiao.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.junit.jupiter.api.Test;

class GateTest {

  private final Gate gate = new Gate(3);
  private final List<String> done = new ArrayList<>();

  private Future<String> pass(String what) {
    return gate.pass(
        work -> {
          done.add("prepared " + what);
          return work.get();
        },
        () -> {
          done.add(what);
          return Future.succeededFuture(what);
        });
  }

  @Test
  void letsThroughAtOnceWhatComesWhileNobodyHoldsIt() {
    assertThat(pass("edit").result()).isEqualTo("edit");
    assertThat(done).containsExactly("prepared edit", "edit");
  }

  @Test
  void letsThroughInOrderWhatWaited() {
    Promise<String> undoing = Promise.promise();
    Future<String> held = gate.hold(undoing::future);
    Future<String> first = pass("first");
    Future<String> second = pass("second");
    assertThat(done).isEmpty();
    assertThat(first.isComplete()).isFalse();
    undoing.complete("undone");
    assertThat(held.result()).isEqualTo("undone");
    assertThat(done).containsExactly("prepared first", "first", "prepared second", "second");
    assertThat(second.result()).isEqualTo("second");
  }

  @Test
  void preparesAnewWhatWasReadyWhenItWasHeld() {
    Promise<Void> ready = Promise.promise();
    Promise<String> undoing = Promise.promise();
    Future<String> edit =
        gate.pass(
            work -> {
              done.add("prepared");
              return ready.future().compose(now -> work.get());
            },
            () -> Future.succeededFuture("edit"));
    gate.hold(undoing::future);
    ready.complete();
    assertThat(edit.isComplete()).isFalse();
    undoing.complete("undone");
    assertThat(edit.result()).isEqualTo("edit");
    assertThat(done).containsExactly("prepared", "prepared");
  }

  @Test
  void opensWhenTheWorkThatHeldItFails() {
    Future<String> held =
        gate.hold(
            () -> {
              throw new IllegalStateException("gone wrong");
            });
    assertThat(held.cause()).hasMessage("gone wrong");
    assertThat(pass("edit").result()).isEqualTo("edit");
  }

  @Test
  void refusesWhenTooManyWait() {
    gate.hold(() -> Promise.<String>promise().future());
    for (int i = 0; i < 3; i++) {
      pass("edit " + i);
    }
    Future<String> fourth = pass("fourth");
    assertThatThrownBy(
            () -> {
              throw fourth.cause();
            })
        .isInstanceOf(Refusal.class)
        .hasMessage("3 commands wait until work is undone; try again in a moment")
        .extracting(refusal -> ((Refusal) refusal).code())
        .isEqualTo(FailureCode.BUSY);
  }
}
