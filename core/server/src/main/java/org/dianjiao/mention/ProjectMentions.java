package org.dianjiao.mention;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dianjiao.authority.Entity;

/**
 * The mentions of the documents of a project, named as its authority file names them by now.
 *
 * @param documents by id, each with its mentions in the order of their places
 */
public record ProjectMentions(Map<String, List<Mention>> documents) {

  /**
   * The mentions that are looked at.
   *
   * @param documents as they were read, by id
   * @param entry what the authority file has for an id, redirects followed; an entity that it does
   *     not have stays as the annotation says
   */
  public static ProjectMentions of(
      Map<String, DocumentMentions> documents,
      MentionFilter filter,
      Function<URI, Optional<Entity>> entry) {
    Map<URI, Optional<Entity>> known = new HashMap<>();
    Map<String, List<Mention>> taken = new LinkedHashMap<>();
    documents.forEach(
        (id, read) ->
            taken.put(
                id,
                read.mentions().stream()
                    .map(one -> known.computeIfAbsent(one.entity(), entry).map(one::as).orElse(one))
                    .filter(filter::takes)
                    .toList()));
    return new ProjectMentions(taken);
  }

  /** All of them, one document after the other. */
  public Stream<Mention> all() {
    return documents.values().stream().flatMap(List::stream);
  }

  /** How often each entity is mentioned; the most frequent first. */
  public List<Mentioned> entities() {
    return Mentioned.of(all().toList());
  }

  /** Which entities are mentioned near to each other; those that are so most often first. */
  public List<Together> together(int reach) {
    return Together.of(documents.values(), reach);
  }
}
