package org.dianjiao.host;

import java.util.List;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.DocumentCommand.ReadAnnotations;
import org.dianjiao.bus.DocumentReply.AnnotationsRead;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.Logged;
import org.dianjiao.limits.Limits;
import org.dianjiao.review.Approval;
import org.dianjiao.text.ChangeSet;

/**
 * A part of a document through which somebody looks at its annotations. They ask in the places that
 * they know; they are answered in those of the durable revision.
 *
 * <p>Costs O(log n) for each annotation that is told, and a step for each change that the asker did
 * not know; nothing for what lies outside.
 */
record Window(Ledger ledger, Limits limits) {

  AnnotationsRead read(ReadAnnotations command) {
    Document durable = ledger.durable();
    TextRange range = now(command);
    int most = limits.windowAnnotations();
    List<Annotation> found = durable.annotations(range.start(), range.end(), most + 1);
    int end = range.end();
    if (found.size() > most) {
      end = Math.max(range.start(), found.get(most).anchor().start() - 1);
      found = durable.annotations(range.start(), end);
    }
    return new AnnotationsRead(
        command.document(),
        durable.revision(),
        range.start(),
        end,
        found,
        told(durable, range.start(), end, command.account()),
        durable.ready(range.start(), end),
        durable.annotationCount(),
        durable.orphanCount(),
        command.orphans() ? durable.orphans(most) : List.of(),
        command.ids().stream().filter(id -> !durable.hasAnnotation(id)).toList());
  }

  /** An approval that waits for a second, blind review is told to nobody but who gave it. */
  private static List<Approval> told(Document durable, int start, int end, String viewer) {
    return durable.approvals(start, end).stream()
        .filter(a -> a.account().equals(viewer) || !durable.isDrawn(a.id()))
        .toList();
  }

  /** The range that was asked for, where it is now. */
  private TextRange now(ReadAnnotations command) {
    long first = ledger.firstRecent() - 1;
    long head = ledger.durable().revision();
    if (command.revision() < first || command.revision() > head) {
      throw new Refusal(
          FailureCode.BASE_AHEAD,
          "revision %d is not among %d–%d".formatted(command.revision(), first, head));
    }
    List<ChangeSet> since =
        ledger.logged(command.revision(), head).stream()
            .map(Logged::change)
            .map(Change::changes)
            .toList();
    check(command, since.isEmpty() ? ledger.durable().text().length() : since.get(0).length());
    int start = command.range().start();
    int end = command.range().end();
    for (ChangeSet changes : since) {
      start = changes.mapPos(start, -1);
      end = changes.mapPos(end, 1);
    }
    return new TextRange(start, end);
  }

  private void check(ReadAnnotations command, int length) {
    TextRange range = command.range();
    if (range.end() > length) {
      throw new Refusal(
          FailureCode.WRONG_LENGTH,
          "range %d–%d ends behind the text of %d units at revision %d"
              .formatted(range.start(), range.end(), length, command.revision()));
    }
    if (range.length() > limits.windowUnits()) {
      throw new Refusal(
          FailureCode.TOO_LARGE,
          "a window of %d units; the limit is %d".formatted(range.length(), limits.windowUnits()));
    }
    if (command.ids().size() > limits.windowAnnotations()) {
      throw new Refusal(
          FailureCode.TOO_MANY,
          "%d annotations asked for; the limit is %d"
              .formatted(command.ids().size(), limits.windowAnnotations()));
    }
  }
}
