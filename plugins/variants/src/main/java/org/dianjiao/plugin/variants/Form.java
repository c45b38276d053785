package org.dianjiao.plugin.variants;

import java.util.Set;
import java.util.TreeSet;
import org.dianjiao.characters.Relation;
import org.dianjiao.characters.Relation.Kind;

/** What is said of one form of the character that is being judged. */
final class Form {

  private static final Set<Kind> LEVELLING = Set.of(Kind.SEMANTIC, Kind.Z_VARIANT, Kind.DUPLICATE);

  private static final Set<String> LEVELLING_SCRIPTS = Set.of("opencc", "cjkvi");

  final int form;
  final Set<String> named = new TreeSet<>();
  final Set<String> simplifiedBy = new TreeSet<>();
  final Set<String> sources = new TreeSet<>();
  boolean official;
  boolean sameShape;
  boolean inSimplified;
  boolean inTraditional;

  Form(int form) {
    this.form = form;
  }

  void hear(Relation relation) {
    sameShape |= relation.kind() == Kind.Z_VARIANT || relation.kind() == Kind.DUPLICATE;
    boolean calls = relation.kind() == Kind.VARIANT && relation.from() == form;
    for (String source : relation.sources()) {
      boolean levels =
          LEVELLING.contains(relation.kind())
              || (relation.kind() == Kind.VARIANT && source.equals("cjkvi"));
      boolean simplifies = relation.kind() == Kind.SIMPLIFIED && relation.to() == form;
      if (calls && !source.equals("cjkvi")) {
        named.add(source);
        sources.add(source);
      }
      if (simplifies) {
        simplifiedBy.add(source);
      }
      if (levels || (simplifies && LEVELLING_SCRIPTS.contains(source))) {
        sources.add(source);
      }
    }
  }

  void leaveSimplified() {
    inSimplified = false;
  }

  String where() {
    return inSimplified && inTraditional ? "both" : inSimplified ? "simplified" : "traditional";
  }
}
