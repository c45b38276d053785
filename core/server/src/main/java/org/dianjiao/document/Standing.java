package org.dianjiao.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Anchors;
import org.dianjiao.document.InvalidEffect.Problem;
import org.dianjiao.review.Approval;
import org.dianjiao.review.Readiness;
import org.dianjiao.text.ChangeSet;

/**
 * What persons said of whole passages: that they are right, that they are ready. All of it is void
 * as soon as its passage changes. Immutable.
 *
 * @param drawn ids of the approvals that wait for a second, blind review
 * @param lapsed the approvals that the last change voided, where their passages are after it
 */
record Standing(
    Anchors<Approval> approvals,
    Anchors<Readiness> ready,
    Set<String> drawn,
    List<Approval> lapsed) {

  static final Standing NONE = new Standing(Anchors.empty(), Anchors.empty(), Set.of(), List.of());

  static Standing of(List<Approval> approvals, List<Readiness> ready, List<String> drawn) {
    return new Standing(
        Anchors.of(approvals.stream().map(a -> entry(a.id(), a.anchor(), a)).toList()),
        Anchors.of(ready.stream().map(r -> entry(r.id(), r.anchor(), r)).toList()),
        Set.copyOf(drawn),
        List.of());
  }

  private static <T> Anchors.Entry<T> entry(String id, Anchor anchor, T value) {
    return new Anchors.Entry<>(id, anchor, value);
  }

  List<Approval> approvalList() {
    return placed(approvals.in(0, Integer.MAX_VALUE));
  }

  List<Approval> approvals(int from, int to) {
    return placed(approvals.in(from, to));
  }

  private static List<Approval> placed(List<Anchors.Entry<Approval>> entries) {
    return entries.stream().map(entry -> entry.value().at(entry.anchor())).toList();
  }

  List<Readiness> ready(int from, int to) {
    return ready.in(from, to).stream().map(entry -> entry.value().at(entry.anchor())).toList();
  }

  /** After a change of the text: what it touches is void, the rest moves. */
  Standing map(ChangeSet changes) {
    if (changes.isEmpty()) {
      return lapsed.isEmpty() ? this : new Standing(approvals, ready, drawn, List.of());
    }
    Map<String, Approval> gone = new HashMap<>();
    Set<String> unready = new HashSet<>();
    changes.forEachChange(
        (fromA, toA, fromB, toB, inserted) -> {
          approvals
              .in(fromA, toA)
              .forEach(
                  entry -> gone.put(entry.id(), entry.value().at(entry.anchor().map(changes))));
          ready.in(fromA, toA).forEach(entry -> unready.add(entry.id()));
        });
    return new Standing(
        without(approvals, gone.keySet()).map(changes).anchors(),
        without(ready, unready).map(changes).anchors(),
        without(drawn, gone.keySet()),
        List.copyOf(gone.values()));
  }

  /** After a change of what is said about this place. */
  Standing touched(Anchor place) {
    List<Approval> gone = approvals(place.start(), place.end());
    List<Readiness> unready = ready(place.start(), place.end());
    if (gone.isEmpty() && unready.isEmpty()) {
      return this;
    }
    Set<String> ids = new HashSet<>();
    gone.forEach(approval -> ids.add(approval.id()));
    List<Approval> all = new ArrayList<>(lapsed);
    all.addAll(gone);
    return new Standing(
        without(approvals, ids),
        without(ready, unready.stream().map(Readiness::id).toList()),
        without(drawn, ids),
        List.copyOf(all));
  }

  /** After an effect of a change; most say nothing of passages. */
  Standing after(Effect effect, Change change, int length) {
    if (effect instanceof Effect.Approve approve) {
      return with(approval(approve, change), length);
    } else if (effect instanceof Effect.WithdrawApproval withdraw) {
      return withoutApproval(withdraw.id(), change.author());
    } else if (effect instanceof PassageEffect.MarkReady mark) {
      return with(readiness(mark, change), length);
    } else if (effect instanceof PassageEffect.WithdrawReady withdraw) {
      return withoutReadiness(withdraw.id(), change.author());
    } else if (effect instanceof PassageEffect.DrawSample draw) {
      return draw(draw.approval());
    } else if (effect instanceof PassageEffect.OpenSample open) {
      return open(open.approvals());
    }
    return this;
  }

  private static Approval approval(Effect.Approve effect, Change change) {
    return new Approval(
        effect.id(),
        effect.start(),
        effect.end(),
        change.author(),
        change.revision(),
        effect.unmarked());
  }

  private static Readiness readiness(PassageEffect.MarkReady effect, Change change) {
    return new Readiness(
        effect.id(), effect.start(), effect.end(), change.author(), change.revision());
  }

  private Standing with(Approval approval, int length) {
    requireInside(approval.anchor(), length);
    if (approvals.contains(approval.id())) {
      throw taken("approval", approval.id());
    }
    return new Standing(
        approvals.put(approval.id(), approval.anchor(), approval), ready, drawn, lapsed);
  }

  private Standing with(Readiness word, int length) {
    requireInside(word.anchor(), length);
    if (ready.contains(word.id())) {
      throw taken("word of readiness", word.id());
    }
    return new Standing(approvals, ready.put(word.id(), word.anchor(), word), drawn, lapsed);
  }

  private static void requireInside(Anchor anchor, int length) {
    if (anchor.end() > length) {
      throw new InvalidEffect(
          Problem.OUTSIDE,
          "passage %d–%d ends behind the text of %d units"
              .formatted(anchor.start(), anchor.end(), length));
    }
  }

  private static InvalidEffect taken(String what, String id) {
    return new InvalidEffect(Problem.DUPLICATE_ID, "there is a " + what + " " + id + " already");
  }

  private Standing withoutApproval(String id, String account) {
    Approval approval =
        approvals
            .get(id)
            .orElseThrow(
                () -> new InvalidEffect(Problem.UNKNOWN_APPROVAL, "there is no approval " + id))
            .value();
    requireOwn(approval.account().equals(account), "approval", id);
    return new Standing(approvals.remove(id), ready, without(drawn, Set.of(id)), lapsed);
  }

  private Standing withoutReadiness(String id, String account) {
    Readiness word =
        ready
            .get(id)
            .orElseThrow(
                () ->
                    new InvalidEffect(
                        Problem.UNKNOWN_APPROVAL, "there is no word of readiness " + id))
            .value();
    requireOwn(word.account().equals(account), "word of readiness", id);
    return new Standing(approvals, ready.remove(id), drawn, lapsed);
  }

  private static void requireOwn(boolean own, String what, String id) {
    if (!own) {
      throw new InvalidEffect(Problem.NOT_YOURS, what + " " + id + " is somebody else's");
    }
  }

  private Standing draw(String id) {
    Set<String> more = new HashSet<>(drawn);
    more.add(id);
    return new Standing(approvals, ready, Set.copyOf(more), lapsed);
  }

  private Standing open(List<Approval> told) {
    return new Standing(
        approvals, ready, without(drawn, told.stream().map(Approval::id).toList()), lapsed);
  }

  private static <T> Anchors<T> without(Anchors<T> all, Iterable<String> ids) {
    Anchors<T> left = all;
    for (String id : ids) {
      left = left.remove(id);
    }
    return left;
  }

  private static Set<String> without(Set<String> all, Iterable<String> ids) {
    if (all.isEmpty()) {
      return all;
    }
    Set<String> left = new HashSet<>(all);
    ids.forEach(left::remove);
    return Set.copyOf(left);
  }
}
