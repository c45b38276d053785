package org.dianjiao.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;

/**
 * What of the words about passages holds, found the long way: each character that ever was has a
 * number, and a passage is the same as long as its numbers, with those of the line feeds around it,
 * stand in a row and nobody has said anything about it.
 */
final class NaiveReview {

  private static final int EDGE = -1;

  private record Word(boolean approval, String account, List<Integer> passage) {}

  private final List<Integer> cells = new ArrayList<>();
  private final List<Character> units = new ArrayList<>();
  private final Map<String, Word> words = new HashMap<>();
  private final Map<String, Long> lapsed = new TreeMap<>();
  private Set<List<Integer>> touched = new HashSet<>();
  private int next;

  void add(Change change, Document before) {
    Set<List<Integer>> old = new HashSet<>(passages());
    write(change);
    Set<List<Integer>> now = new HashSet<>(passages());
    boolean work = change.effects().stream().noneMatch(Effect.Import.class::isInstance);
    Set<List<Integer>> stillTouched = new HashSet<>();
    for (List<Integer> passage : now) {
      if (touched.contains(passage) || (work && !old.contains(passage))) {
        stillTouched.add(passage);
      }
    }
    touched = stillTouched;
    drop(passage -> !now.contains(passage), change);
    for (Effect effect : change.effects()) {
      effect(effect, change, before);
    }
  }

  private void write(Change change) {
    change
        .changes()
        .forEachChange(
            (fromA, toA, fromB, toB, inserted) -> {
              for (int i = fromA; i < toA; i++) {
                cells.remove(fromB);
                units.remove(fromB);
              }
              for (int i = 0; i < inserted.length(); i++) {
                cells.add(fromB + i, next++);
                units.add(fromB + i, inserted.charAt(i));
              }
            });
  }

  private void effect(Effect effect, Change change, Document before) {
    if (effect instanceof Effect.AddAnnotation add) {
      said(add.anchor(), change);
    } else if (effect instanceof Effect.EditAnnotation edit) {
      said(was(before, edit.id(), change), change);
    } else if (effect instanceof Effect.RemoveAnnotation remove) {
      said(was(before, remove.id(), change), change);
    } else if (effect instanceof Effect.MoveAnnotation move) {
      said(was(before, move.id(), change), change);
      said(move.anchor(), change);
    } else if (effect instanceof Effect.Approve a) {
      words.put(a.id(), new Word(true, change.author(), passage(a.start())));
    } else if (effect instanceof PassageEffect.MarkReady r) {
      words.put(r.id(), new Word(false, change.author(), passage(r.start())));
    } else if (effect instanceof Effect.WithdrawApproval w) {
      words.remove(w.id());
    } else if (effect instanceof PassageEffect.WithdrawReady w) {
      words.remove(w.id());
    }
  }

  private static Anchor was(Document before, String id, Change change) {
    Optional<Annotation> known = before.annotation(id);
    return known.orElseThrow().anchor().map(change.changes());
  }

  private void said(Anchor place, Change change) {
    Set<List<Integer>> said = new HashSet<>();
    int start = 0;
    for (List<Integer> passage : passages()) {
      int end = start + passage.size() - 2;
      if (start <= place.end() && end >= place.start()) {
        said.add(passage);
      }
      start = end + 1;
    }
    touched.addAll(said);
    drop(said::contains, change);
  }

  private void drop(java.util.function.Predicate<List<Integer>> gone, Change change) {
    words.forEach(
        (id, word) -> {
          if (word.approval() && gone.test(word.passage())) {
            lapsed.put(id, change.revision());
          }
        });
    words.values().removeIf(word -> gone.test(word.passage()));
  }

  /** Each line with what stands before and behind it. */
  private List<List<Integer>> passages() {
    List<List<Integer>> passages = new ArrayList<>();
    List<Integer> passage = new ArrayList<>(List.of(EDGE));
    for (int i = 0; i < cells.size(); i++) {
      passage.add(cells.get(i));
      if (units.get(i) == '\n') {
        passages.add(passage);
        passage = new ArrayList<>(List.of(cells.get(i)));
      }
    }
    passage.add(EDGE);
    passages.add(passage);
    return passages;
  }

  private List<Integer> passage(int start) {
    int at = 0;
    for (List<Integer> passage : passages()) {
      if (at == start) {
        return passage;
      }
      at += passage.size() - 1;
    }
    throw new IllegalStateException("no passage begins at " + start);
  }

  /** The approvals that became void, with the revisions that did it. */
  Map<String, Long> lapsed() {
    return lapsed;
  }

  /** The ids of all words that hold. */
  Set<String> holding() {
    return words.keySet();
  }

  /** For each line how far it is, as a word. */
  List<String> stages(int needed) {
    List<String> stages = new ArrayList<>();
    for (List<Integer> passage : passages()) {
      if (passage.size() > 2) {
        Set<String> approvers = new HashSet<>();
        boolean ready = false;
        for (Word word : words.values()) {
          if (word.passage().equals(passage)) {
            ready |= !word.approval();
            if (word.approval()) {
              approvers.add(word.account());
            }
          }
        }
        stages.add(stage(approvers.size(), needed, ready, touched.contains(passage)));
      }
    }
    return stages;
  }

  private static String stage(int approvals, int needed, boolean ready, boolean touched) {
    if (approvals > 0) {
      return approvals < needed ? "PARTLY" : "APPROVED";
    }
    if (ready) {
      return "READY";
    }
    return touched ? "WORK" : "UNTOUCHED";
  }
}
