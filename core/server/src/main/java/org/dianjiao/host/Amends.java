package org.dianjiao.host;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Chronicle;
import org.dianjiao.exchange.Replay;
import org.dianjiao.people.Permission;

/**
 * The commands that undo and restore. They read the past first, which takes a while; rights and
 * numbers are looked at again when it is there.
 */
final class Amends {

  private final Replay past;
  private final Reader worker;
  private final Recall recall;
  private final Ledger ledger;
  private final Commands commands;
  private final Supplier<Members> members;

  Amends(
      Replay past,
      Reader worker,
      Recall recall,
      Ledger ledger,
      Commands commands,
      Supplier<Members> members) {
    this.past = past;
    this.worker = worker;
    this.recall = recall;
    this.ledger = ledger;
    this.commands = commands;
    this.members = members;
  }

  Future<CommandDone> revert(DocumentCommand.RevertChange command, Supplier<Instant> now) {
    requireThere(command.revision(), 2);
    return recall
        .isLarge(command.revision())
        .compose(
            large ->
                large
                    ? chronicled(command, all -> commands.revert(command, all, now.get()))
                    : revertOne(command, now));
  }

  private Future<CommandDone> revertOne(
      DocumentCommand.RevertChange command, Supplier<Instant> now) {
    return worker
        .read(() -> past.at(command.revision() - 1))
        .compose(
            before ->
                recall.since(
                    command.revision() - 1,
                    () -> checked(command, () -> commands.revert(command, before, now.get()))));
  }

  Future<CommandDone> restore(DocumentCommand.RestoreText command, Supplier<Instant> now) {
    requireThere(command.revision(), 1);
    return chronicled(command, all -> commands.restore(command, all, now.get()));
  }

  Future<CommandDone> undo(DocumentCommand.UndoDeeds command, Supplier<Instant> now) {
    requireThere(command.deeds().to(), 1);
    return chronicled(command, all -> commands.undo(command, all, now.get()));
  }

  private Future<CommandDone> chronicled(
      DocumentCommand.Numbered command, Function<Chronicle, Future<CommandDone>> work) {
    return recall.chronicled(all -> checked(command, () -> work.apply(all)));
  }

  private Future<CommandDone> checked(
      DocumentCommand.Numbered command, Supplier<Future<CommandDone>> work) {
    members.get().require(Permission.REVERT, command.account());
    return ledger
        .find(command.client(), command.sequence())
        .map(logged -> commands.again(logged, Commands.hash(command)))
        .orElseGet(work);
  }

  private void requireThere(long revision, long first) {
    long head = ledger.durable().revision();
    if (revision < first || revision > head) {
      throw new Refusal(
          FailureCode.BASE_AHEAD,
          "revision %d is not among %d–%d".formatted(revision, first, head));
    }
  }
}
