package org.dianjiao.document;

import java.util.List;
import java.util.Random;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.review.Approval;
import org.dianjiao.review.Readiness;
import org.dianjiao.text.Line;

/** Makes histories of a document that is worked on and reviewed, by chance. */
public final class ReviewStory {

  private static final String WORDS = "天地，玄。𠀋\n";

  private final Random random;
  private final History history;
  private int ids;

  /** Begins with a text of some lines. */
  public ReviewStory(long seed) {
    random = new Random(seed);
    history = new History("議將從前\n使臣進京，\n\n天津條約\n第一款");
  }

  History history() {
    return history;
  }

  /** All that happened. */
  public List<Change> changes() {
    return history.changes;
  }

  /** The newest state. */
  public Document now() {
    return history.now();
  }

  /** One thing more happens. */
  public void step() {
    String person = RandomHistory.PEOPLE.get(random.nextInt(RandomHistory.PEOPLE.size()));
    switch (random.nextInt(14)) {
      case 0, 1, 2 -> edit(person);
      case 3, 4 -> annotate(person);
      case 5 -> changeAnnotation(person);
      case 6 -> decide(person);
      case 7 -> withdraw();
      case 8, 9 -> sayReady(person);
      default -> approve(person);
    }
  }

  private String id() {
    return "id-%013d".formatted(ids++);
  }

  private void edit(String person) {
    int length = history.now().text().length();
    int from = whole(random.nextInt(length + 1));
    int to = whole(Math.min(length, from + random.nextInt(4)));
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(WORDS.codePointCount(0, WORDS.length()));
      words.appendCodePoint(WORDS.codePointAt(WORDS.offsetByCodePoints(0, at)));
    }
    if (from < to || words.length() > 0) {
      history.replace(person, from, to, words.toString());
    }
  }

  /** A place that is not inside a character. */
  private int whole(int at) {
    boolean inside =
        at > 0
            && at < history.now().text().length()
            && Character.isLowSurrogate(history.now().text().charAt(at));
    return inside ? at - 1 : at;
  }

  private void annotate(String person) {
    int length = history.now().text().length();
    int from = whole(random.nextInt(length + 1));
    int to = whole(Math.min(length, from + random.nextInt(6)));
    Body body =
        random.nextBoolean()
            ? new Body.Note("“" + random.nextInt(9) + "”\t\\\u0001")
            : new Body.Gap("lost", random.nextInt(4));
    history.mark(person, new Effect.AddAnnotation(id(), from, Math.max(from, to), false, body));
  }

  private void changeAnnotation(String person) {
    List<Annotation> all = history.now().annotations();
    if (all.isEmpty()) {
      return;
    }
    Annotation one = all.get(random.nextInt(all.size()));
    int length = history.now().text().length();
    int from = whole(random.nextInt(length + 1));
    history.mark(
        person,
        switch (random.nextInt(3)) {
          case 0 -> new Effect.EditAnnotation(one.id(), new Body.Note("又" + random.nextInt(9)));
          case 1 -> new Effect.MoveAnnotation(one.id(), from, from, false);
          default -> new Effect.RemoveAnnotation(one.id());
        });
  }

  private void decide(String person) {
    int at = whole(random.nextInt(history.now().text().length() + 1));
    Decisions decisions = new Decisions(history.now(), person);
    decisions.decide(
        history.offered("offer-" + ids++, at, at, new Replace("。")),
        Outcome.ACCEPTED,
        0,
        java.util.Optional.empty());
    history.update(person, decisions.update());
  }

  private void withdraw() {
    List<Approval> approvals = history.now().approvals();
    List<Readiness> ready = history.now().ready(0, history.now().text().length());
    if (!approvals.isEmpty() && random.nextBoolean()) {
      Approval one = approvals.get(random.nextInt(approvals.size()));
      history.mark(one.account(), new Effect.WithdrawApproval(one.id()));
    } else if (!ready.isEmpty()) {
      Readiness one = ready.get(random.nextInt(ready.size()));
      history.mark(one.account(), new PassageEffect.WithdrawReady(one.id()));
    }
  }

  private Line line() {
    return history.now().text().line(random.nextInt(history.now().text().lineCount()));
  }

  private void sayReady(String person) {
    Line line = line();
    if (history.now().ready(line.start(), line.end()).isEmpty()) {
      history.mark(person, new PassageEffect.MarkReady(id(), line.start(), line.end()));
    }
  }

  private void approve(String person) {
    Line line = line();
    boolean already =
        history.now().approvals(line.start(), line.end()).stream()
            .anyMatch(approval -> approval.account().equals(person));
    if (!already) {
      history.mark(person, new Effect.Approve(id(), line.start(), line.end(), false));
    }
  }
}
