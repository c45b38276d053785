package org.dianjiao.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dianjiao.characters.Relation;
import org.dianjiao.characters.Variants;

/**
 * The relatives that the sources name. Loans (通假) and numerals are other words, not other forms,
 * and do not count; neither do pairs that only look alike. The tables are read at the first
 * question, not when a server starts.
 */
public final class SourceRelatives implements Relatives {

  private record Key(int codePoint, Bond bond) {}

  /**
   * Simplified and traditional forms come first: where both switches are on, that is the reason.
   */
  @Override
  public List<Relative> of(int codePoint) {
    Variants variants = Variants.load();
    Map<Key, List<Relation>> found = new LinkedHashMap<>();
    for (Relation relation : variants.of(codePoint)) {
      int other = relation.other(codePoint);
      if (counts(relation) && !variants.notCognate(codePoint, other)) {
        found
            .computeIfAbsent(new Key(other, bond(relation)), key -> new ArrayList<>())
            .add(relation);
      }
    }
    return found.entrySet().stream()
        .map(one -> relative(one.getKey(), one.getValue()))
        .sorted(Comparator.comparing(Relative::bond).reversed())
        .toList();
  }

  private static boolean counts(Relation relation) {
    return relation.kind() != Relation.Kind.BORROWED && relation.kind() != Relation.Kind.NUMERIC;
  }

  private static Bond bond(Relation relation) {
    return switch (relation.kind()) {
      case SIMPLIFIED, TRADITIONAL -> Bond.SIMPLIFIED;
      default -> Bond.VARIANT;
    };
  }

  private static Relative relative(Key key, List<Relation> relations) {
    String words = relations.get(0).kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    List<String> sources =
        relations.stream().flatMap(one -> one.sources().stream()).distinct().toList();
    return new Relative(key.codePoint(), key.bond(), words, sources);
  }
}
