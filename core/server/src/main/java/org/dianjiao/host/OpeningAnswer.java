package org.dianjiao.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.bus.DocumentCommand.OpenDocument;
import org.dianjiao.bus.DocumentCommand.Position;
import org.dianjiao.bus.DocumentReply.Content;
import org.dianjiao.bus.DocumentReply.DocumentOpened;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.suggestion.Suggestion;

/** What an owner shows to somebody who opens the document: all of it, or what they do not have. */
record OpeningAnswer(
    Opening opening,
    Members members,
    Ledger ledger,
    Analyses analyses,
    Audience audience,
    Page page) {

  DocumentOpened to(OpenDocument command, long sequence) {
    Document durable = ledger.durable();
    Optional<Position> since = command.since().filter(this::canFollow);
    return new DocumentOpened(
        command.document(),
        opening.row().title(),
        members.project(),
        members.role(command.account()),
        opening.head().timeline(),
        opening.head().epoch(),
        durable.revision(),
        sequence,
        since.isPresent() ? Optional.empty() : Optional.of(content(durable)),
        since.map(this::changes).orElse(List.of()),
        suggestions(durable),
        analyses.followed(),
        members.people(),
        members.review().approvals(),
        audience.present());
  }

  /** Revisions never change, whatever the epoch; only their number has to be one that we know. */
  private boolean canFollow(Position position) {
    long revision = position.revision();
    return position.epoch() <= opening.head().epoch()
        && revision >= ledger.firstRecent() - 1
        && revision <= ledger.durable().revision();
  }

  private List<Change> changes(Position position) {
    return page.of(ledger.logged(position.revision(), ledger.durable().revision()));
  }

  private static Content content(Document durable) {
    return new Content(
        durable.text().toString(),
        durable.annotationCount(),
        durable.orphanCount(),
        durable.threads());
  }

  private List<Suggestion> suggestions(Document durable) {
    List<Suggestion> all = new ArrayList<>(analyses.suggestions().list());
    all.addAll(durable.proposals());
    return all;
  }
}
