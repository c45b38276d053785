package org.dianjiao.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.api.Replace;
import org.dianjiao.document.Provenance.Imported;
import org.dianjiao.document.Provenance.Origin;
import org.dianjiao.document.Provenance.Written;
import org.dianjiao.document.ProvenanceRuns.Piece;
import org.dianjiao.review.Verdict;

/** Says where the inserts of one change came from. */
final class ProvenanceStep {

  private record Place(int from, int to, String text) {}

  private final Change change;
  private final Origin author;
  private final Map<Place, Origin> accepted = new HashMap<>();
  private final Deque<Piece> restored;

  /**
   * Looks at a change.
   *
   * @param deleted what each earlier revision deleted
   */
  ProvenanceStep(Change change, Map<Long, List<Piece>> deleted) {
    this.change = change;
    boolean imports = change.effects().stream().anyMatch(Effect.Import.class::isInstance);
    this.author = imports ? new Imported(change.author()) : new Written(change.author());
    change.effects().forEach(this::accept);
    this.restored = restored(deleted);
  }

  private void accept(Effect effect) {
    if (effect instanceof Effect.Decide decide
        && decide.verdict().action().orElse(null) instanceof Replace replace) {
      Verdict verdict = decide.verdict();
      Place place =
          new Place(verdict.suggestion().start(), verdict.suggestion().end(), replace.text());
      accepted.put(place, Provenance.origin(verdict, change.author()));
    }
  }

  /**
   * What a revert brings back: all its inserts together are the text that was deleted, in order,
   * because mapping a change moves an insert but never drops one.
   */
  private Deque<Piece> restored(Map<Long, List<Piece>> deleted) {
    int[] inserted = {0};
    change.changes().forEachChange((fromA, toA, fromB, toB, text) -> inserted[0] += text.length());
    return change.effects().stream()
        .filter(Effect.Revert.class::isInstance)
        .map(effect -> deleted.getOrDefault(((Effect.Revert) effect).revision(), List.of()))
        .filter(pieces -> pieces.stream().mapToInt(Piece::length).sum() == inserted[0])
        .findFirst()
        .map(ArrayDeque::new)
        .orElseGet(ArrayDeque::new);
  }

  /** Applies the change; returns what it deleted, in order. */
  List<Piece> apply(ProvenanceRuns runs) {
    List<Piece> gone = new ArrayList<>();
    change
        .changes()
        .forEachChange(
            (fromA, toA, fromB, toB, text) ->
                gone.addAll(runs.replace(fromB, fromB + (toA - fromA), pieces(fromA, toA, text))),
            true);
    return gone;
  }

  private List<Piece> pieces(int from, int to, String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    if (restored.isEmpty()) {
      Origin origin = accepted.getOrDefault(new Place(from, to, text), author);
      return List.of(new Piece(text.length(), origin));
    }
    List<Piece> back = new ArrayList<>();
    int missing = text.length();
    while (missing > 0) {
      Piece next = restored.remove();
      int taken = Math.min(missing, next.length());
      back.add(new Piece(taken, next.origin()));
      if (taken < next.length()) {
        restored.addFirst(new Piece(next.length() - taken, next.origin()));
      }
      missing -= taken;
    }
    return back;
  }
}
