package org.dianjiao.plugin.names;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.External;
import org.dianjiao.plugin.names.find.Found;
import org.dianjiao.plugin.names.find.Ranked;

/** Puts a name that was found into words for a reviewer. */
final class Proposals {

  private static final int MOST_EVIDENCE = 20;
  private static final int AROUND = 8;

  private Proposals() {}

  /** The proposal to identify a name, or to tag one that no entry has. */
  static Proposal of(Found name, String text) {
    return name.isKnown() ? known(name) : unknown(name, text);
  }

  private static Proposal known(Found name) {
    List<Ranked> ranked = name.entities();
    List<Candidate> candidates =
        ranked.stream()
            .limit(Proposal.MAX_CANDIDATES)
            .map(each -> candidate(each, name.belief()))
            .toList();
    List<URI> evidence =
        ranked.stream()
            .flatMap(each -> links(each.entity()))
            .distinct()
            .limit(MOST_EVIDENCE)
            .toList();
    String words =
        ranked.stream()
            .limit(Proposal.MAX_CANDIDATES)
            .map(Proposals::inWords)
            .collect(Collectors.joining("; or "));
    return new Proposal("name", name.range(), candidates, with(words, name.why()), evidence);
  }

  private static String with(String words, String why) {
    return why.isEmpty() ? words : words + " – " + why;
  }

  private static Candidate candidate(Ranked ranked, double belief) {
    return new Candidate(
        new Annotate(identification(ranked.entity())),
        Math.round(1000 * belief * ranked.share()) / 1000.0,
        ranked.entity().label());
  }

  private static Proposal unknown(Found name, String text) {
    int from = Math.max(0, name.range().start() - AROUND);
    int to = Math.min(text.length(), name.range().end() + AROUND);
    String seen = text.substring(from, to).replaceAll("\\s+", " ").strip();
    return new Proposal(
        "name",
        name.range(),
        List.of(
            new Candidate(
                new Annotate(new Body.Tag(name.type())),
                Math.round(1000 * name.belief()) / 1000.0,
                name.type())),
        with("not in the authority file: a " + name.type(), name.why()) + "; seen: " + seen,
        List.of());
  }

  /** What an annotation says that links to an entity. */
  static Body.Identification identification(Entity entity) {
    return new Body.Identification(entity.id(), entity.label(), entity.type());
  }

  /** Pages about an entity. */
  static Stream<URI> links(Entity entity) {
    return entity.external().stream().map(External::link).flatMap(Optional::stream);
  }

  /** {@code person 奕訢, I-hsin, Prince Kung, 1833–1898}. */
  private static String inWords(Ranked ranked) {
    Entity entity = ranked.entity();
    List<String> parts = new ArrayList<>();
    parts.add(entity.type() + " " + entity.label());
    entity.labels().stream()
        .filter(label -> label.script().equals("Latn"))
        .limit(1)
        .forEach(label -> parts.add(label.text()));
    if (!entity.period().isUnknown()) {
      parts.add(entity.period().from() + "–" + entity.period().to());
    }
    entity.notes().stream().limit(1).forEach(parts::add);
    String identifiers =
        entity.external().stream()
            .filter(each -> each.link().isEmpty())
            .map(each -> each.scheme() + ":" + each.id())
            .collect(Collectors.joining(" "));
    String words = String.join(", ", parts);
    words = identifiers.isEmpty() ? words : words + " (" + identifiers + ")";
    return ranked.why().isEmpty() ? words : words + " [" + ranked.why() + "]";
  }
}
