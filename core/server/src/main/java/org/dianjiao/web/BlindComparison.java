package org.dianjiao.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.blind.Agreement;
import org.dianjiao.blind.BlindCopy;
import org.dianjiao.blind.BlindRound;
import org.dianjiao.blind.Collation;
import org.dianjiao.blind.Difference;
import org.dianjiao.blind.Name;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Replay;
import org.dianjiao.storage.Database;
import org.dianjiao.text.ChangeSet;

/**
 * What the copies of rounds hold, read from their logs; the comparisons that were asked for last
 * are kept, because an adjudicator asks for one again and again. Every method blocks. Thread safe.
 */
final class BlindComparison {

  private final Database database;
  private final Map<Key, Compared> kept;

  /**
   * Nothing compared yet.
   *
   * @param most comparisons that are kept
   */
  BlindComparison(Database database, int most) {
    this.database = database;
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Compared> eldest) {
            return size() > most;
          }
        };
  }

  /** What a comparison is of: states of texts that never change. */
  private record Key(String round, List<Long> revisions) {}

  /**
   * What people read, side by side.
   *
   * @param passages as they were given out
   */
  record Compared(String passages, List<Difference> differences, Agreement agreement) {}

  /** Lays the copies side by side as they were when they were done, or as they are. */
  Compared of(BlindRound round) {
    Key key = new Key(round.id(), round.copies().stream().map(this::revision).toList());
    synchronized (kept) {
      Compared known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    Compared compared = compared(round);
    synchronized (kept) {
      kept.put(key, compared);
    }
    return compared;
  }

  private Compared compared(BlindRound round) {
    String base = passages(round);
    return switch (round.task()) {
      case PUNCTUATE -> {
        List<String> texts = texts(round);
        yield new Compared(
            base,
            Collation.ofTexts(
                base, texts.stream().map(text -> Collation.marks(base, text)).toList()),
            Agreement.ofMarks(texts));
      }
      case ANNOTATE -> {
        List<List<Name>> names = round.copies().stream().map(this::names).toList();
        yield new Compared(base, Collation.ofNames(base, names), Agreement.ofNames(base, names));
      }
      case TRANSCRIBE -> {
        List<Difference> differences =
            Collation.ofTexts(
                base,
                round.copies().stream()
                    .map(copy -> Collation.changes(base, changes(copy, base.length())))
                    .toList());
        yield new Compared(
            base, differences, Agreement.ofChanges(round.copies().size(), differences));
      }
    };
  }

  private long revision(BlindCopy copy) {
    return copy.done()
        .orElseGet(() -> database.projects().document(copy.document()).orElseThrow().revision());
  }

  /** What each copy says, as it was when it was done, or as it is. */
  List<String> texts(BlindRound round) {
    return round.copies().stream()
        .map(copy -> state(copy, revision(copy)).text().toString())
        .toList();
  }

  private List<Name> names(BlindCopy copy) {
    return state(copy, revision(copy)).annotations().stream()
        .filter(annotation -> !annotation.anchor().orphaned())
        .map(
            annotation ->
                new Name(annotation.anchor().start(), annotation.anchor().end(), annotation.body()))
        .toList();
  }

  private ChangeSet changes(BlindCopy copy, int length) {
    return composed(copy.document(), 1, revision(copy), length);
  }

  /** What happened to a text between two revisions. */
  ChangeSet composed(String document, long after, long to, int length) {
    ChangeSet all = ChangeSet.empty(length);
    for (Logged logged : new Replay(database, document).changes(after + 1, to)) {
      all = all.compose(logged.change().changes());
    }
    return all;
  }

  /** The lines of the source as they were given out. */
  String passages(BlindRound round) {
    return new Replay(database, round.source())
        .at(round.revision())
        .text()
        .slice(round.start(), round.end());
  }

  private Document state(BlindCopy copy, long revision) {
    return new Replay(database, copy.document()).at(revision);
  }
}
