package org.dianjiao.suggestion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.annotation.Anchors;
import org.dianjiao.api.Action;
import org.dianjiao.api.TextRange;
import org.dianjiao.text.ChangeSet;

/**
 * What plugins offer for a document at one revision. Immutable. Derived: it can always be computed
 * again, and is never logged.
 */
public final class Suggestions {

  /** Nothing offered. */
  public static final Suggestions NONE = new Suggestions(Anchors.empty(), Set.of());

  private final Anchors<Suggestion> all;

  /** Ids of those that somebody asked for by hand: another look of their plugin leaves them. */
  private final Set<String> asked;

  private Suggestions(Anchors<Suggestion> all, Set<String> asked) {
    this.all = all;
    this.asked = Set.copyOf(asked);
  }

  /** These suggestions. */
  public static Suggestions of(List<Suggestion> suggestions) {
    Anchors<Suggestion> all = Anchors.empty();
    for (Suggestion suggestion : suggestions) {
      all = all.put(suggestion.id(), suggestion.anchor(), suggestion);
    }
    return new Suggestions(all, Set.of());
  }

  /** The same, of which some were asked for by hand. */
  public Suggestions askedFor(Collection<String> ids) {
    Set<String> more = new HashSet<>(asked);
    ids.stream().filter(id -> all.get(id).isPresent()).forEach(more::add);
    return new Suggestions(all, more);
  }

  /** Ids of those of a plugin that were asked for by hand. */
  public List<String> askedFor(String plugin) {
    return of(plugin).stream().filter(asked::contains).toList();
  }

  /** Whether somebody asked for this one by hand. */
  public boolean isAsked(String id) {
    return asked.contains(id);
  }

  /** These and others. */
  public Suggestions with(Suggestions others) {
    Anchors<Suggestion> both = all;
    for (Suggestion suggestion : others.list()) {
      both = both.put(suggestion.id(), suggestion.anchor(), suggestion);
    }
    return new Suggestions(both, asked).askedFor(others.asked);
  }

  /** Everything offered, in the order of the places. */
  public List<Suggestion> list() {
    return all.stream().map(entry -> entry.value().at(entry.anchor())).toList();
  }

  /** How many there are. */
  public int size() {
    return all.size();
  }

  /** One of them. */
  public Optional<Suggestion> get(String id) {
    return all.get(id).map(entry -> entry.value().at(entry.anchor()));
  }

  /** What is left of them, and what went. */
  public record Mapped(Suggestions left, List<Suggestion> dropped) {}

  /** What is left after other suggestions took the place of some. */
  public record Replaced(Suggestions all, List<String> removed, List<Suggestion> added) {}

  /**
   * Moves them through a change. One whose range is changed inside, or at whose place something is
   * inserted or deleted, does not fit any more and is dropped.
   */
  public Mapped map(ChangeSet changes) {
    if (changes.isEmpty()) {
      return new Mapped(this, List.of());
    }
    Set<String> touched = new LinkedHashSet<>();
    List<Suggestion> dropped = new ArrayList<>();
    changes.forEachChange(
        (fromA, toA, fromB, toB, inserted) -> {
          for (Anchors.Entry<Suggestion> entry : all.in(fromA, toA)) {
            int start = entry.anchor().start();
            int end = entry.anchor().end();
            boolean hit = start == end || (fromA < end && toA > start);
            if (hit && touched.add(entry.value().id())) {
              dropped.add(entry.value().at(entry.anchor()));
            }
          }
        });
    Anchors<Suggestion> left = all.without(touched);
    return new Mapped(new Suggestions(left.map(changes).anchors(), withoutThese(touched)), dropped);
  }

  /** Without these. */
  public Suggestions without(Collection<String> ids) {
    Set<String> gone = Set.copyOf(ids);
    return new Suggestions(all.without(gone), withoutThese(gone));
  }

  private Set<String> withoutThese(Set<String> gone) {
    if (asked.isEmpty() || gone.isEmpty()) {
      return asked;
    }
    Set<String> left = new HashSet<>(asked);
    left.removeAll(gone);
    return left;
  }

  /** All of one plugin. */
  public List<String> of(String plugin) {
    return all.stream()
        .filter(entry -> isBy(entry.value(), plugin))
        .map(entry -> entry.value().id())
        .toList();
  }

  /** Whether one plugin has more than so many; they are counted only when all have more. */
  public boolean exceeds(String plugin, int most) {
    return all.size() > most && of(plugin).size() > most;
  }

  /**
   * Puts what a plugin says now about a covered range in place of what it said before. One that is
   * the same again at the same place keeps its id, so that nobody sees it flicker. What somebody
   * asked for by hand stays.
   */
  public Replaced replace(String plugin, TextRange covered, List<Suggestion> fresh) {
    Map<String, Suggestion> old = new HashMap<>();
    Set<Offer> byHand = new HashSet<>();
    for (Anchors.Entry<Suggestion> entry : all.in(covered.start(), covered.end())) {
      Suggestion suggestion = entry.value().at(entry.anchor());
      TextRange range = new TextRange(suggestion.start(), suggestion.end());
      if (isBy(suggestion, plugin) && covered.contains(range)) {
        if (asked.contains(suggestion.id())) {
          byHand.add(Offer.of(suggestion));
        } else {
          old.put(identity(suggestion), suggestion);
        }
      }
    }
    Anchors<Suggestion> next = all;
    List<Suggestion> added = new ArrayList<>();
    for (Suggestion suggestion : fresh) {
      if (byHand.contains(Offer.of(suggestion))) {
        continue;
      }
      Suggestion same = old.remove(identity(suggestion));
      if (same == null || !saysTheSame(same, suggestion)) {
        if (same != null) {
          old.put(identity(same), same);
        }
        next = next.put(suggestion.id(), suggestion.anchor(), suggestion);
        added.add(suggestion);
      }
    }
    List<String> removed = old.values().stream().map(Suggestion::id).toList();
    return new Replaced(new Suggestions(next, asked).without(removed), removed, added);
  }

  /**
   * Offers what somebody asked a plugin for by hand, beside what it offers already. What offers the
   * same at the same place gives way, or counts as asked for from now on when nothing about it is
   * new.
   */
  public Replaced asked(String plugin, List<Suggestion> fresh) {
    Anchors<Suggestion> next = all;
    Set<String> now = new HashSet<>(asked);
    List<String> removed = new ArrayList<>();
    List<Suggestion> added = new ArrayList<>();
    for (Suggestion suggestion : fresh) {
      Optional<Suggestion> same = same(plugin, suggestion);
      if (same.isPresent()
          && identity(same.get()).equals(identity(suggestion))
          && saysTheSame(same.get(), suggestion)) {
        now.add(same.get().id());
      } else {
        same.ifPresent(old -> removed.add(old.id()));
        now.add(suggestion.id());
        next = next.put(suggestion.id(), suggestion.anchor(), suggestion);
        added.add(suggestion);
      }
    }
    return new Replaced(new Suggestions(next, now).without(removed), removed, added);
  }

  private Optional<Suggestion> same(String plugin, Suggestion suggestion) {
    return all.in(suggestion.start(), suggestion.end()).stream()
        .map(entry -> entry.value().at(entry.anchor()))
        .filter(other -> isBy(other, plugin) && Offer.of(other).equals(Offer.of(suggestion)))
        .findFirst();
  }

  /** What is offered where: the same also when the text around it is another by now. */
  private record Offer(int start, int end, String category, Action best) {

    static Offer of(Suggestion suggestion) {
      return new Offer(
          suggestion.start(),
          suggestion.end(),
          suggestion.category(),
          suggestion.candidates().get(0).action());
    }
  }

  /**
   * Offers suggestions again whose decisions were taken back, under their ids. What says the same
   * at the same place meanwhile gives way to them.
   */
  public Mapped reopened(List<Suggestion> again) {
    Anchors<Suggestion> next = all;
    Map<String, Suggestion> dropped = new LinkedHashMap<>();
    for (Suggestion suggestion : again) {
      for (Anchors.Entry<Suggestion> entry : all.in(suggestion.start(), suggestion.end())) {
        Suggestion other = entry.value().at(entry.anchor());
        if (identity(other).equals(identity(suggestion)) && !other.id().equals(suggestion.id())) {
          dropped.put(other.id(), other);
        }
      }
      next = next.put(suggestion.id(), suggestion.anchor(), suggestion);
    }
    Anchors<Suggestion> left = next.without(dropped.keySet());
    return new Mapped(
        new Suggestions(left, withoutThese(dropped.keySet())), List.copyOf(dropped.values()));
  }

  /** Whether it is the same to who decides: what is offered, how sure, and by which version. */
  private static boolean saysTheSame(Suggestion one, Suggestion other) {
    return one.candidates().equals(other.candidates()) && one.maker().equals(other.maker());
  }

  private static boolean isBy(Suggestion suggestion, String plugin) {
    return suggestion.maker() instanceof Maker.ByPlugin by && by.plugin().equals(plugin);
  }

  private static String identity(Suggestion suggestion) {
    return suggestion.start() + " " + suggestion.end() + " " + suggestion.fingerprint();
  }
}
