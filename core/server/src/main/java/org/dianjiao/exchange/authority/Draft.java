package org.dianjiao.exchange.authority;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.External;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Point;
import org.dianjiao.authority.Relation;
import org.dianjiao.authority.Span;

/**
 * An entity of a foreign file while its parts come together. Space around words is dropped, a form
 * that is there twice is taken once, and of two preferred forms in one script the second becomes a
 * variant. One thread only.
 */
final class Draft {

  private static final int NOTE = 480;

  private final int line;
  private final URI id;
  private final Map<String, Label> labels = new LinkedHashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Map<String, External> external = new LinkedHashMap<>();
  private final List<Relation> relations = new ArrayList<>();
  private final Set<String> sources = new LinkedHashSet<>();
  private final Set<String> preferredScripts = new LinkedHashSet<>();
  private String type;
  private Span period = Span.UNKNOWN;
  private Optional<Point> point = Optional.empty();

  Draft(int line, URI id, String type) {
    this.line = line;
    this.id = id;
    this.type = type;
  }

  int line() {
    return line;
  }

  URI id() {
    return id;
  }

  void type(String known) {
    type = known;
  }

  void label(Label.Kind kind, String script, String text) {
    label(kind, script, text, Span.UNKNOWN);
  }

  void label(Label.Kind kind, String script, String text, Span when) {
    String form = line(text);
    if (form.isEmpty() || labels.containsKey(form)) {
      return;
    }
    boolean second = kind == Label.Kind.PREFERRED && !preferredScripts.add(script);
    Label.Kind now = second ? Label.Kind.VARIANT : kind;
    labels.put(form, new Label(form, now, script, when));
  }

  boolean hasPreferred() {
    return !preferredScripts.isEmpty();
  }

  /** Lets the first form stand for the entity when none does. */
  void preferTheFirst() {
    if (!hasPreferred() && !labels.isEmpty()) {
      String first = labels.keySet().iterator().next();
      Label label = labels.get(first);
      labels.put(first, new Label(first, Label.Kind.PREFERRED, label.script(), label.period()));
      preferredScripts.add(label.script());
    }
  }

  void period(Span known) {
    period = known;
  }

  void point(Point known) {
    point = Optional.of(known);
  }

  /** A remark; one that is too long becomes several. */
  void note(String text) {
    String words = line(text);
    while (words.codePointCount(0, words.length()) > NOTE) {
      int cut = words.offsetByCodePoints(0, NOTE);
      notes.add(words.substring(0, cut).strip());
      words = words.substring(cut).strip();
    }
    if (!words.isEmpty()) {
      notes.add(words);
    }
  }

  void external(String scheme, String identifier, Optional<URI> link, External.Match match) {
    String word = line(identifier);
    if (!word.isEmpty()) {
      external.putIfAbsent(scheme + " " + word, new External(scheme, word, link, match));
    }
  }

  void relation(Relation relation) {
    relations.add(relation);
  }

  void source(String text) {
    if (!text.isBlank()) {
      sources.add(line(text));
    }
  }

  private static String line(String text) {
    return text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
  }

  /**
   * The entity.
   *
   * @throws IllegalArgumentException when the parts make none
   */
  Entity done() {
    return new Entity(
        id,
        type,
        List.copyOf(labels.values()),
        period,
        point,
        List.copyOf(notes),
        List.copyOf(external.values()),
        relations,
        List.copyOf(sources));
  }
}
