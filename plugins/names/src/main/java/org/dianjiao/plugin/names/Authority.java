package org.dianjiao.plugin.names;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The entries, by the forms in which they are written and by what a person may type. */
final class Authority {

  private final Fold fold;
  private final List<Entry> entries;
  private final Map<String, List<Entry>> byForm = new HashMap<>();
  private final Map<URI, Entry> byId = new HashMap<>();
  private final Map<Character, TreeSet<Integer>> lengths = new HashMap<>();

  Authority(Fold fold, List<Entry> entries) {
    this.fold = fold;
    this.entries = List.copyOf(entries);
    for (Entry entry : entries) {
      byId.putIfAbsent(entry.id(), entry);
      entry.forms().stream().map(fold::of).distinct().forEach(form -> add(form, entry));
    }
  }

  private void add(String form, Entry entry) {
    byForm.computeIfAbsent(form, key -> new ArrayList<>()).add(entry);
    lengths
        .computeIfAbsent(form.charAt(0), key -> new TreeSet<>(Comparator.reverseOrder()))
        .add(form.length());
  }

  /** The forms that start at a place of a folded text, longest first. */
  List<String> formsAt(String text, int start) {
    List<String> forms = new ArrayList<>();
    for (int length : lengths.getOrDefault(text.charAt(start), new TreeSet<>())) {
      if (start + length <= text.length()) {
        String form = text.substring(start, start + length);
        if (byForm.containsKey(form)) {
          forms.add(form);
        }
      }
    }
    return forms;
  }

  /** The entries that are written so, in the order of the file. */
  List<Entry> entries(String form) {
    return byForm.getOrDefault(form, List.of());
  }

  /** The entry with an id. */
  Optional<Entry> entry(URI id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Entries for a search by hand: those written exactly so, then those whose form starts so, then
   * those that contain it, last those whose Latin name does.
   */
  List<Entry> search(String query, String type, int limit) {
    String wanted = fold.of(query.strip());
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Entry> found = new ArrayList<>(entries);
    found.removeIf(entry -> !type.isEmpty() && !entry.type().equals(type));
    Map<Entry, Integer> distance = new HashMap<>();
    found.forEach(entry -> distance.put(entry, distance(entry, wanted)));
    found.removeIf(entry -> distance.get(entry) == Integer.MAX_VALUE);
    found.sort(Comparator.comparing(distance::get));
    return found.subList(0, Math.min(Math.max(limit, 0), found.size()));
  }

  /** Lower is better: first the kind of likeness, then how much longer the form is. */
  private int distance(Entry entry, String wanted) {
    int best = Integer.MAX_VALUE;
    for (String written : entry.forms()) {
      String form = fold.of(written);
      int at = form.indexOf(wanted);
      if (at >= 0) {
        best = Math.min(best, (at == 0 ? 0 : 1_000) + form.length() - wanted.length());
      }
    }
    boolean inLatin =
        entry.latin().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    return best == Integer.MAX_VALUE && inLatin ? 2_000 : best;
  }
}
