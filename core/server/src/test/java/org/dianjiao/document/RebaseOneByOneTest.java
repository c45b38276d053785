package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Edit;
import org.dianjiao.text.Text;
import org.junit.jupiter.api.Test;

class RebaseOneByOneTest {

  private static final int RUNS = 20_000;
  private static final String LETTERS = "abcdefgh";

  /** Few letters, many edits: nearly everything happens at the same place. */
  @Test
  void makesTheTextThatTheClientHasWhoTookTheChangesOneByOne() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < RUNS; run++) {
      Text base = Text.of(LETTERS.substring(0, 1 + random.nextInt(LETTERS.length())));
      List<ChangeSet> sent = edits(base.length(), "1234", random);
      List<ChangeSet> others = edits(base.length(), "WXYZ", random);

      assertThat(onTheServer(base, sent, others))
          .as("%s with %s, then others' %s", base, sent, others)
          .isEqualTo(atTheClient(base, sent, others));
    }
  }

  @Test
  void leavesOutWhatTheLogHasAlready() {
    Update first = new Update(ChangeSet.replace(2, 0, 0, "x"), List.of());
    Update second = new Update(ChangeSet.replace(3, 1, 1, "y"), List.of());
    List<Change> since =
        List.of(
            change(1, "other", ChangeSet.replace(2, 0, 0, "o")),
            change(2, "own", ChangeSet.replace(3, 1, 1, "x")));

    assertThat(Rebase.rebase(List.of(first, second), "own", since))
        .containsExactly(new Update(ChangeSet.replace(4, 2, 2, "y"), List.of()));
  }

  private static List<ChangeSet> edits(int length, String marks, Random random) {
    List<ChangeSet> edits = new ArrayList<>();
    int now = length;
    for (int i = 0; i <= random.nextInt(marks.length()); i++) {
      int from = random.nextInt(now + 1);
      int to = Math.min(now, from + random.nextInt(3));
      String insert = random.nextBoolean() ? marks.substring(i, i + 1) : "";
      edits.add(ChangeSet.of(now, List.of(new Edit(from, to, insert))));
      now = edits.get(i).newLength();
    }
    return edits;
  }

  private static Text onTheServer(Text base, List<ChangeSet> sent, List<ChangeSet> others) {
    Text text = base;
    List<Change> since = new ArrayList<>();
    for (ChangeSet changes : others) {
      text = changes.apply(text);
      since.add(change(since.size() + 1, "other", changes));
    }
    List<Update> updates = sent.stream().map(one -> new Update(one, List.of())).toList();
    for (Update update : Rebase.rebase(updates, "own", since)) {
      text = update.changes().apply(text);
    }
    return text;
  }

  private static Text atTheClient(Text base, List<ChangeSet> sent, List<ChangeSet> others) {
    Text text = base;
    for (ChangeSet changes : sent) {
      text = changes.apply(text);
    }
    List<ChangeSet> unconfirmed = new ArrayList<>(sent);
    for (ChangeSet changes : others) {
      ChangeSet received = changes;
      for (int i = 0; i < unconfirmed.size(); i++) {
        ChangeSet own = unconfirmed.get(i);
        unconfirmed.set(i, own.map(received, false));
        received = received.map(own, true);
      }
      text = received.apply(text);
    }
    return text;
  }

  private static Change change(long revision, String client, ChangeSet changes) {
    return new Change(revision, "account", client, revision, changes, List.of(), Instant.EPOCH);
  }
}
