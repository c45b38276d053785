package org.dianjiao.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.External;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Label.Kind;
import org.dianjiao.authority.Span;

/** Entries of an authority file as large as one wants it, the same ones every time. */
final class MadeUpPersons {

  private static final int LABELS_OF_ENTITY = 3;
  private static final int FIRST_HAN = 0x4E00;
  private static final int HAN = 20_000;

  private MadeUpPersons() {}

  /** Persons who have so many labels together: three each, of random characters. */
  static List<Entity> with(int labels) {
    Random random = new Random(1);
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < labels / LABELS_OF_ENTITY; i++) {
      String id = "p" + i;
      entities.add(
          new Entity(
              URI.create("local:" + id),
              "person",
              List.of(
                  Label.of(Kind.PREFERRED, "Hant", word(random, 3)),
                  Label.of(Kind.VARIANT, "", word(random, 2)),
                  Label.of(Kind.TRANSLITERATION, "Latn", "Person " + id)),
              new Span("1650", "1706"),
              Optional.empty(),
              List.of(),
              List.of(new External("cbdb", id, Optional.empty(), External.Match.EXACT)),
              List.of(),
              List.of("made up")));
    }
    return entities;
  }

  private static String word(Random random, int length) {
    return random
        .ints(length, FIRST_HAN, FIRST_HAN + HAN)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
