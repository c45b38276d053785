package org.dianjiao.search;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.document.Document;
import org.dianjiao.search.Tagged.State;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;

/** The annotations of a document, and what people propose in it, as they can be looked for. */
final class Tags {

  private static final int LONGEST_LABEL = 200;

  private Tags() {}

  static List<Tagged> of(Document document) {
    List<Tagged> tags = new ArrayList<>();
    for (Annotation one : document.annotations()) {
      State state = one.anchor().orphaned() ? State.ORPHANED : State.ANCHORED;
      Body body = one.body();
      tags.add(
          new Tagged(
              one.id(),
              one.anchor().start(),
              one.anchor().end(),
              body.kind(),
              entity(body),
              label(body),
              one.author(),
              state));
    }
    document.proposals().forEach(one -> tags.add(proposed(one)));
    return tags;
  }

  private static Tagged proposed(Suggestion one) {
    Action action = one.candidates().get(0).action();
    boolean annotates = action instanceof Annotate;
    return new Tagged(
        one.id(),
        one.start(),
        one.end(),
        annotates ? ((Annotate) action).body().kind() : one.category(),
        annotates ? entity(((Annotate) action).body()) : "",
        annotates ? label(((Annotate) action).body()) : shortened(one.candidates().get(0).label()),
        one.maker() instanceof Maker.ByPerson person ? person.account() : "",
        State.PROPOSED);
  }

  private static String entity(Body body) {
    return body instanceof Body.Identification named ? named.entity().toString() : "";
  }

  private static String label(Body body) {
    String label = "";
    if (body instanceof Body.Identification named) {
      label = named.label();
    } else if (body instanceof Body.Regularization other) {
      label = other.form();
    } else if (body instanceof Body.Note note) {
      label = note.text();
    } else if (body instanceof Body.Glyph glyph) {
      label = glyph.description() + glyph.form();
    } else if (body instanceof Body.Date date) {
      label = date.norm();
    } else if (body instanceof Body.Gap gap) {
      label = gap.reason();
    }
    return shortened(label);
  }

  private static String shortened(String label) {
    if (label.length() <= LONGEST_LABEL) {
      return label;
    }
    boolean inside = Character.isLowSurrogate(label.charAt(LONGEST_LABEL));
    return label.substring(0, inside ? LONGEST_LABEL - 1 : LONGEST_LABEL);
  }
}
