package org.dianjiao.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.document.Document;
import org.dianjiao.document.Effect;
import org.dianjiao.document.Update;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Digest;

/** What annotating a form at some places comes to in a document. */
public final class Linking {

  private final Order.Link order;
  private final int effectsPerUpdate;

  /** Of this form, in updates of so many annotations. */
  public Linking(Order.Link order, int effectsPerUpdate) {
    this.order = order;
    this.effectsPerUpdate = effectsPerUpdate;
  }

  /**
   * What is to be done.
   *
   * @param left places whose text changed since somebody saw them
   */
  public record Plan(List<Update> updates, int left) {}

  /**
   * For the newest state. An entity or a kind that stands at just such a place is put right, so
   * that none has two.
   *
   * @param since what changed the text after the places were seen
   * @param client that the ids of annotations are made of, so that they are the same each time
   */
  public Plan plan(Document now, Order.Places places, List<ChangeSet> since, String client) {
    List<Effect> effects = new ArrayList<>();
    int left = 0;
    for (int start : places.starts()) {
      Optional<Anchor> place = moved(start, since).filter(there -> isForm(now, there));
      if (place.isEmpty()) {
        left++;
      } else {
        effect(now, place.get(), client + " " + start).ifPresent(effects::add);
      }
    }
    return new Plan(updates(now, effects), left);
  }

  private Optional<Anchor> moved(int start, List<ChangeSet> since) {
    Anchor place = Anchor.of(start, start + order.surface().length());
    for (ChangeSet change : since) {
      if (place.end() > change.length()) {
        return Optional.empty(); // never was a place of this text
      }
      place = place.map(change);
    }
    return Optional.of(place).filter(there -> !there.orphaned());
  }

  private boolean isForm(Document now, Anchor place) {
    return place.end() <= now.text().length()
        && now.text().slice(place.start(), place.end()).equals(order.surface());
  }

  private Optional<Effect> effect(Document now, Anchor place, String name) {
    Optional<Annotation> there =
        now.annotations(place.start(), place.end()).stream()
            .filter(one -> one.anchor().equals(place) && says(one.body()))
            .findFirst();
    if (there.isEmpty()) {
      String id = Digest.of(name).substring(0, 32);
      return Optional.of(
          new Effect.AddAnnotation(id, place.start(), place.end(), false, order.body()));
    }
    return there
        .filter(one -> !one.body().equals(order.body()))
        .map(one -> new Effect.EditAnnotation(one.id(), order.body()));
  }

  private static boolean says(Body body) {
    return body instanceof Body.Identification || body instanceof Body.Tag;
  }

  private List<Update> updates(Document now, List<Effect> effects) {
    ChangeSet nothing = ChangeSet.empty(now.text().length());
    List<Update> updates = new ArrayList<>();
    for (int i = 0; i < effects.size(); i += effectsPerUpdate) {
      int end = Math.min(effects.size(), i + effectsPerUpdate);
      updates.add(new Update(nothing, effects.subList(i, end)));
    }
    return updates;
  }
}
