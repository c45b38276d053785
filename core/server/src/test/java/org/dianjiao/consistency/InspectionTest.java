package org.dianjiao.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Replace;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Span;
import org.dianjiao.consistency.Findings.Offered;
import org.dianjiao.mention.DocumentMentions;
import org.dianjiao.mention.Mention;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.Text;
import org.junit.jupiter.api.Test;

class InspectionTest {

  private static final String TEXT = "科城之人至科城，科城外，科之";
  private static final URI CITY = URI.create("local:X1");
  private static final URI OTHER = URI.create("local:X2");

  private static Mention mention(int start, int end, URI entity) {
    String surface = TEXT.substring(start, end);
    return new Mention(
        "d", "a" + start, start, end, 0, surface, entity, surface, "place", Optional.empty());
  }

  private static Findings findings(
      List<Mention> mentions, List<Suggestion> offers, Map<URI, Entity> entries) {
    DocumentMentions read = new DocumentMentions(1, Text.of(TEXT), mentions, List.of(), true);
    return new Inspection(
            Map.of("d", read), Map.of("d", offers), id -> Optional.ofNullable(entries.get(id)), 10)
        .findings();
  }

  private static Suggestion offer(int start, int end, Action action) {
    return new Suggestion(
        "s" + start,
        start,
        end,
        false,
        new Maker.ByPlugin("names", "1.0.0"),
        "name",
        TEXT.substring(start, end),
        List.of(new Candidate(action, 0.5, "said")),
        "why",
        List.of(),
        "f" + start);
  }

  @Test
  void aFormThatRedirectsLeadToOneEntityHasOneMeaning() {
    List<Mention> mentions = List.of(mention(0, 2, CITY), mention(5, 7, OTHER));
    assertThat(findings(mentions, List.of(), Map.of()).forms().total()).isOne();
    Entity one =
        new Entity(
            CITY,
            "place",
            List.of(Label.of(Label.Kind.PREFERRED, "", "科城")),
            Span.UNKNOWN,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertThat(findings(mentions, List.of(), Map.of(CITY, one, OTHER, one)).forms().total())
        .isZero();
  }

  @Test
  void aFormInsideALongerOneAndOneOfASingleCharacterAreNotMissed() {
    List<Mention> mentions =
        List.of(mention(0, 2, CITY), mention(8, 11, OTHER), mention(12, 13, CITY));
    Findings found = findings(mentions, List.of(), Map.of());
    assertThat(found.unlinked().first())
        .extracting(Findings.Unlinked::surface)
        .containsExactly("科城");
    assertThat(found.unlinked().first().get(0).places())
        .extracting(Place::start)
        .containsExactly(5);
  }

  @Test
  void namesThatArePluginsOffersAreToldAndNothingElseOfTheirs() {
    Body named = new Body.Identification(CITY, "科布多", "place");
    List<Suggestion> offers =
        List.of(
            offer(5, 7, new Annotate(new Body.Tag("place"))),
            offer(0, 2, new Annotate(named)),
            offer(2, 3, new Annotate(new Body.Tag("measure"))),
            offer(3, 4, new Replace("民")));
    List<Offered> told = findings(List.of(), offers, Map.of()).offers().first();
    assertThat(told).extracting(Offered::label).containsExactly("科布多", "said");
    assertThat(told)
        .extracting(Offered::entity)
        .containsExactly(Optional.of(CITY), Optional.empty());
  }
}
