package org.dianjiao.mention;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often an entity is mentioned.
 *
 * @param mentions in all documents
 * @param documents in which it is mentioned
 * @param surfaces the forms in which it is written, with how often, the most frequent first
 * @param years in which the passages are that mention it, with how often; a passage without a date
 *     is in none
 */
public record Mentioned(
    URI entity,
    String label,
    String type,
    int mentions,
    int documents,
    Map<String, Integer> surfaces,
    SortedMap<Integer, Integer> years) {

  private static final Comparator<Mentioned> MOST_FIRST =
      Comparator.<Mentioned>comparingInt(one -> -one.mentions)
          .thenComparing(one -> one.entity.toString());

  /** Counts; the entity that is mentioned most stands first. */
  public static List<Mentioned> of(Collection<Mention> mentions) {
    Map<URI, List<Mention>> byEntity = new LinkedHashMap<>();
    mentions.forEach(
        one -> byEntity.computeIfAbsent(one.entity(), id -> new ArrayList<>()).add(one));
    return byEntity.values().stream().map(Mentioned::counted).sorted(MOST_FIRST).toList();
  }

  private static Mentioned counted(List<Mention> mentions) {
    Mention first = mentions.get(0);
    Map<String, Integer> surfaces = new TreeMap<>();
    SortedMap<Integer, Integer> years = new TreeMap<>();
    Set<String> documents = new HashSet<>();
    for (Mention one : mentions) {
      surfaces.merge(one.surface(), 1, Integer::sum);
      documents.add(one.document());
      Optional<Integer> year = one.date().map(Dated::year);
      year.ifPresent(known -> years.merge(known, 1, Integer::sum));
    }
    Map<String, Integer> ordered = new LinkedHashMap<>();
    surfaces.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return new Mentioned(
        first.entity(),
        first.label(),
        first.type(),
        mentions.size(),
        documents.size(),
        ordered,
        years);
  }
}
