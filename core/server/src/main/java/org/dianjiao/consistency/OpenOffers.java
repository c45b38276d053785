package org.dianjiao.consistency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.authority.Entity;
import org.dianjiao.consistency.Findings.Offered;
import org.dianjiao.mention.DocumentMentions;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;

/** Finds the names among what plugins offer. */
final class OpenOffers {

  private final Map<String, DocumentMentions> documents;

  OpenOffers(Map<String, DocumentMentions> documents) {
    this.documents = documents;
  }

  /** The names, by document and place, as their best candidates have them. */
  List<Offered> names(Map<String, List<Suggestion>> offers) {
    List<Offered> names = new ArrayList<>();
    offers.forEach(
        (id, some) ->
            some.stream()
                .filter(one -> !one.orphaned() && one.end() <= documents.get(id).text().length())
                .sorted(Comparator.comparingInt(Suggestion::start))
                .forEach(one -> name(id, one).ifPresent(names::add)));
    return names;
  }

  private Optional<Offered> name(String id, Suggestion one) {
    Candidate best = one.candidates().get(0);
    if (!(best.action() instanceof Annotate annotate
        && one.maker() instanceof Maker.ByPlugin maker)) {
      return Optional.empty();
    }
    Place place = Place.of(id, documents.get(id), one.start(), one.end());
    if (annotate.body() instanceof Body.Identification named) {
      return Optional.of(
          new Offered(
              place, maker.plugin(), named.label(), named.type(), Optional.of(named.entity())));
    }
    return annotate.body() instanceof Body.Tag tag && Entity.TYPES.contains(tag.name())
        ? Optional.of(
            new Offered(place, maker.plugin(), best.label(), tag.name(), Optional.empty()))
        : Optional.empty();
  }
}
