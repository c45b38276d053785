package org.dianjiao.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Replace;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.document.Effect;
import org.dianjiao.review.Verdict;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Text;

/**
 * One decision at one place: what stood there, what was said of it, and why.
 *
 * @param start in the text before the change
 * @param form that is noted, takes its place, or names the entity
 * @param type of variant or of entity
 * @param reason as the rule gives it; empty when a person just said so
 * @param before some words before it
 * @param after some words behind it
 */
public record Decided(
    int start,
    int end,
    String from,
    String form,
    String type,
    String reason,
    String before,
    String after) {

  private static final int AROUND = 12;

  /** At a place of a text. */
  public static Decided at(Text text, Anchor place, String form, String type, String reason) {
    int start = place.start();
    int end = place.end();
    return new Decided(
        start,
        end,
        text.slice(start, end),
        form,
        type,
        reason,
        text.slice(CodeUnits.floor(text, Math.max(0, start - AROUND)), start),
        text.slice(end, CodeUnits.ceiling(text, Math.min(text.length(), end + AROUND))));
  }

  /** All that a change of a sweep decided, by place. It decides, or it annotates. */
  public static List<Decided> in(Document before, Change change) {
    boolean decides = change.effects().stream().anyMatch(Effect.Decide.class::isInstance);
    List<Decided> all = new ArrayList<>();
    for (Effect effect : change.effects()) {
      if (effect instanceof Effect.Decide decide) {
        all.add(of(before.text(), decide.verdict()));
      } else if (effect instanceof Effect.EditAnnotation edit && !decides) {
        before
            .annotation(edit.id())
            .ifPresent(was -> all.add(of(before.text(), was.anchor(), edit.body(), "")));
      } else if (effect instanceof Effect.AddAnnotation add && !decides) {
        all.add(of(before.text(), add.anchor(), add.body(), ""));
      }
    }
    all.sort(Comparator.comparingInt(Decided::start));
    return all;
  }

  private static Decided of(Text text, Verdict verdict) {
    Anchor place = verdict.suggestion().anchor();
    String reason = verdict.suggestion().explanation();
    Action action = verdict.action().orElseThrow();
    return action instanceof Replace replace
        ? at(text, place, replace.text(), "", reason)
        : of(text, place, ((Annotate) action).body(), reason);
  }

  private static Decided of(Text text, Anchor place, Body body, String reason) {
    if (body instanceof Body.Regularization regular) {
      return at(text, place, regular.form(), regular.relation(), reason);
    } else if (body instanceof Body.Identification known) {
      return at(text, place, known.label() + " " + known.entity(), known.type(), reason);
    }
    return at(text, place, "", body instanceof Body.Tag tag ? tag.name() : body.kind(), reason);
  }
}
