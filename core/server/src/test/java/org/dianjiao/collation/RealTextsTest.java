package org.dianjiao.collation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dianjiao.exchange.SharedFolder;
import org.junit.jupiter.api.Test;

/** The editions of which every difference was looked at by eye. */
class RealTextsTest {

  private static final Likeness CHARACTERS = KnownCharacters.load();

  private static final Path NAMES =
      Path.of("../authority/src/main/resources/org/dianjiao/authority/entities.tsv");

  private static Witness witness(String number) throws IOException {
    for (var file : SharedFolder.texts()) {
      if (file.getFileName().toString().startsWith(number)) {
        return new Witness(number, Files.readString(file));
      }
    }
    throw new IllegalStateException("no text " + number);
  }

  private static Collation collate(String one, String other) throws IOException {
    Names names = Names.of(Files.readAllLines(NAMES), CHARACTERS);
    return Collation.of(witness(one), witness(other), CHARACTERS, names);
  }

  @Test
  void findsTheNineteenCharactersOfTwoEditionsAndNoOther() throws IOException {
    Collation collation = collate("001", "000");
    List<String[]> known =
        Files.readAllLines(SharedFolder.path("data/variants/seed-pairs-001-000.tsv")).stream()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .toList();
    assertThat(collation.differences())
        .filteredOn(one -> one.kind() == Kind.VARIANT)
        .extracting(one -> one.aStart() + collation.a(one) + one.bStart() + collation.b(one))
        .containsExactlyElementsOf(
            known.stream().map(row -> row[1] + row[2] + row[4] + row[5]).toList());
    assertThat(collation.differences())
        .filteredOn(one -> one.kind() != Kind.VARIANT && one.kind() != Kind.MARK)
        .extracting(Segment::kind, one -> collation.b(one).length())
        .as("what the whole chapter has before and behind the part")
        .containsExactly(tuple(Kind.ONLY_B, 3609), tuple(Kind.ONLY_B, 11382));
  }

  @Test
  void classesEveryDifferenceOfTwoEditionsOfATreaty() throws IOException {
    Collation collation = collate("002", "004");
    assertThat(collation.counts())
        .containsEntry(Kind.VARIANT, 4)
        .containsEntry(Kind.TRANSLITERATION, 2)
        .containsEntry(Kind.WORDING, 15)
        .containsEntry(Kind.TRANSPOSITION, 4)
        .containsEntry(Kind.ONLY_A, 10)
        .containsEntry(Kind.ONLY_B, 17);
    assertThat(said(collation, Kind.VARIANT)).containsExactly("椗|碇", "住|驻", "毋|无", "抄|钞");
    assertThat(said(collation, Kind.TRANSLITERATION)).containsExactly("罗|啰", "罗|啰");
    assertThat(said(collation, Kind.TRANSPOSITION))
        .containsExactly("府台湾|台湾府", "纳税|税纳", "人之|之人", "来往|往来");
    assertThat(collation.losses())
        .as("characters that the first never has")
        .extracting(collation::b)
        .containsExactlyInAnyOrder("宁", "厦", "扎", "扎");
    assertThat(collation.differences())
        .filteredOn(one -> one.aEnd() - one.aStart() > 300 || one.bEnd() - one.bStart() > 300)
        .as("what only one of them has: another treaty each")
        .extracting(Segment::kind)
        .containsExactlyInAnyOrder(Kind.ONLY_A, Kind.ONLY_B);
  }

  private static List<String> said(Collation collation, Kind kind) {
    return collation.differences().stream()
        .filter(one -> one.kind() == kind)
        .map(one -> collation.a(one) + "|" + collation.b(one))
        .toList();
  }

  @Test
  void keepsTheArticlesOfTwoTranslationsTogether() throws IOException {
    Collation collation = collate("003", "004");
    String a = collation.a().text();
    String b = collation.b().text();
    for (String number : List.of("三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")) {
      String heading = "　　第" + number + "条：";
      int inA = a.indexOf(heading) + 2;
      int inB = b.indexOf(heading) + 2;
      assertThat(collation.segments())
          .as(heading)
          .anyMatch(
              one ->
                  one.kind() == Kind.SAME
                      && one.aStart() <= inA
                      && inA < one.aEnd()
                      && one.bStart() - one.aStart() == inB - inA);
    }
    assertThat(collation.differences())
        .filteredOn(one -> one.kind() == Kind.WORDING)
        .allMatch(one -> one.aEnd() - one.aStart() < 100 && one.bEnd() - one.bStart() < 100);
  }
}
