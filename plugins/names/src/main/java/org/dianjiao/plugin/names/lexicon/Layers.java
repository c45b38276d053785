package org.dianjiao.plugin.names.lexicon;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.EntityFile;

/**
 * The authority files that a text goes by.
 *
 * @param lexicons of each file, the nearest first
 * @param file all of them, the nearest over the others: says what is hidden and what was merged
 */
public record Layers(List<Lexicon> lexicons, EntityFile file) {

  /** Copies the list. */
  public Layers {
    lexicons = List.copyOf(lexicons);
  }

  /**
   * Whom a form of one of the files means now: nobody that is hidden, and who stands for others.
   */
  public List<Meaning> visible(Lexicon lexicon, int form) {
    List<Meaning> meanings = lexicon.meanings(form);
    Set<Meaning> now = null;
    for (Meaning meaning : meanings) {
      Optional<Entity> entity = file.entity(meaning.entity().id());
      if (entity.isEmpty() || !entity.get().equals(meaning.entity())) {
        now = now == null ? new LinkedHashSet<>(meanings) : now;
        now.remove(meaning);
        if (entity.isPresent()
            && !file.follow(meaning.entity().id()).equals(meaning.entity().id())) {
          now.add(new Meaning(entity.get(), meaning.kind()));
        }
      }
    }
    return now == null ? meanings : new ArrayList<>(now);
  }

  /**
   * These files with further forms of their entities.
   *
   * @param forms folded, with the ids of the entities that they were given to
   */
  public Layers with(Map<String, Set<String>> forms) {
    Map<String, List<Entity>> meant = new HashMap<>();
    forms.forEach(
        (form, ids) ->
            meant.put(
                form,
                ids.stream()
                    .map(URI::create)
                    .map(file::entity)
                    .flatMap(Optional::stream)
                    .toList()));
    List<Lexicon> more = new ArrayList<>(lexicons);
    more.add(new Lexicon(meant));
    return new Layers(more, file);
  }

  /** The entity that an id means now. */
  public Optional<Entity> entity(URI id) {
    return file.entity(id);
  }
}
