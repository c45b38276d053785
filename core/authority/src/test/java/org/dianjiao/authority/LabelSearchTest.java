package org.dianjiao.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.dianjiao.authority.LabelSearch.Found;
import org.dianjiao.authority.LabelSearch.Match;
import org.junit.jupiter.api.Test;

class LabelSearchTest {

  private static final Entity SABSU =
      entity("local:P2", "person", "薩布素", "Latn:Sabsu", "Latn:Sa Bu-su");
  private static final Entity ILI = entity("local:L1", "place", "伊犁");
  private static final Entity GENERAL = entity("local:O1", "office", "伊犁將軍", "Latn:Ili Jiangjun");
  private static final Entity RIVER = entity("local:L2", "place", "黑龍江", "Latn:Sélenga");
  private static final Entity REGION = entity("local:L3", "place", "黑龍江");

  private final LabelSearch search = LabelSearch.over(List.of(SABSU, GENERAL, ILI, RIVER, REGION));

  private static Entity entity(String id, String type, String preferred, String... others) {
    List<Label> labels = new ArrayList<>();
    labels.add(Label.of(Label.Kind.PREFERRED, "Hant", preferred));
    for (String other : others) {
      String[] parts = other.split(":", 2);
      labels.add(Label.of(Label.Kind.TRANSLITERATION, parts[0], parts[1]));
    }
    return new Entity(
        URI.create(id),
        type,
        labels,
        Span.UNKNOWN,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private List<String> found(String query, String... types) {
    return search.find(query, Set.of(types), 10).stream()
        .map(one -> "%s %s".formatted(one.entity().id(), one.match()))
        .toList();
  }

  @Test
  void givesWholeLabelsBeforeBeginningsAndThoseBeforeInsides() {
    assertThat(found("伊犁")).containsExactly("local:L1 EXACT", "local:O1 PREFIX");
    assertThat(found("將軍")).containsExactly("local:O1 INSIDE");
    assertThat(found("伊犁", "office")).containsExactly("local:O1 PREFIX");
    assertThat(found("軍伊")).isEmpty();
    assertThat(found(" ")).isEmpty();
  }

  @Test
  void findsEitherScriptAndLatinInAnyCaseWithoutAccents() {
    assertThat(found("萨布素")).containsExactly("local:P2 FOLDED");
    assertThat(found("SABSU")).containsExactly("local:P2 FOLDED");
    assertThat(found("selenga")).containsExactly("local:L2 FOLDED");
    assertThat(found("黑龙江")).containsExactly("local:L2 FOLDED", "local:L3 FOLDED");
  }

  @Test
  void findsAnEntityOnceByItsBestLabel() {
    List<Found> found = search.find("sa", Set.of(), 10);

    assertThat(found).extracting(Found::match).containsExactly(Match.PREFIX);
    assertThat(found).extracting(one -> one.label().text()).containsExactly("Sabsu");
  }

  @Test
  void keepsTheBestWhenTheLimitIsReached() {
    assertThat(search.find("黑", Set.of(), 1)).extracting(Found::entity).containsExactly(RIVER);
    assertThat(search.find("伊", Set.of(), 1)).extracting(Found::entity).containsExactly(ILI);
  }

  /** Against asking every label in turn. */
  @Test
  void findsWhatALookAtEveryLabelFinds() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Entity> entities = new ArrayList<>();
    for (int number = 0; number < 300; number++) {
      entities.add(entity("local:X" + number, "place", word(random, 4), "Latn:" + word(random, 5)));
    }
    LabelSearch all = LabelSearch.over(entities);
    for (int round = 0; round < 300; round++) {
      String query = word(random, 3);
      List<Entity> expected =
          entities.stream()
              .filter(one -> one.labels().stream().anyMatch(label -> holds(label, query)))
              .toList();

      assertThat(all.find(query, Set.of(), 1000))
          .as("seed %d, query %s", seed, query)
          .isSorted()
          .extracting(Found::entity)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static boolean holds(Label label, String query) {
    return Folding.of(label.text()).contains(Folding.of(query));
  }

  private static String word(Random random, int most) {
    String letters = "龍龙江aAé";
    StringBuilder word = new StringBuilder();
    for (int left = 1 + random.nextInt(most); left > 0; left--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  @Test
  void foldsWhatIsWrittenOtherwiseOnly() {
    assertThat(Folding.of("峯羣啟囉爲為")).isEqualTo("峰群启啰为为");
    assertThat(Folding.of("Ch’ing  Shih-lu")).isEqualTo(Folding.of("CH'ING SHIH-LU"));
    assertThat(Folding.of("乾隆")).isEqualTo("乾隆");
    for (int codePoint = 0x3400; codePoint < 0xA000; codePoint++) {
      String once = Folding.of(Character.toString(codePoint));
      assertThat(Folding.of(once)).isEqualTo(once);
    }
  }
}
