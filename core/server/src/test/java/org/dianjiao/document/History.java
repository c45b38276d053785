package org.dianjiao.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.api.Action;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;

/** A log that grows by what people do, for tests of the rules of documents. */
final class History {

  static final Body PERSON = new Body.Tag("person");
  static final Body PLACE = new Body.Tag("place");

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  final List<Change> changes = new ArrayList<>();
  private final List<Document> states = new ArrayList<>(List.of(Document.empty()));

  History(String text) {
    edit("importer", ChangeSet.replace(0, 0, 0, text), Effect.Import.plain("Text"));
  }

  /** An id of the form that clients make. */
  static String id(String name) {
    return (name + "-0123456789abcdef").substring(0, Math.max(16, name.length()));
  }

  Document now() {
    return states.get(states.size() - 1);
  }

  /** The state before a revision. */
  Document before(long revision) {
    return states.get((int) revision - 1);
  }

  Change change(long revision) {
    return changes.get((int) revision - 1);
  }

  /** All that happened. */
  Chronicle chronicle() {
    Chronicle chronicle = new Chronicle();
    changes.forEach(chronicle::add);
    return chronicle;
  }

  /** What happened from a revision on. */
  Chronicle chronicleSince(long revision) {
    Chronicle since = Chronicle.since(before(revision));
    changes.subList((int) revision - 1, changes.size()).forEach(since::add);
    return since;
  }

  History edit(String author, ChangeSet edit, Effect... effects) {
    long revision = changes.size() + 1L;
    Change change =
        new Change(revision, author, "client-of-" + author, revision, edit, List.of(effects), NOON);
    states.add(now().apply(change));
    changes.add(change);
    return this;
  }

  History update(String author, Update update) {
    return edit(author, update.changes(), update.effects().toArray(Effect[]::new));
  }

  History replace(String author, int from, int to, String insert, Effect... effects) {
    return edit(author, ChangeSet.replace(now().text().length(), from, to, insert), effects);
  }

  /** Effects without an edit. */
  History mark(String author, Effect... effects) {
    return edit(author, ChangeSet.empty(now().text().length()), effects);
  }

  History annotate(String author, String name, int start, int end) {
    return mark(author, new Effect.AddAnnotation(id(name), start, end, false, PERSON));
  }

  History propose(String author, String name, int start, int end, Action action) {
    Candidate candidate = new Candidate(action, 1, "so");
    return mark(
        author,
        new Effect.Propose(id(name), start, end, false, "proposal", List.of(candidate), "because"));
  }

  History revise(String author, String name, int start, int end, Action action) {
    Candidate candidate = new Candidate(action, 1, "so");
    return mark(
        author,
        new Effect.ReviseProposal(id(name), start, end, false, List.of(candidate), "because"));
  }

  History approve(String author, String name, int start, int end) {
    return mark(author, new Effect.Approve(id(name), start, end, false));
  }

  /** What a plugin offers, placed in the newest text. */
  Suggestion offered(String name, int start, int end, Action... actions) {
    List<Candidate> candidates = new ArrayList<>();
    for (Action action : actions) {
      candidates.add(new Candidate(action, 0.5, "so"));
    }
    Proposal proposal =
        new Proposal("mark", new TextRange(start, end), candidates, "because", List.of());
    return Suggestion.of(
        id(name),
        new Maker.ByPlugin("plugin", "1"),
        proposal,
        now().text().slice(start, end),
        "fingerprint of " + name);
  }
}
