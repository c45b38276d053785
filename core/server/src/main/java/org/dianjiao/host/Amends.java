package org.dianjiao.host;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Change;
import org.dianjiao.document.Chronicle;
import org.dianjiao.document.Document;
import org.dianjiao.document.Effect;
import org.dianjiao.document.RevisionFigures;

/**
 * The commands that undo, restore and take marks away. What they come to is found on a worker, for
 * a state that was the newest one; when it is not any more, it is found again. After some tries the
 * others wait until it is done. A document does one of them after the other.
 */
final class Amends {

  private static final int TRIES = 3;

  private final Reader worker;
  private final Recall recall;
  private final Ledger ledger;
  private final Commands commands;
  private final Numbers numbers;
  private final Gate gate;
  private Future<CommandDone> before = Future.succeededFuture();

  Amends(
      Reader worker, Recall recall, Ledger ledger, Commands commands, Numbers numbers, Gate gate) {
    this.worker = worker;
    this.recall = recall;
    this.ledger = ledger;
    this.commands = commands;
    this.numbers = numbers;
    this.gate = gate;
  }

  /** What a command comes to. Pure; asked on a worker thread. */
  @FunctionalInterface
  private interface Question {
    Chronicle.Outcome ask(Chronicle all, Document now);
  }

  Future<CommandDone> revert(
      DocumentCommand.RevertChange command, Runnable allowed, Supplier<Instant> now) {
    Question question = (all, head) -> all.revert(command.revision(), head);
    return reverting(command, command.revision(), allowed, now, question);
  }

  Future<CommandDone> takeBack(
      DocumentCommand.TakeBackSweep command, Runnable allowed, Supplier<Instant> now) {
    Question question =
        (all, head) -> {
          requireOwn(all.figures(command.revision()), command.account());
          return all.revert(command.revision(), head);
        };
    return reverting(command, command.revision(), allowed, now, question);
  }

  private Future<CommandDone> reverting(
      DocumentCommand.Numbered command,
      long revision,
      Runnable allowed,
      Supplier<Instant> now,
      Question question) {
    return numbers.once(
        command,
        allowed,
        ending -> {
          requireThere(revision, 2);
          Task task = new Task(command, question, now, ending);
          return inTurn(() -> recall.chronicledSince(revision, task::begin));
        });
  }

  Future<CommandDone> restore(
      DocumentCommand.RestoreText command, Runnable allowed, Supplier<Instant> now) {
    Question question = (all, head) -> all.restore(command.revision(), command.passage(), head);
    return amend(command, allowed, now, () -> requireThere(command.revision(), 1), question);
  }

  Future<CommandDone> undo(
      DocumentCommand.UndoDeeds command, Runnable allowed, Supplier<Instant> now) {
    Question question = (all, head) -> all.undo(command.deeds(), head);
    return amend(command, allowed, now, () -> requireThere(command.deeds().to(), 1), question);
  }

  Future<CommandDone> takeMarks(
      DocumentCommand.TakeMarks command, Runnable allowed, Supplier<Instant> now) {
    Question question =
        (all, head) -> {
          Optional<TextRange> passage =
              command
                  .selection()
                  .map(at -> all.moved(new TextRange(at.start(), at.end()), at.revision()));
          return all.takeMarks(command.whose(), passage, head);
        };
    Runnable there = () -> command.selection().ifPresent(at -> requireThere(at.revision(), 1));
    return amend(command, allowed, now, there, question);
  }

  Future<CommandDone> putMarksBack(
      DocumentCommand.PutMarksBack command, Runnable allowed, Supplier<Instant> now) {
    Question question =
        (all, head) -> {
          requireOwnTaking(all.figures(command.revision()), command.account());
          return all.revert(command.revision(), head);
        };
    return amend(command, allowed, now, () -> requireThere(command.revision(), 2), question);
  }

  /** Asks all that ever happened. */
  private Future<CommandDone> amend(
      DocumentCommand.Numbered command,
      Runnable allowed,
      Supplier<Instant> now,
      Runnable there,
      Question question) {
    return numbers.once(
        command,
        allowed,
        ending -> {
          there.run();
          Task task = new Task(command, question, now, ending);
          return inTurn(() -> recall.chronicled(task::begin));
        });
  }

  private static void requireOwn(RevisionFigures done, String account) {
    if (!done.author().equals(account)) {
      throw new Refusal(
          FailureCode.NOT_PERMITTED, "revision %d is somebody else's".formatted(done.revision()));
    }
  }

  private static void requireOwnTaking(RevisionFigures done, String account) {
    boolean takes = done.landmark().filter(Effect.TakeMarks.class::isInstance).isPresent();
    if (!takes || !done.author().equals(account)) {
      throw new Refusal(
          FailureCode.NOT_PERMITTED,
          "revision %d is not one at which you took marks away".formatted(done.revision()));
    }
  }

  private void requireThere(long revision, long first) {
    long head = ledger.durable().revision();
    if (revision < first || revision > head) {
      throw new Refusal(
          FailureCode.BASE_AHEAD,
          "revision %d is not among %d–%d".formatted(revision, first, head));
    }
  }

  /** What takes something back does so alone, so that nobody finds half of what another did. */
  private Future<CommandDone> inTurn(Supplier<Future<CommandDone>> work) {
    before = before.transform(done -> work.get());
    return before;
  }

  /** One command, round by round. */
  private final class Task {
    private final DocumentCommand.Numbered command;
    private final Question question;
    private final Supplier<Instant> now;
    private final Numbers.Ending ending;

    Task(
        DocumentCommand.Numbered command,
        Question question,
        Supplier<Instant> now,
        Numbers.Ending ending) {
      this.command = command;
      this.question = question;
      this.now = now;
      this.ending = ending;
    }

    private Future<CommandDone> begin(Chronicle all) {
      return round(all, TRIES);
    }

    private Future<CommandDone> round(Chronicle all, int tries) {
      return tries == 0 ? gate.hold(() -> attempt(all, 0)) : attempt(all, tries);
    }

    private Future<CommandDone> attempt(Chronicle all, int tries) {
      return recall.since(all.revision(), () -> ending.end(() -> found(all, tries)));
    }

    private Future<CommandDone> found(Chronicle all, int tries) {
      Document head = ledger.head();
      List<Change> newer = ledger.since(all.revision());
      Instant at = now.get();
      return worker
          .read(
              () -> {
                newer.forEach(all::add);
                return commands.drafted(question.ask(all, head), command, head, at);
              })
          .compose(draft -> taken(draft, head, all, tries));
    }

    private Future<CommandDone> taken(Draft draft, Document of, Chronicle all, int tries) {
      if (ledger.head().revision() == of.revision()) {
        return Failures.attempt(() -> ending.end(() -> commands.take(draft)));
      }
      if (tries == 0) {
        throw new IllegalStateException(
            "revision %d became %d while the gate was held"
                .formatted(of.revision(), ledger.head().revision()));
      }
      return round(all, tries - 1);
    }
  }
}
