package org.dianjiao.authority;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong between the entries of a file, each of which is right in itself: relations that
 * lead nowhere or to something of the wrong type, parents younger than their children, redirects in
 * a circle, entities that nothing tells apart.
 */
public final class FileCheck {

  private static final Map<String, Set<String>> TARGETS =
      Map.of(
          "holder-of", Set.of("office"),
          "child-of", Set.of("person"),
          "author-of", Set.of("work"),
          "lived-in", Set.of("place", "polity"),
          "part-of", Set.of("place", "polity", "organization", "office", "work", "people", "era"));

  private final EntityFile file;
  private final List<Finding> findings = new ArrayList<>();

  /** Something wrong with an entry. */
  public record Finding(URI id, String message) {

    @Override
    public String toString() {
      return id + ": " + message;
    }
  }

  private FileCheck(EntityFile file) {
    this.file = file;
  }

  /** What is wrong, in the order of the entries. */
  public static List<Finding> of(Collection<? extends Entry> entries) {
    FileCheck check = new FileCheck(EntityFile.of(entries));
    entries.forEach(check::entry);
    check.apart(entries);
    return List.copyOf(check.findings);
  }

  private void entry(Entry entry) {
    if (entry instanceof Entity entity) {
      entity.relations().forEach(relation -> relation(entity, relation));
    } else if (file.entity(entry.id()).isEmpty()) {
      findings.add(new Finding(entry.id(), "the redirect leads to no entity"));
    }
  }

  private void relation(Entity entity, Relation relation) {
    Optional<Entity> found = file.entity(relation.target());
    String what = relation.kind() + " " + relation.target();
    if (found.isEmpty()) {
      find(entity, what + ": there is no such entity");
      return;
    }
    Entity target = found.get();
    if (target.id().equals(entity.id())) {
      find(entity, what + ": that is itself");
    }
    Set<String> types = TARGETS.getOrDefault(relation.kind(), Entity.TYPES);
    if (!types.contains(target.type())) {
      find(entity, "%s: that is of type %s".formatted(what, target.type()));
    }
    String born = entity.period().from();
    String parentBorn = target.period().from();
    if (relation.kind().equals("child-of")
        && !born.isEmpty()
        && !parentBorn.isEmpty()
        && born.compareTo(parentBorn) <= 0) {
      find(entity, "%s: born %s, the parent %s".formatted(what, born, parentBorn));
    }
  }

  private void find(Entity entity, String message) {
    findings.add(new Finding(entity.id(), message));
  }

  private void apart(Collection<? extends Entry> entries) {
    Map<String, Entity> first = new HashMap<>();
    for (Entry entry : entries) {
      if (entry instanceof Entity entity && isBare(entity)) {
        Entity same = first.putIfAbsent(entity.type() + " " + entity.label(), entity);
        if (same != null) {
          find(
              entity,
              "nothing tells it from %s: both are %s, a %s without time, place, note or identifier"
                  .formatted(same.id(), entity.label(), entity.type()));
        }
      }
    }
  }

  private static boolean isBare(Entity entity) {
    return entity.period().isUnknown()
        && entity.point().isEmpty()
        && entity.notes().isEmpty()
        && entity.external().isEmpty()
        && entity.relations().isEmpty();
  }
}
