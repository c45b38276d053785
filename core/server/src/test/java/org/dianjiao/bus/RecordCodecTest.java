package org.dianjiao.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import java.util.List;
import java.util.stream.Stream;
import org.dianjiao.document.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message reads back as the value that was written. */
class RecordCodecTest {

  private static final String BEFORE = "before";

  static Stream<Class<?>> messages() {
    return RecordCodec.messages().stream();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void readsBackWhatItWrote(Class<?> type) {
    roundTrip(type);
  }

  private static <T> void roundTrip(Class<T> type) {
    T message = Example.of(type);
    MessageCodec<T, T> codec = RecordCodec.of(type);
    Buffer wire = Buffer.buffer(BEFORE);
    codec.encodeToWire(wire, message);
    wire.appendString("behind");
    assertThat(codec.decodeFromWire(BEFORE.length(), wire)).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void handsOverTheSameValueInsideAProcess(Class<?> type) {
    same(type);
  }

  private static <T> void same(Class<T> type) {
    T message = Example.of(type);
    assertThat(RecordCodec.of(type).transform(message)).isSameAs(message);
  }

  @Test
  void theExamplesHoldEveryKindOfEffect() {
    assertThat(Example.kindsOfEffects())
        .containsExactlyInAnyOrderElementsOf(kinds(Effect.class).toList());
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(RecordCodecTest::kinds)
        : Stream.of(type);
  }

  @Test
  void everyMessageIsARecord() {
    assertThat(RecordCodec.messages()).isNotEmpty().allMatch(Class::isRecord);
  }

  @Test
  void aBusLearnsEveryMessageOnce() {
    Vertx vertx = Vertx.vertx();
    RecordCodec.register(vertx);
    List<String> names = RecordCodec.messages().stream().map(Class::getName).toList();
    assertThat(names).doesNotHaveDuplicates();
    vertx.close().await();
  }
}
