package org.dianjiao.exchange.authority;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Entry;
import org.dianjiao.authority.External;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Point;
import org.dianjiao.authority.Redirect;
import org.dianjiao.authority.Relation;
import org.dianjiao.authority.Span;

/**
 * An entry as one line of JSON. What is not known is not there; a redirect has an id and a {@code
 * redirect} only.
 *
 * @param dates when it was
 */
record EntityForm(
    URI id,
    Optional<URI> redirect,
    Optional<String> type,
    List<LabelForm> labels,
    Optional<DatesForm> dates,
    Optional<Point> point,
    List<String> notes,
    List<ExternalForm> external,
    List<RelationForm> relations,
    List<String> sources) {

  /** A label; without a script when it does not matter. */
  record LabelForm(
      String text, Label.Kind kind, Optional<String> script, Optional<DatesForm> dates) {

    static LabelForm of(Label label) {
      return new LabelForm(
          label.text(),
          label.kind(),
          Optional.of(label.script()).filter(script -> !script.isEmpty()),
          DatesForm.of(label.period()));
    }

    Label label() {
      return new Label(text, kind, script.orElse(""), DatesForm.span(dates));
    }
  }

  /** An identifier, as SKOS calls what it is to it. */
  record ExternalForm(String scheme, String id, Optional<URI> uri, String relation) {

    private static final String EXACT = "exactMatch";
    private static final String CLOSE = "closeMatch";

    static ExternalForm of(External one) {
      return new ExternalForm(
          one.scheme(), one.id(), one.link(), one.match() == External.Match.EXACT ? EXACT : CLOSE);
    }

    External external() {
      if (!relation.equals(EXACT) && !relation.equals(CLOSE)) {
        throw new IllegalArgumentException(
            "%s %s: “%s” is neither exactMatch nor closeMatch".formatted(scheme, id, relation));
      }
      return new External(
          scheme, id, uri, relation.equals(EXACT) ? External.Match.EXACT : External.Match.CLOSE);
    }
  }

  /** A relation. */
  record RelationForm(String kind, URI target, Optional<DatesForm> dates) {

    static RelationForm of(Relation relation) {
      return new RelationForm(relation.kind(), relation.target(), DatesForm.of(relation.period()));
    }

    Relation relation() {
      return new Relation(kind, target, DatesForm.span(dates));
    }
  }

  /** A time; without an end that is not known. */
  record DatesForm(Optional<String> from, Optional<String> to) {

    static Optional<DatesForm> of(Span period) {
      return period.isUnknown()
          ? Optional.empty()
          : Optional.of(new DatesForm(known(period.from()), known(period.to())));
    }

    private static Optional<String> known(String date) {
      return Optional.of(date).filter(one -> !one.isEmpty());
    }

    static Span span(Optional<DatesForm> dates) {
      return dates
          .map(one -> new Span(one.from().orElse(""), one.to().orElse("")))
          .orElse(Span.UNKNOWN);
    }
  }

  static EntityForm of(Entry entry) {
    if (entry instanceof Redirect redirect) {
      return new EntityForm(
          redirect.id(),
          Optional.of(redirect.target()),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
    Entity entity = (Entity) entry;
    return new EntityForm(
        entity.id(),
        Optional.empty(),
        Optional.of(entity.type()),
        entity.labels().stream().map(LabelForm::of).toList(),
        DatesForm.of(entity.period()),
        entity.point(),
        entity.notes(),
        entity.external().stream().map(ExternalForm::of).toList(),
        entity.relations().stream().map(RelationForm::of).toList(),
        entity.sources());
  }

  Entry entry() {
    if (redirect.isPresent()) {
      return new Redirect(id, redirect.get());
    }
    return new Entity(
        id,
        type.orElseThrow(() -> new IllegalArgumentException(id + " has no type")),
        labels.stream().map(LabelForm::label).toList(),
        DatesForm.span(dates),
        point,
        notes,
        external.stream().map(ExternalForm::external).toList(),
        relations.stream().map(RelationForm::relation).toList(),
        sources);
  }
}
