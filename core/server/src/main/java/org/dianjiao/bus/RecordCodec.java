package org.dianjiao.bus;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import java.util.List;
import java.util.stream.Stream;
import org.dianjiao.json.Json;

/**
 * Carries one kind of record: inside a process it hands over the same immutable value, between
 * processes it writes JSON. One codec for each record class, named after it.
 *
 * @param <T> the record
 */
public final class RecordCodec<T> implements MessageCodec<T, T> {

  private final Class<T> type;

  private RecordCodec(Class<T> type) {
    this.type = type;
  }

  /** Every record that may travel. */
  public static List<Class<?>> messages() {
    return Stream.of(
            DocumentCommand.class,
            DocumentReply.class,
            DocumentEvent.class,
            PluginMessage.class,
            PeopleEvent.class,
            PluginEvent.class,
            InstanceMessage.class,
            LibraryMessage.class,
            LibraryEvent.class)
        .flatMap(RecordCodec::records)
        .toList();
  }

  /** Teaches an event bus all records; once for each {@code Vertx}, before anything is sent. */
  public static void register(Vertx vertx) {
    messages().forEach(type -> register(vertx, type));
  }

  private static <T> void register(Vertx vertx, Class<T> type) {
    vertx.eventBus().registerDefaultCodec(type, of(type));
  }

  /** The codec of one kind of record. */
  static <T> RecordCodec<T> of(Class<T> type) {
    return new RecordCodec<>(type);
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(RecordCodec::records)
        : Stream.of(type);
  }

  @Override
  public void encodeToWire(Buffer buffer, T message) {
    byte[] bytes = Json.bytes(message);
    buffer.appendInt(bytes.length).appendBytes(bytes);
  }

  @Override
  public T decodeFromWire(int position, Buffer buffer) {
    int start = position + Integer.BYTES;
    return Json.read(buffer.getBytes(start, start + buffer.getInt(position)), type);
  }

  @Override
  public T transform(T message) {
    return message;
  }

  @Override
  public String name() {
    return type.getName();
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
