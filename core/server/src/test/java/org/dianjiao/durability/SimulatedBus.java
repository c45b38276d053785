package org.dianjiao.durability;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.durability.SimulatedVertx.Room;

/**
 * The event bus of one server life. Messages to one context keep their order and take a while;
 * facts about documents and answers may get lost on the way.
 */
final class SimulatedBus {

  private static final long HOP = Agenda.MILLI;

  private final Agenda agenda;
  private final SimulatedVertx vertx;
  private final Supplier<Weather> weather;
  private final Mutation mutation;
  private final Map<String, List<Listener>> listeners = new LinkedHashMap<>();

  SimulatedBus(Agenda agenda, SimulatedVertx vertx, Supplier<Weather> weather, Mutation mutation) {
    this.agenda = agenda;
    this.vertx = vertx;
    this.weather = weather;
    this.mutation = mutation;
  }

  /** Drops what was registered in a room that is closed. */
  void close(Room room) {
    listeners.values().forEach(list -> list.removeIf(listener -> listener.room == room));
  }

  Future<Message<Object>> request(String address, Object body, DeliveryOptions options) {
    Promise<Message<Object>> answer = Promise.promise();
    Room asker = vertx.room();
    Object command = mutation.request(body);
    long timeout = options.getSendTimeout() * Agenda.MILLI;
    agenda.after(
        timeout,
        vertx.life(),
        () ->
            asker.run(
                () ->
                    answer.tryFail(
                        new ReplyException(ReplyFailure.TIMEOUT, "timed out: " + address))));
    List<Listener> there = listeners.getOrDefault(address, List.of());
    Consumer<Object> reply =
        result ->
            agenda.at(
                asker.next(agenda.upTo(HOP)),
                vertx.life(),
                () -> asker.run(() -> answered(answer, command, address, result)));
    if (there.isEmpty()) {
      reply.accept(new ReplyException(ReplyFailure.NO_HANDLERS, "nobody at " + address));
    } else {
      there.get(0).deliver(new Asked(address, command, reply));
    }
    return answer.future();
  }

  private void answered(
      Promise<Message<Object>> answer, Object command, String address, Object result) {
    if (result instanceof ReplyException failure) {
      answer.tryFail(mutation.failure(command, failure));
    } else if (!agenda.oneIn(weather.get().lostAnswers())) {
      answer.tryComplete(message(new Asked(address, result, nobody -> {})));
    }
  }

  SimulatedBus publish(String address, Object body) {
    for (Object event : mutation.published(body)) {
      for (Listener listener : List.copyOf(listeners.getOrDefault(address, List.of()))) {
        boolean lost = event instanceof DocumentEvent && agenda.oneIn(weather.get().lostEvents());
        if (!lost) {
          listener.deliver(new Asked(address, event, nobody -> {}));
        }
      }
    }
    return this;
  }

  @SuppressWarnings("unchecked") // a door to an object that has only Objects
  MessageConsumer<Object> consumer(String address, Handler<Message<Object>> handler) {
    Listener listener = new Listener(address, handler, vertx.room());
    listeners.computeIfAbsent(address, some -> new ArrayList<>()).add(listener);
    return StandIn.of(MessageConsumer.class, listener);
  }

  @SuppressWarnings("unchecked") // a door to an object that has only Objects
  private static Message<Object> message(Asked asked) {
    return StandIn.of(Message.class, asked);
  }

  /** A message: to answer, or only to read. */
  record Asked(String address, Object body, Consumer<Object> answer) {
    void reply(Object result) {
      answer.accept(result);
    }
  }

  final class Listener {
    private final String address;
    private final Handler<Message<Object>> handler;
    private final Room room;

    Listener(String address, Handler<Message<Object>> handler, Room room) {
      this.address = address;
      this.handler = handler;
      this.room = room;
    }

    void deliver(Asked asked) {
      agenda.at(room.next(agenda.upTo(HOP)), vertx.life(), () -> arrived(asked));
    }

    private void arrived(Asked asked) {
      if (listeners.getOrDefault(address, List.of()).contains(this)) {
        room.run(() -> handler.handle(message(asked)));
      } else if (agenda.random().nextBoolean()) {
        asked.reply(new ReplyException(ReplyFailure.NO_HANDLERS, "gone: " + address));
      }
    }

    Future<Void> completion() {
      return Future.succeededFuture();
    }

    Future<Void> unregister() {
      listeners.getOrDefault(address, new ArrayList<>()).remove(this);
      return Future.succeededFuture();
    }
  }
}
