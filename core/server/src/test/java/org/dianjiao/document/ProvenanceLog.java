package org.dianjiao.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Action;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;

/** A log as people write it, with the document and the provenance that come of it. */
public final class ProvenanceLog {

  /** When the log begins; a change is a second later than the one before it. */
  public static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  private final Provenance provenance = new Provenance();
  private final List<Document> states = new ArrayList<>(List.of(Document.empty()));
  private final List<Change> log = new ArrayList<>();

  /** The newest state. */
  public Document now() {
    return states.get(states.size() - 1);
  }

  /** The provenance at the newest state. */
  public Provenance provenance() {
    return provenance;
  }

  /** All changes. */
  public List<Change> changes() {
    return log;
  }

  /** Makes a change. */
  public void change(String author, ChangeSet changes, Effect... effects) {
    long revision = log.size() + 1L;
    Change change =
        new Change(
            revision,
            author,
            "client-of-" + author,
            revision,
            changes,
            List.of(effects),
            START.plusSeconds(revision));
    states.add(now().apply(change));
    log.add(change);
    provenance.add(change);
  }

  /** Puts a text in the place of a range. */
  public void edit(String author, int from, int to, String insert, Effect... effects) {
    change(author, ChangeSet.replace(now().text().length(), from, to, insert), effects);
  }

  /** Brings a text in. */
  public void importText(String author, String text) {
    edit(author, 0, 0, text, Effect.Import.plain("title"));
  }

  /** Annotates a range. */
  public void annotate(String author, String id, int start, int end, Body body) {
    edit(author, 0, 0, "", new Effect.AddAnnotation(id, start, end, false, body));
  }

  /** A suggestion with one candidate. */
  public static Suggestion suggestion(int start, int end, Maker maker, Action action) {
    return new Suggestion(
        "suggestion-%d-%d-000000".formatted(start, end),
        start,
        end,
        false,
        maker,
        "mark",
        "",
        List.of(new Candidate(action, 0.9, "x")),
        "because",
        List.of(),
        "print-%d-%d".formatted(start, end));
  }

  /** Decides on suggestions, all in one change. */
  public void decide(
      String reviewer, Outcome outcome, Optional<Action> correction, Suggestion... suggestions) {
    Decisions decisions = new Decisions(now(), reviewer);
    for (Suggestion suggestion : suggestions) {
      int candidate = outcome == Outcome.ACCEPTED ? 0 : -1;
      decisions.decide(seen(suggestion), outcome, candidate, correction);
    }
    apply(reviewer, decisions.update());
  }

  /** A suggestion on the text where it lies now. */
  private Suggestion seen(Suggestion suggestion) {
    return new Suggestion(
        suggestion.id(),
        suggestion.start(),
        suggestion.end(),
        suggestion.orphaned(),
        suggestion.maker(),
        suggestion.category(),
        now().text().slice(suggestion.start(), suggestion.end()),
        suggestion.candidates(),
        suggestion.explanation(),
        suggestion.evidence(),
        suggestion.fingerprint());
  }

  /** Accepts suggestions, all in one change. */
  public void accept(String reviewer, Suggestion... suggestions) {
    decide(reviewer, Outcome.ACCEPTED, Optional.empty(), suggestions);
  }

  /** Undoes an earlier change. */
  public void revert(String reviewer, int revision) {
    Chronicle chronicle = new Chronicle();
    log.forEach(chronicle::add);
    apply(reviewer, chronicle.revert(revision, now()).update());
  }

  private void apply(String author, Update update) {
    change(author, update.changes(), update.effects().toArray(new Effect[0]));
  }
}
