package org.dianjiao.host;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Operation;
import org.dianjiao.storage.ChangeLog;

/**
 * The numbers of clients: a numbered command is done once, a repeated one is answered again, a gap
 * is refused, and nobody uses somebody else's numbers.
 */
final class Numbers {

  private final String document;
  private final ChangeLog log;
  private final Reader worker;
  private final Ledger ledger;
  private final Owner owner;
  private final Commands commands;

  Numbers(
      String document,
      ChangeLog log,
      Reader worker,
      Ledger ledger,
      Owner owner,
      Commands commands) {
    this.document = document;
    this.log = log;
    this.worker = worker;
    this.ledger = ledger;
    this.owner = owner;
    this.commands = commands;
  }

  /**
   * Does a numbered command, unless it is done.
   *
   * @param hash of its content
   * @param count how many numbers it takes
   */
  Future<CommandDone> once(
      DocumentCommand.Numbered command,
      String hash,
      int count,
      Supplier<Future<CommandDone>> work) {
    owner.refuseWhenBusy();
    return of(
        command.client(),
        command.account(),
        last ->
            commands
                .isRepeated(command, last, count)
                .map(repeated -> repeated(command, hash, count))
                .orElseGet(work));
  }

  private Future<CommandDone> repeated(DocumentCommand.Numbered command, String hash, int count) {
    long lastSequence = command.sequence() + count - 1;
    Optional<Logged> recent = ledger.find(command.client(), lastSequence);
    if (recent.isPresent()) {
      return commands.again(recent.get(), hash);
    }
    return worker
        .read(() -> log.find(document, command.client(), lastSequence))
        .compose(
            found ->
                found
                    .map(
                        entry ->
                            Failures.attempt(() -> commands.again(Operation.read(entry), hash)))
                    .orElseGet(
                        () ->
                            Future.failedFuture(
                                new Refusal(
                                    FailureCode.SEQUENCE_REUSED,
                                    "number " + lastSequence + " is not in the log"))));
  }

  /** Does work that needs the last number of a client, which has to be this person's. */
  <R> Future<R> of(String client, String account, LongFunction<Future<R>> work) {
    Optional<Ledger.Client> known = ledger.client(client);
    if (known.isPresent()) {
      return Failures.attempt(() -> work.apply(last(client, known.get(), account)));
    }
    return worker
        .read(() -> log.position(document, client))
        .compose(
            position ->
                Failures.attempt(
                    () -> {
                      ledger.learn(
                          client,
                          position
                              .map(found -> new Ledger.Client(found.author(), found.sequence()))
                              .orElseGet(() -> new Ledger.Client(account, 0)));
                      return work.apply(last(client, ledger.client(client).orElseThrow(), account));
                    }));
  }

  private static long last(String client, Ledger.Client known, String account) {
    if (!known.account().equals(account)) {
      throw new Refusal(
          FailureCode.SEQUENCE_REUSED, "the client name " + client + " is somebody else's");
    }
    return known.sequence();
  }
}
