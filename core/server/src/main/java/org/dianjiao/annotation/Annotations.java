package org.dianjiao.annotation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.annotation.Anchors.Entry;
import org.dianjiao.api.Body;
import org.dianjiao.text.ChangeSet;

/** The annotations of one text, as an immutable value that moves with the text. */
public final class Annotations {

  private static final Annotations EMPTY = new Annotations(Anchors.empty());

  private final Anchors<Content> anchors;

  /** What does not move. */
  private record Content(Body body, String author) {}

  private Annotations(Anchors<Content> anchors) {
    this.anchors = anchors;
  }

  /** No annotations. */
  public static Annotations empty() {
    return EMPTY;
  }

  /** All these at once. Two with one id are refused. */
  public static Annotations of(List<Annotation> annotations) {
    return new Annotations(Anchors.of(annotations.stream().map(Annotations::entry).toList()));
  }

  /** These and one more, whose id must be new. */
  public Annotations add(Annotation annotation) {
    if (anchors.contains(annotation.id())) {
      throw new IllegalArgumentException("annotation " + annotation.id() + " is already there");
    }
    Entry<Content> entry = entry(annotation);
    return new Annotations(anchors.put(entry.id(), entry.anchor(), entry.value()));
  }

  /** These, with one saying something else; who made it first stays its author. */
  public Annotations edit(String id, Body body) {
    Entry<Content> entry = require(id);
    Content content = new Content(body, entry.value().author());
    return new Annotations(anchors.put(id, entry.anchor(), content));
  }

  /** These without one of them. */
  public Annotations remove(String id) {
    return new Annotations(anchors.remove(require(id).id()));
  }

  /** The annotation with an id. */
  public Optional<Annotation> get(String id) {
    return anchors.get(id).map(Annotations::annotation);
  }

  /** The annotations that share a unit with a range or touch its edges, by start. */
  public List<Annotation> in(int from, int to) {
    return anchors.in(from, to).stream().map(Annotations::annotation).toList();
  }

  /** The first of the annotations that share a unit with a range or touch its edges, by start. */
  public List<Annotation> in(int from, int to, int most) {
    return anchors.in(from, to, most).stream().map(Annotations::annotation).toList();
  }

  /** The first of those whose text is gone, by place. */
  public List<Annotation> orphans(int most) {
    return anchors.orphans(most).stream().map(Annotations::annotation).toList();
  }

  /** How many there are whose text is gone. */
  public int orphanCount() {
    return anchors.orphanCount();
  }

  /** How many there are. */
  public int size() {
    return anchors.size();
  }

  /** All of them, by start. */
  public Stream<Annotation> stream() {
    return anchors.stream().map(Annotations::annotation);
  }

  /** These after a change of the text, by the rule of {@link Anchor}; none is ever lost. */
  public Annotations map(ChangeSet changes) {
    return new Annotations(anchors.map(changes).anchors());
  }

  private Entry<Content> require(String id) {
    return anchors
        .get(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no annotation " + id));
  }

  private static Entry<Content> entry(Annotation annotation) {
    Content content = new Content(annotation.body(), annotation.author());
    return new Entry<>(annotation.id(), annotation.anchor(), content);
  }

  private static Annotation annotation(Entry<Content> entry) {
    Content content = entry.value();
    return new Annotation(entry.id(), entry.anchor(), content.body(), content.author());
  }
}
