package org.dianjiao.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Maker;

/**
 * Where each unit of a text and each annotation came from: the imported source, a person, or a
 * suggestion that a person accepted. Also who worked on the document, and when.
 *
 * <p>Built by adding every change of a log from the first on; used by one thread. A change costs
 * O(log n) for each of its edits, n being the number of strands of text, and what it deleted stays
 * in memory: when the deletion is undone, the text comes back with its origins.
 */
public final class Provenance {

  /** Where something came from. */
  public sealed interface Origin {

    /**
     * The account that answers for it: who imported, wrote or accepted it.
     *
     * @return account id
     */
    String account();
  }

  /** It was there when the text was brought in. */
  public record Imported(String account) implements Origin {

    /** Requires an account. */
    public Imported {
      Objects.requireNonNull(account, "account");
    }
  }

  /** A person typed it, or put it in place of what was suggested. */
  public record Written(String account) implements Origin {

    /** Requires an account. */
    public Written {
      Objects.requireNonNull(account, "account");
    }
  }

  /**
   * A suggestion, taken as it was.
   *
   * @param maker who or what suggested it
   * @param account who accepted it
   */
  public record Suggested(Maker maker, String account) implements Origin {

    /** Requires both. */
    public Suggested {
      Objects.requireNonNull(maker, "maker");
      Objects.requireNonNull(account, "account");
    }
  }

  /** A range of text with one origin. */
  public record Run(int start, int end, Origin origin) {}

  /**
   * What somebody did, all in all.
   *
   * @param changes how many changes of the log are theirs
   * @param first when the first of them was accepted
   * @param last when the last was
   */
  public record Share(int changes, Instant first, Instant last) {

    private Share plus(Instant at) {
      return new Share(changes + 1, first, at);
    }
  }

  private final Weave weave = new Weave();
  private final Map<String, Origin> annotations = new HashMap<>();
  private final Map<String, Origin> removed = new HashMap<>();
  private final Map<String, Instant> approvals = new HashMap<>();
  private final Map<String, Share> shares = new LinkedHashMap<>();
  private long revision;

  /** The revision that this provenance stands at; 0 before the first change. */
  public long revision() {
    return revision;
  }

  /** Units of the text at this revision. */
  public int length() {
    return weave.length();
  }

  /**
   * Adds the next change.
   *
   * @throws IllegalStateException when it is not the next one
   * @throws IllegalArgumentException when it does not fit the text
   */
  public void add(Change change) {
    if (change.revision() != revision + 1) {
      throw new IllegalStateException(
          "provenance is at revision " + revision + "; change leads to " + change.revision());
    }
    if (change.changes().length() != length()) {
      throw new IllegalArgumentException(
          "revision %d changes a text of %d units, but there are %d"
              .formatted(change.revision(), change.changes().length(), length()));
    }
    weave.add(change);
    Map<String, Origin> accepted = accepted(change);
    Origin own = WeaveStep.author(change).origin();
    change.effects().forEach(effect -> add(effect, change, own, accepted));
    shares.merge(
        change.author(),
        new Share(1, change.at(), change.at()),
        (old, one) -> old.plus(change.at()));
    revision = change.revision();
  }

  private void add(Effect effect, Change change, Origin own, Map<String, Origin> accepted) {
    if (effect instanceof Effect.AddAnnotation add) {
      annotations.put(add.id(), accepted.getOrDefault(add.id(), own));
    } else if (effect instanceof Effect.RestoreAnnotation back) {
      annotations.put(back.id(), removed.getOrDefault(back.id(), new Written(back.author())));
    } else if (effect instanceof Effect.EditAnnotation edit) {
      annotations.put(edit.id(), new Written(change.author()));
    } else if (effect instanceof Effect.RemoveAnnotation remove) {
      Optional.ofNullable(annotations.remove(remove.id()))
          .ifPresent(origin -> removed.put(remove.id(), origin));
    } else if (effect instanceof Effect.Approve approve) {
      approvals.put(approve.id(), change.at());
    }
  }

  /** Where what a change took over from suggestions came from, by their ids. */
  static Map<String, Origin> accepted(Change change) {
    Map<String, Origin> accepted = new HashMap<>();
    for (Effect effect : change.effects()) {
      if (effect instanceof Effect.Decide decide) {
        accepted.putIfAbsent(
            decide.verdict().suggestion().id(), origin(decide.verdict(), change.author()));
      }
    }
    return accepted;
  }

  /** Where comes from what a verdict put there. */
  static Origin origin(Verdict verdict, String account) {
    return verdict.outcome() == Outcome.ACCEPTED
        ? new Suggested(verdict.suggestion().maker(), account)
        : new Written(account);
  }

  /** The whole text in runs; two that meet have different origins. */
  public List<Run> runs() {
    List<Run> list = new ArrayList<>();
    weave.forEach(
        strand -> {
          if (strand.life().alive()) {
            extend(list, strand.length(), strand.life().born().origin());
          }
        });
    return list;
  }

  private static void extend(List<Run> list, int units, Origin origin) {
    int last = list.size() - 1;
    int start = list.isEmpty() ? 0 : list.get(last).end();
    if (last >= 0 && list.get(last).origin().equals(origin)) {
      list.set(last, new Run(list.get(last).start(), start + units, origin));
    } else {
      list.add(new Run(start, start + units, origin));
    }
  }

  /** Where an annotation that is there came from; what it says now, when it was edited. */
  public Optional<Origin> annotation(String id) {
    return Optional.ofNullable(annotations.get(id));
  }

  /** When an approval was given. */
  public Optional<Instant> approved(String approval) {
    return Optional.ofNullable(approvals.get(approval));
  }

  /** Everybody who made a change, in the order of their first ones. */
  public Map<String, Share> shares() {
    return new LinkedHashMap<>(shares);
  }
}
