package org.dianjiao.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DuplicatesTest {

  private static Entity entity(
      String id, String type, String label, Span period, String wikidata, Relation... relations) {
    List<External> external =
        wikidata.isEmpty()
            ? List.of()
            : List.of(new External("wikidata", wikidata, Optional.empty(), External.Match.EXACT));
    return new Entity(
        URI.create(id),
        type,
        List.of(Label.of(Label.Kind.PREFERRED, "", label)),
        period,
        Optional.empty(),
        List.of(),
        external,
        List.of(relations),
        List.of());
  }

  private static List<String> pairs(Entity... entities) {
    return Duplicates.among(List.of(entities)).stream()
        .map(pair -> "%s %s %s".formatted(pair.one().id(), pair.other().id(), pair.likelihood()))
        .toList();
  }

  @Test
  void findsThoseThatShareAnIdentifierOrAFormAndNothingContradicts() {
    Entity one = entity("a:1", "person", "薩布素", new Span("1629", "1701"), "Q1");
    Entity simplified = entity("a:2", "person", "萨布素", new Span("1629", "1701"), "");
    Entity otherName = entity("a:3", "person", "某公", Span.UNKNOWN, "Q1");
    Entity later = entity("a:4", "person", "薩布素", new Span("1800", ""), "");
    Entity place = entity("a:5", "place", "薩布素", Span.UNKNOWN, "");
    Entity differs = entity("a:6", "person", "薩布素", Span.UNKNOWN, "Q9");

    assertThat(pairs(one, otherName)).containsExactly("a:1 a:3 1.0");
    assertThat(pairs(one, simplified)).containsExactly("a:1 a:2 0.9");
    assertThat(pairs(one, later)).isEmpty();
    assertThat(pairs(one, place)).isEmpty();
    assertThat(pairs(one, differs)).isEmpty();
  }

  @Test
  void findsWhatIsWrongBetweenEntries() {
    Span when = new Span("1700", "");
    Entity parent = entity("a:1", "person", "父", when, "");
    Entity child =
        entity(
            "a:2",
            "person",
            "子",
            when,
            "",
            new Relation("child-of", parent.id(), Span.UNKNOWN),
            new Relation("holder-of", parent.id(), Span.UNKNOWN),
            new Relation("part-of", URI.create("a:9"), Span.UNKNOWN));
    Entity bare = entity("a:3", "place", "某地", Span.UNKNOWN, "");
    Entity same = entity("a:4", "place", "某地", Span.UNKNOWN, "");
    Redirect lost = new Redirect(URI.create("a:5"), URI.create("a:6"));

    assertThat(FileCheck.of(List.of(parent, child, bare, same, lost)))
        .extracting(FileCheck.Finding::toString)
        .containsExactly(
            "a:2: child-of a:1: born 1700, the parent 1700",
            "a:2: holder-of a:1: that is of type person",
            "a:2: part-of a:9: there is no such entity",
            "a:5: the redirect leads to no entity",
            "a:4: nothing tells it from a:3: both are 某地, a place without time, place, note or"
                + " identifier");
  }
}
