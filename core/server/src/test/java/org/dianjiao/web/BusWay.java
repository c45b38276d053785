package org.dianjiao.web;

import io.vertx.core.Future;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import org.dianjiao.bus.DocumentClient;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.server.ServerBus;

/** Asks on the event bus, past the borders: with a command that names its account. */
final class BusWay {

  private BusWay() {}

  /** {@code yes}, or the code of the refusal. */
  static String outcome(RunningServer server, DocumentCommand command) throws Exception {
    DocumentClient documents =
        new DocumentClient(ServerBus.of(server.server), Duration.ofSeconds(15));
    try {
      sent(documents, command).toCompletionStage().toCompletableFuture().get();
      return Expectations.YES;
    } catch (java.util.concurrent.ExecutionException failed) {
      if (failed.getCause() instanceof Refusal refusal) {
        return refusal.code() == FailureCode.PLUGIN_UNAVAILABLE
            ? Expectations.YES
            : refusal.code().word();
      }
      throw failed;
    }
  }

  private static Future<?> sent(DocumentClient documents, DocumentCommand command)
      throws ReflectiveOperationException {
    Method method =
        Arrays.stream(DocumentClient.class.getMethods())
            .filter(candidate -> candidate.getParameterCount() == 1)
            .filter(candidate -> candidate.getParameterTypes()[0].isInstance(command))
            .filter(candidate -> candidate.getParameterTypes()[0] != Object.class)
            .findFirst()
            .orElseThrow();
    return (Future<?>) method.invoke(documents, command);
  }
}
