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

  /** Brings what a command needs, then ends it. */
  @FunctionalInterface
  interface Preparation {
    Future<CommandDone> before(Ending ending);
  }

  /** The end of a command that is prepared: does the work, unless the command is done meanwhile. */
  @FunctionalInterface
  interface Ending {
    Future<CommandDone> end(Supplier<Future<CommandDone>> work);
  }

  /**
   * Does a numbered command, unless it is done. A repeated one is answered again before anything
   * else is looked at: whatever refuses it now, it is in the log. While a command is prepared the
   * same may come over another connection and be done, or a right may be taken away; so both are
   * looked at again just before it is done.
   *
   * @param allowed refuses it
   */
  Future<CommandDone> once(
      DocumentCommand.Numbered command, Runnable allowed, Preparation preparation) {
    return unlessDone(
        command, allowed, () -> preparation.before(work -> unlessDone(command, allowed, work)));
  }

  private Future<CommandDone> unlessDone(
      DocumentCommand.Numbered command, Runnable allowed, Supplier<Future<CommandDone>> work) {
    int count = command instanceof DocumentCommand.SubmitChanges s ? s.updates().size() : 1;
    return of(
        command.client(),
        command.account(),
        last ->
            commands
                .isRepeated(command, last, count)
                .map(repeated -> repeated(command, Commands.hash(command), count))
                .orElseGet(
                    () -> {
                      allowed.run();
                      owner.refuseWhenBusy();
                      return work.get();
                    }));
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
