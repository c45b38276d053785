package org.dianjiao.host;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.offer.Kept;
import org.dianjiao.offer.Resumed;

/**
 * Which pages are to be written of what plugins offer in one document: only what came and went
 * since the pages before. Now and then a plugin's pages begin anew, so that what is on them stays
 * in proportion to what is offered, and is not far behind.
 */
final class OfferPages {

  /** Pages that are so many changes behind are written anew, so that opening has few to follow. */
  private static final int MOST_CHANGES = 1_000;

  /** So much more than is offered may be on the pages. */
  private static final int MOST_IDLE = 1_000;

  /** When so much came and went, it is less to write everything. */
  private static final int MOST_WAITING = 100_000;

  private final Source source;
  private final Map<String, Unkept> unkept = new LinkedHashMap<>();
  private final Map<String, Shelf> shelves = new HashMap<>();

  /** What is offered now. */
  interface Source {

    /** What is to be kept of a plugin; empty when it offers nothing any more. */
    Optional<Kept> page(String plugin, Unkept unkept);

    /** The revision at which the places count. */
    long revision();

    /** Suggestions of all plugins. */
    int offered();
  }

  /**
   * What the pages of a plugin hold.
   *
   * @param first revision of the oldest
   * @param written suggestions on all of them, and at least one for each page
   */
  private record Shelf(long first, int written) {

    static Shelf of(Kept page) {
      return new Shelf(page.revision(), page.weight());
    }

    Shelf and(Shelf more) {
      return new Shelf(first, written + more.written);
    }
  }

  /**
   * What is to be written together.
   *
   * @param plugins of which something came or went
   * @param anew those of which what was written before is to be forgotten
   * @param pages one for each plugin that offers something
   */
  record Batch(List<String> plugins, List<String> anew, List<Kept> pages) {

    boolean isEmpty() {
      return plugins.isEmpty();
    }

    /** Those of which nothing is to be kept any more. */
    List<String> goneAltogether() {
      Set<String> kept = pages.stream().map(page -> page.plugin().id()).collect(toSet());
      return anew.stream().filter(plugin -> !kept.contains(plugin)).toList();
    }
  }

  OfferPages(Source source) {
    this.source = source;
  }

  /** Goes on with pages that are there. */
  void resume(Resumed before) {
    shelves.put(before.last().plugin().id(), new Shelf(before.first(), before.written()));
  }

  /**
   * Suggestions of a plugin went or came, or it has looked further. What may be written already and
   * is otherwise now is among both.
   */
  void changed(String plugin, Collection<String> gone, Collection<String> come) {
    Unkept changes = unkept.computeIfAbsent(plugin, id -> new Unkept());
    changes.went(gone);
    changes.came(come);
    if (changes.size() > MOST_WAITING) {
      changes.begin();
    }
  }

  /** What was written of a plugin before does not count any more, or may not have been written. */
  void begin(String plugin) {
    unkept.computeIfAbsent(plugin, id -> new Unkept()).begin();
  }

  /** What is to be written now; from now on it counts as written. */
  Batch take() {
    List<String> anew = new ArrayList<>();
    List<Kept> pages = new ArrayList<>();
    unkept.forEach(
        (plugin, changes) -> {
          if (isAnewDue(plugin)) {
            changes.begin();
          }
          Optional<Kept> page = source.page(plugin, changes);
          if (changes.isAnew() || page.isEmpty()) {
            anew.add(plugin);
            shelves.remove(plugin);
          }
          page.ifPresent(one -> shelves.merge(plugin, Shelf.of(one), Shelf::and));
          page.ifPresent(pages::add);
        });
    Batch batch = new Batch(List.copyOf(unkept.keySet()), anew, pages);
    unkept.clear();
    return batch;
  }

  private boolean isAnewDue(String plugin) {
    Shelf shelf = shelves.get(plugin);
    return shelf == null
        || source.revision() - shelf.first() > MOST_CHANGES
        || shelf.written() > 2L * source.offered() + MOST_IDLE;
  }
}
