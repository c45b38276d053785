package org.dianjiao.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.dianjiao.authority.External.Match;
import org.dianjiao.authority.Label.Kind;
import org.junit.jupiter.api.Test;

class EntityRowsTest {

  private static final URI ID = URI.create("local:L1");

  private static Entity full() {
    return new Entity(
        ID,
        "place",
        List.of(
            new Label("Ili | the \\ river; one", Kind.TRANSLITERATION, "Latn", Span.UNKNOWN),
            new Label("伊", Kind.ABBREVIATION, "", new Span("", "1884")),
            Label.of(Kind.PREFERRED, "Hant", "伊犁𠀋")),
        new Span("-0100", "1884-11-17"),
        Optional.of(new Point(43.92, -81.3)),
        List.of("a; b|c", "\\"),
        List.of(
            new External("geonames", "1", Optional.of(URI.create("https://x/1;2")), Match.CLOSE),
            new External("cbdb", "a|b", Optional.empty(), Match.EXACT)),
        List.of(new Relation("part-of", URI.create("local:C2"), new Span("1759", ""))),
        List.of("seeds", "editor"));
  }

  @Test
  void comeBackEqual() {
    assertThat(EntityRows.ofLine(EntityRows.line(full()))).isEqualTo(full());
    Redirect redirect = new Redirect(ID, URI.create("local:L2"));
    assertThat(EntityRows.ofLine(EntityRows.line(redirect))).isEqualTo(redirect);
    assertThat(EntityRows.cells(redirect)).containsExactly("local:L1", "redirect", "local:L2");
  }

  @Test
  void sayWhatIsWrong() {
    assertWrong("local:L1\tplace", "3 to 12 cells");
    assertWrong("L1\tplace\t伊犁", "absolute");
    assertWrong("local:L1\tplace\t伊犁;Hant;1;2;3", "5 parts");
    assertWrong("local:L1\tplace\t伊犁\t\t\t\t\tnorth;east", "latitude;longitude");
    assertWrong("local:L1\tplace\t伊犁\t\t\t\t\t\t\twikidata;Q1;near", "neither exact nor close");
    assertWrong("local:L1\tplace\t伊犁\t\t\t\t1;2|3;4", "one period");
    assertWrong("local:L1\tredirect\tlocal:L1", "itself");
  }

  private static void assertWrong(String line, String words) {
    assertThatThrownBy(() -> EntityRows.ofLine(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @Test
  void areWhatShips() {
    EntityFile file = EntityFile.of(ShippedEntities.read());
    assertThat(file.size()).isEqualTo(516);
    Entity governor = file.entity(URI.create("local:P0002")).orElseThrow();
    assertThat(governor.label()).isEqualTo("薩布素");
    assertThat(governor.external().get(0).match()).isEqualTo(Match.EXACT);
    assertThat(file.entity(URI.create("local:R0007")).orElseThrow().period())
        .isEqualTo(new Span("1821-02-03", "1851-01-31"));
    assertThat(file.entity(URI.create("local:L0012")).orElseThrow().labels())
        .filteredOn(label -> label.isWritten() && !label.script().equals("Latn"))
        .extracting(Label::text)
        .containsExactlyInAnyOrder("黑龙江", "黑龍江");
  }

  @Test
  void lieOverOthersInAProject() {
    URI other = URI.create("local:L2");
    URI third = URI.create("local:L3");
    Entity changed = (Entity) EntityRows.ofLine("local:L1\tplace\t伊犁將軍府");
    EntityFile server = EntityFile.of(List.of(full(), EntityRows.ofLine("local:L2\tplace\t伊黎")));
    EntityFile project =
        EntityFile.of(List.of(changed, new Redirect(other, ID), new Redirect(third, other)))
            .over(server);
    assertThat(project.entity(third)).contains(changed);
    assertThat(project.entities()).containsExactly(changed);
    assertThat(project.own(ID)).contains(changed);
    EntityFile back = project.with(List.of(), List.of(ID, other));
    assertThat(back.entity(ID)).contains(full());
    assertThat(back.entities()).hasSize(2);
    EntityFile round = EntityFile.of(List.of(new Redirect(ID, other), new Redirect(other, ID)));
    assertThat(round.entity(ID)).isEmpty();
  }
}
