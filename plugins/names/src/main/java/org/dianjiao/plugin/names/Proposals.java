package org.dianjiao.plugin.names;

import java.net.URI;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
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

/** Puts names that were found in a text into words for a reviewer. One thread at a time. */
final class Proposals {

  private static final int MOST_EVIDENCE = 20;
  private static final int AROUND = 8;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final String text;
  private final IdentityHashMap<Entity, Words> words = new IdentityHashMap<>();

  /** Those of a text. */
  Proposals(String text) {
    this.text = text;
  }

  /** What is said of an entity wherever it is named. */
  private record Words(Body.Identification who, String description, List<URI> links) {

    static Words of(Entity entity) {
      return new Words(identification(entity), describe(entity), Proposals.links(entity).toList());
    }
  }

  /** The proposal to identify a name, or to tag one that no entry has. */
  Proposal of(Found name) {
    return name.isKnown() ? known(name) : unknown(name);
  }

  private Proposal known(Found name) {
    List<Candidate> candidates = new ArrayList<>();
    StringJoiner explanation = new StringJoiner("; or ");
    Set<URI> evidence = new LinkedHashSet<>();
    for (Ranked each : name.entities()) {
      Words said = words.computeIfAbsent(each.entity(), Words::of);
      evidence.addAll(said.links());
      if (candidates.size() < Proposal.MAX_CANDIDATES) {
        candidates.add(candidate(said.who(), name.belief() * each.share()));
        explanation.add(
            each.why().isEmpty()
                ? said.description()
                : said.description() + " [" + each.why() + "]");
      }
    }
    return new Proposal(
        "name",
        name.range(),
        candidates,
        with(explanation.toString(), name.why()),
        evidence.stream().limit(MOST_EVIDENCE).toList());
  }

  private static String with(String words, String why) {
    return why.isEmpty() ? words : words + " – " + why;
  }

  private static Candidate candidate(Body.Identification who, double confidence) {
    return new Candidate(new Annotate(who), rounded(confidence), who.label());
  }

  private static double rounded(double confidence) {
    return Math.round(1000 * confidence) / 1000.0;
  }

  private Proposal unknown(Found name) {
    int from = Math.max(0, name.range().start() - AROUND);
    int to = Math.min(text.length(), name.range().end() + AROUND);
    String seen = SPACES.matcher(text.substring(from, to)).replaceAll(" ").strip();
    return new Proposal(
        "name",
        name.range(),
        List.of(
            new Candidate(
                new Annotate(new Body.Tag(name.type())), rounded(name.belief()), name.type())),
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
  private static String describe(Entity entity) {
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
    return identifiers.isEmpty() ? words : words + " (" + identifiers + ")";
  }
}
