package org.dianjiao.plugin.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.ShippedEntities;
import org.dianjiao.plugin.names.Answers.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names that no entry has: a third of the entities is taken out of the file, each third in turn,
 * and their mentions should be proposed as new ones. Prints what it measures.
 */
class UnknownNamesTest {

  private static final int FOLDS = 3;

  @TempDir Path state;

  @Test
  void proposesNamesOfEntitiesThatAreHeldOut() throws Exception {
    Gold ofPublic = Gold.ofPublic();
    Gold ours = Gold.ours();
    Map<String, int[]> byType = new TreeMap<>();
    int[] proposed = new int[2];
    for (int fold = 0; fold < FOLDS; fold++) {
      Set<String> without = fold(fold);
      Analyzer analyzer =
          TestHost.with(state, entry -> !without.contains(entry.id().toString())).start();
      for (Gold gold : List.of(ofPublic, ours)) {
        count(Answers.of(analyzer, gold), gold, without, byType, proposed);
      }
    }
    int found = 0;
    int all = 0;
    for (Map.Entry<String, int[]> type : byType.entrySet()) {
      int[] counts = type.getValue();
      System.out.printf("held out: %-12s %3d of %3d found%n", type.getKey(), counts[0], counts[1]);
      found += type.getKey().equals("office") ? 0 : counts[0];
      all += type.getKey().equals("office") ? 0 : counts[1];
    }
    double recall = (double) found / all;
    double precision = (double) proposed[0] / proposed[1];
    System.out.printf(
        Locale.ROOT,
        "held out: precision %.3f (%d of %d), recall %.3f (%d of %d)%n",
        precision,
        proposed[0],
        proposed[1],
        recall,
        found,
        all);
    assertThat(precision).isGreaterThan(0.8);
    assertThat(recall).isGreaterThan(0.4);
  }

  private static Set<String> fold(int fold) {
    List<String> ids =
        ShippedEntities.read().stream()
            .filter(entry -> entry instanceof Entity entity && !entity.type().equals("era"))
            .map(entry -> entry.id().toString())
            .sorted()
            .toList();
    Set<String> without = new HashSet<>();
    for (int i = fold; i < ids.size(); i += FOLDS) {
      without.add(ids.get(i));
    }
    return without;
  }

  /** A proposal is right when a name stands there that no entry has now; offices are left out. */
  private static void count(
      Map<Mention.Place, Answer> answers,
      Gold gold,
      Set<String> without,
      Map<String, int[]> byType,
      int[] proposed) {
    Set<Mention.Place> unknown = new HashSet<>();
    for (Mention each : gold.mentions()) {
      boolean heldOut = without.contains(each.entity());
      if (each.isShort() || (!heldOut && !each.isUnknown())) {
        continue;
      }
      unknown.add(each.place());
      if (heldOut) {
        Answer answer = answers.get(each.place());
        boolean found =
            answer != null
                && answer.mention().isUnknown()
                && answer.mention().type().equals(each.type());
        int[] counts = byType.computeIfAbsent(each.type(), type -> new int[2]);
        counts[0] += found ? 1 : 0;
        counts[1]++;
      }
    }
    for (Answer answer : answers.values()) {
      if (answer.mention().isUnknown() && !answer.mention().isOffice()) {
        proposed[0] += unknown.contains(answer.mention().place()) ? 1 : 0;
        proposed[1]++;
      }
    }
  }
}
