package org.dianjiao.collation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the texts are: nothing of them is lost, and neither side counts for more. */
class CollationRandomTest {

  private static final String[] PIECES = {
    "天", "地", "玄", "黄", "黃", "于", "於", "罗", "啰", "俄", "斯", "国", "國", "一", "第一条", "第二条", "第二條：",
    "六月初九日", "，", "。", "\n", "\n　　", " ", "𠲽", "■〈口佛〉", "■", "□", "葛󠄀", "\uE844", "<b>", "</b>",
    "<!--", "-->", "<", "〈", "〉", "\r\n", "\t"
  };
  private static final Likeness CHARACTERS = KnownCharacters.load();
  private static final Names NAMES = Names.of(List.of("C1\tpolity\t俄羅斯\t俄罗斯|俄啰斯|俄一斯"), CHARACTERS);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 400);
  }

  private static List<String> pieces(Random random, int most) {
    List<String> pieces = new ArrayList<>();
    int length = random.nextInt(most);
    for (int i = 0; i < length; i++) {
      pieces.add(PIECES[random.nextInt(PIECES.length)]);
    }
    return pieces;
  }

  /** The same with some pieces left out, put in, or in each other's place. */
  private static List<String> edited(List<String> pieces, Random random) {
    List<String> edited = new ArrayList<>(pieces);
    int edits = random.nextInt(12);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(edited.size() + 1);
      boolean add = at == edited.size() || random.nextInt(3) == 0;
      if (add) {
        edited.add(at, PIECES[random.nextInt(PIECES.length)]);
      } else if (random.nextBoolean()) {
        edited.remove(at);
      } else {
        edited.add(random.nextInt(edited.size()), edited.remove(at));
      }
    }
    return edited;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void losesNothingAndTreatsBothSidesAlike(long seed) {
    Random random = new Random(seed);
    List<String> pieces = pieces(random, seed % 50 == 0 ? 6_000 : 80);
    Witness a = new Witness("A", String.join("", pieces));
    Witness b =
        new Witness(
            "B", String.join("", seed % 4 == 0 ? pieces(random, 80) : edited(pieces, random)));
    Collation collation = Collation.of(a, b, CHARACTERS, NAMES);
    isWhole(collation);
    assertThat(ordered(Collation.of(b, a, CHARACTERS, NAMES).segments(), true))
        .as("seed %d, mirrored", seed)
        .isEqualTo(ordered(collation.segments(), false));
    assertThat(Collation.of(a, a, CHARACTERS, NAMES).differences()).as("seed %d", seed).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void laysSeveralSideBySideAndLosesNothing(long seed) {
    Random random = new Random(seed);
    List<String> pieces = pieces(random, 60);
    Witness first = new Witness("A", String.join("", pieces));
    List<Collation> collations = new ArrayList<>();
    for (String siglum : List.of("B", "C", "D")) {
      Witness other = new Witness(siglum, String.join("", edited(pieces, random)));
      collations.add(Collation.of(first, other, CHARACTERS, NAMES));
    }
    Apparatus apparatus = Apparatus.of(collations);
    for (int i = 0; i < apparatus.witnesses().size(); i++) {
      int witness = i;
      assertThat(
              apparatus.entries().stream()
                  .map(entry -> entry.readings().get(witness))
                  .collect(Collectors.joining()))
          .as("seed %d, witness %d", seed, witness)
          .isEqualTo(apparatus.witnesses().get(witness).text());
    }
    assertThat(apparatus.entries())
        .as("seed %d", seed)
        .allMatch(entry -> entry.isCommon() == (Set.copyOf(entry.readings()).size() == 1));
  }

  private static void isWhole(Collation collation) {
    int aAt = 0;
    int bAt = 0;
    for (Segment segment : collation.segments()) {
      assertThat(segment.aStart()).isEqualTo(aAt);
      assertThat(segment.bStart()).isEqualTo(bAt);
      String a = collation.a(segment);
      String b = collation.b(segment);
      assertThat(a.equals(b)).as("%s", segment).isEqualTo(segment.kind() == Kind.SAME);
      assertThat(a.isEmpty() || segment.kind() != Kind.ONLY_B).isTrue();
      assertThat(b.isEmpty() || segment.kind() != Kind.ONLY_A).isTrue();
      aAt = segment.aEnd();
      bAt = segment.bEnd();
    }
    assertThat(aAt).isEqualTo(collation.a().text().length());
    assertThat(bAt).isEqualTo(collation.b().text().length());
  }

  /** What differs; of two stretches side by side that are each of one text, either may be first. */
  private static List<String> ordered(List<Segment> segments, boolean mirrored) {
    return segments.stream()
        .map(segment -> mirrored ? segment.mirrored() : segment)
        .filter(segment -> segment.kind() != Kind.SAME)
        .map(
            segment ->
                switch (segment.kind()) {
                  case ONLY_A -> "only-a %d %d".formatted(segment.aStart(), segment.aEnd());
                  case ONLY_B -> "only-b %d %d".formatted(segment.bStart(), segment.bEnd());
                  case SAME, VARIANT, TRANSLITERATION, WORDING, TRANSPOSITION, MARK ->
                      segment.toString();
                })
        .sorted()
        .toList();
  }
}
