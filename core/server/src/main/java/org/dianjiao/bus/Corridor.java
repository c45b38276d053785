package org.dianjiao.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How this room sends and receives: one way to ask, one to answer, one to tell, one to listen. */
final class Corridor {

  private static final Logger LOG = LoggerFactory.getLogger(Corridor.class);

  private Corridor() {}

  /** Asks; fails with a {@link Refusal}, whatever went wrong on the way. */
  static <R> Future<R> ask(
      Vertx vertx, String address, Object command, Class<R> answer, Duration timeout) {
    DeliveryOptions options = new DeliveryOptions().setSendTimeout(timeout.toMillis());
    return vertx
        .eventBus()
        .request(address, command, options)
        .map(message -> answer.cast(message.body()))
        .recover(failure -> Future.failedFuture(refusal(failure, address, timeout)));
  }

  /** Whether a refusal says that nobody answers at the address. */
  static boolean nobodyThere(Throwable failure) {
    return failure instanceof NobodyThere;
  }

  private static RuntimeException refusal(Throwable failure, String address, Duration timeout) {
    if (!(failure instanceof ReplyException reply)) {
      return new Refusal(FailureCode.INTERNAL, String.valueOf(failure.getMessage()));
    }
    return switch (reply.failureType()) {
      case RECIPIENT_FAILURE ->
          new Refusal(FailureCode.ofNumber(reply.failureCode()), reply.getMessage());
      case NO_HANDLERS -> new NobodyThere(address);
      case TIMEOUT ->
          new Refusal(
              FailureCode.UNAVAILABLE,
              "no answer from %s in %d ms".formatted(address, timeout.toMillis()));
      case ERROR -> new Refusal(FailureCode.INTERNAL, reply.getMessage());
    };
  }

  /** Answers at an address, on the context of the caller. */
  static <C> MessageConsumer<Object> answer(
      Vertx vertx, String address, Class<C> command, Function<C, ? extends Future<?>> endpoint) {
    return vertx.eventBus().consumer(address, message -> handle(message, command, endpoint));
  }

  private static <C> void handle(
      Message<Object> message, Class<C> command, Function<C, ? extends Future<?>> endpoint) {
    Future<?> answer;
    try {
      answer = endpoint.apply(command.cast(message.body()));
    } catch (RuntimeException fault) {
      answer = Future.failedFuture(fault);
    }
    answer.onComplete(
        done -> {
          if (done.succeeded()) {
            message.reply(done.result());
          } else {
            message.reply(failure(done.cause(), message.address()));
          }
        });
  }

  private static ReplyException failure(Throwable cause, String address) {
    if (cause instanceof Refusal refusal) {
      return new ReplyException(
          ReplyFailure.RECIPIENT_FAILURE, refusal.code().number(), refusal.getMessage());
    }
    LOG.error("{} failed", address, cause);
    return new ReplyException(
        ReplyFailure.RECIPIENT_FAILURE,
        FailureCode.INTERNAL.number(),
        "a fault of the server: " + cause.getMessage());
  }

  /** Tells everybody who listens. */
  static void tell(Vertx vertx, String address, Object event) {
    vertx.eventBus().publish(address, event);
  }

  /** Listens, on the context of the caller. */
  static <E> MessageConsumer<Object> listen(
      Vertx vertx, String address, Class<E> event, Consumer<E> listener) {
    return vertx
        .eventBus()
        .consumer(address, message -> listener.accept(event.cast(message.body())));
  }

  /** Nobody answers at an address: perhaps an owner is not open yet. */
  private static final class NobodyThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NobodyThere(String address) {
      super("nobody answers at " + address, null, false, false);
    }
  }
}
