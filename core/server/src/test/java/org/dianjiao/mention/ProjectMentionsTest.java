package org.dianjiao.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Span;
import org.dianjiao.document.Document;
import org.dianjiao.document.DocumentState;
import org.dianjiao.mention.MentionFilter.Years;
import org.dianjiao.text.Text;
import org.junit.jupiter.api.Test;

/** Who and what is mentioned where, when, and near to whom. */
class ProjectMentionsTest {

  private static final MentionFilter ALL =
      new MentionFilter(Optional.empty(), Set.of(), Optional.empty());
  private static final String TEXT = "初，伊犁通商。同治元年，烏里雅蘇臺將軍明誼至伊犁，雍正五年之例。\n二年，明誼卒𠀋。";

  private final List<Annotation> annotations = new ArrayList<>();

  private void says(String surface, int from, Body body) {
    int start = TEXT.indexOf(surface, from);
    annotations.add(
        new Annotation(
            "a" + annotations.size(), Anchor.of(start, start + surface.length()), body, "xu"));
  }

  private void names(String surface, int from, String id, String type) {
    says(surface, from, new Body.Identification(URI.create(id), surface, type));
  }

  private DocumentMentions read(int most) {
    DocumentState state =
        new DocumentState(
            Text.of(TEXT),
            annotations,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return DocumentMentions.of("one", Document.of(7, state), most);
  }

  private DocumentMentions story() {
    names("伊犁", 0, "local:L1", "place");
    says("同治元年", 0, new Body.Date("同治元年", "1862-01-30", "1863-02-17", false, ""));
    names("烏里雅蘇臺將軍", 0, "local:O1", "office");
    names("烏里雅蘇臺", 0, "local:L2", "place");
    names("明誼", 0, "local:P1", "person");
    names("伊犁", 10, "local:L1", "place");
    says("雍正五年", 0, new Body.Date("雍正五年", "1727-01-22", "1728-02-09", true, ""));
    names("例", 0, "local:W1", "work");
    says("二年", 0, new Body.Date("同治二年", "1863-02-18", "1864-02-07", false, ""));
    names("明誼", 36, "local:P9", "person");
    annotations.add(
        new Annotation(
            "gone",
            new Anchor(3, 3, true),
            new Body.Identification(URI.create("local:P1"), "明誼", "person"),
            "xu"));
    return read(100);
  }

  private static Entity entity(String id, String type, String label) {
    return new Entity(
        URI.create(id),
        type,
        List.of(Label.of(Label.Kind.PREFERRED, "Hant", label)),
        Span.UNKNOWN,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The authority file has merged P9 into P1, which it calls otherwise than the annotations do. */
  private static Optional<Entity> entry(URI id) {
    return Set.of("local:P1", "local:P9").contains(id.toString())
        ? Optional.of(entity("local:P1", "person", "博爾濟吉特明誼"))
        : Optional.empty();
  }

  private static ProjectMentions chosen(DocumentMentions read, MentionFilter filter) {
    return ProjectMentions.of(Map.of("one", read), filter, ProjectMentionsTest::entry);
  }

  @Test
  void aMentionHasThePassageTheDateAndTheWordsAroundIt() {
    DocumentMentions read = story();
    assertThat(read.mentions()).hasSize(7);
    Mention first = read.mentions().get(0);
    assertThat(first.date()).isEmpty();
    assertThat(read.before(first.start())).isEqualTo("初，");
    Mention work = read.mentions().get(5);
    assertThat(work.date().orElseThrow().norm()).as("not the reference").isEqualTo("同治元年");
    assertThat(read.behind(work.end())).isEqualTo("。");
    Mention last = read.mentions().get(6);
    assertThat(last.passage()).isEqualTo(1);
    assertThat(last.date().orElseThrow().norm()).isEqualTo("同治二年");
    assertThat(read.before(last.start())).isEqualTo("二年，");
    assertThat(read.behind(last.end())).isEqualTo("卒𠀋。");
    assertThat(read.dates()).extracting(Dated::isOfPassage).containsExactly(true, false, true);
  }

  @Test
  void countsEntitiesAsTheAuthorityFileNamesThemByNow() {
    List<Mentioned> entities = chosen(story(), ALL).entities();
    assertThat(entities).hasSize(5);
    assertThat(entities.get(0).entity()).isEqualTo(URI.create("local:L1"));
    Mentioned person = entities.get(1);
    assertThat(person.label()).isEqualTo("博爾濟吉特明誼");
    assertThat(person.mentions()).isEqualTo(2);
    assertThat(person.surfaces()).isEqualTo(Map.of("明誼", 2));
    assertThat(person.years()).isEqualTo(Map.of(1862, 1, 1863, 1));
  }

  @Test
  void takesWhatIsAskedFor() {
    DocumentMentions read = story();
    URI merged = URI.create("local:P1");
    MentionFilter person = new MentionFilter(Optional.of(merged), Set.of(), Optional.empty());
    assertThat(chosen(read, person).all()).hasSize(2);
    MentionFilter places = new MentionFilter(Optional.empty(), Set.of("place"), Optional.empty());
    assertThat(chosen(read, places).all()).hasSize(3);
    Optional<Years> late = Optional.of(new Years(1864, 1900));
    assertThat(chosen(read, new MentionFilter(Optional.empty(), Set.of(), late)).all())
        .extracting(Mention::passage)
        .containsExactly(1);
  }

  @Test
  void namesInsideOthersAndInOtherPassagesAreNotTogether() {
    List<Together> together = chosen(story(), ALL).together(40);
    assertThat(together)
        .contains(new Together(URI.create("local:L1"), URI.create("local:P1"), 2))
        .noneMatch(
            pair ->
                Set.of(pair.first(), pair.second())
                    .equals(Set.of(URI.create("local:L2"), URI.create("local:O1"))))
        .allMatch(pair -> pair.times() == 1 || pair.first().equals(URI.create("local:L1")));
    assertThat(chosen(read(100), ALL).together(0))
        .extracting(Together::times)
        .as("side by side: the governor and his name")
        .containsExactly(1);
  }

  @Test
  void aSceneHoldsWhatIsMentionedUntilTheNextDate() {
    DocumentMentions read = story();
    List<Scene> scenes = Scene.of(read, chosen(read, ALL).documents().get("one"));
    assertThat(scenes).extracting(Scene::mentions).containsExactly(5, 0, 1);
    assertThat(scenes.get(2).names()).containsExactly("博爾濟吉特明誼");
    assertThat(scenes.stream().sorted(Scene.BY_DAY).map(scene -> scene.date().norm()))
        .containsExactly("雍正五年", "同治元年", "同治二年");
  }

  @Test
  void saysWhenThereAreMoreThanAreRead() {
    story();
    assertThat(read(3).complete()).isFalse();
    assertThat(read(3).size()).isEqualTo(3);
    assertThat(read(100).complete()).isTrue();
  }

  @Test
  void readsManyMentionsInTheBlinkOfAnEye() {
    IntStream.range(0, 40_000).forEach(i -> names("伊犁", 0, "local:L" + i % 500, "place"));
    long start = System.nanoTime();
    ProjectMentions chosen = chosen(read(50_000), ALL);
    assertThat(chosen.entities()).hasSize(500);
    assertThat(chosen.together(40)).as("all at one place").isEmpty();
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }
}
