package org.dianjiao.sweep;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.document.Document;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Text;

/**
 * Everywhere that a form stands which somebody annotated once, and what is different there: so that
 * the same can be said at all places that are alike, and the others are looked at one by one.
 */
public final class Occurrences {

  private static final int AROUND = 16;

  private final String surface;
  private final Body body;
  private final List<String> longer;
  private final UnaryOperator<URI> follow;

  /** What a place is, beside what was annotated. */
  public enum Kind {
    /** Nothing is said there, or a kind of entity only, and the same. */
    FREE,
    /** The same is said there already. */
    SAME,
    /** Another entity is meant there. */
    ENTITY,
    /** It is something of another kind there. */
    TYPE,
    /** It is part of another name or word there. */
    INSIDE
  }

  /**
   * One place.
   *
   * @param other what is said there instead, or the word that it is part of; empty when it is free
   */
  public record Occurrence(int start, Kind kind, String other, String before, String after) {}

  /**
   * Of a form.
   *
   * @param body what is said of it
   * @param words longer ones that the form is part of, as the authority file has them
   * @param follow the id that stands for another by now
   */
  public Occurrences(
      String surface, Body body, Collection<String> words, UnaryOperator<URI> follow) {
    this.surface = surface;
    this.body = body;
    this.follow = follow;
    this.longer =
        words.stream()
            .filter(word -> word.length() > surface.length() && word.contains(surface))
            .distinct()
            .sorted((one, other) -> other.length() - one.length())
            .toList();
  }

  /** The first places in a document, in order, at most so many. */
  public List<Occurrence> in(Document document, int most) {
    Text text = document.text();
    String units = text.toString();
    List<Occurrence> found = new ArrayList<>();
    int at = units.indexOf(surface);
    while (at >= 0 && found.size() < most) {
      int end = at + surface.length();
      boolean whole = CodeUnits.isBoundary(text, at) && CodeUnits.isBoundary(text, end);
      if (whole) {
        found.add(occurrence(document, units, Anchor.of(at, end)));
      }
      at = units.indexOf(surface, whole ? end : at + 1);
    }
    return found;
  }

  private Occurrence occurrence(Document document, String units, Anchor place) {
    List<Annotation> there =
        document.annotations(place.start(), place.end()).stream()
            .filter(one -> !one.anchor().orphaned() && isName(one.body()))
            .filter(one -> one.anchor().start() < place.end())
            .filter(one -> one.anchor().end() > place.start())
            .toList();
    Optional<Annotation> exact =
        there.stream().filter(one -> one.anchor().equals(place)).findFirst();
    if (exact.isPresent()) {
      Kind kind = kind(exact.get().body());
      return at(document.text(), place, kind, kind == Kind.FREE ? "" : said(exact.get().body()));
    }
    Optional<Annotation> around =
        there.stream().filter(one -> !isWithin(one.anchor(), place)).findFirst();
    String word =
        around
            .map(one -> document.text().slice(one.anchor().start(), one.anchor().end()))
            .or(() -> longer.stream().filter(each -> covers(units, each, place)).findFirst())
            .orElse("");
    return at(document.text(), place, word.isEmpty() ? Kind.FREE : Kind.INSIDE, word);
  }

  /** A name that is part of the form stays what it is: 伊 in 伊犁. */
  private static boolean isWithin(Anchor one, Anchor place) {
    return one.start() >= place.start() && one.end() <= place.end();
  }

  private static boolean isName(Body body) {
    return body instanceof Body.Identification || body instanceof Body.Tag;
  }

  private Kind kind(Body there) {
    if (there instanceof Body.Identification named && body instanceof Body.Identification said) {
      if (!follow.apply(named.entity()).equals(follow.apply(said.entity()))) {
        return Kind.ENTITY;
      }
    }
    if (!type(there).equals(type(body))) {
      return Kind.TYPE;
    }
    return there instanceof Body.Tag && body instanceof Body.Identification ? Kind.FREE : Kind.SAME;
  }

  private static String type(Body body) {
    return body instanceof Body.Identification named ? named.type() : ((Body.Tag) body).name();
  }

  private static String said(Body body) {
    return body instanceof Body.Identification named
        ? "%s (%s, %s)".formatted(named.label(), named.type(), named.entity())
        : type(body);
  }

  private boolean covers(String units, String word, Anchor place) {
    for (int at = word.indexOf(surface); at >= 0; at = word.indexOf(surface, at + 1)) {
      if (units.startsWith(word, place.start() - at)) {
        return true;
      }
    }
    return false;
  }

  private static Occurrence at(Text text, Anchor place, Kind kind, String other) {
    int from = CodeUnits.floor(text, Math.max(0, place.start() - AROUND));
    int to = CodeUnits.ceiling(text, Math.min(text.length(), place.end() + AROUND));
    return new Occurrence(
        place.start(), kind, other, text.slice(from, place.start()), text.slice(place.end(), to));
  }
}
