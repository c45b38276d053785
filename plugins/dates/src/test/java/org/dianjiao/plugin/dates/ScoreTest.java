package org.dianjiao.plugin.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dianjiao.calendar.Dates;
import org.dianjiao.calendar.Days;
import org.dianjiao.calendar.Found;
import org.junit.jupiter.api.Test;

/** How good the reader is against dates marked by hand; prints what it measures. */
class ScoreTest {

  private static final Path SHARED = Path.of("../../../shared");
  private static final Pattern MENTION =
      Pattern.compile(
          "\"seed\":\"(.*?)\",\"start\":(\\d+),\"end\":(\\d+),\"surface\":\"(.*?)\",\"type\":\"date\","
              + "\"norm\":\"(.*?)\",\"iso_start\":\"(.*?)\",\"iso_end\":\"(.*?)\"(,\"reference\":true)?");

  /** By place: the words, what they mean, the days, and whether it is a reference. */
  private static Map<Integer, List<String>> gold(String seed) throws IOException {
    Map<Integer, List<String>> gold = new TreeMap<>();
    for (String line : Files.readAllLines(SHARED.resolve("data/authority/gold-public.jsonl"))) {
      for (MatchResult one : MENTION.matcher(line).results().toList()) {
        if (one.group(1).equals(seed)) {
          gold.put(
              Integer.parseInt(one.group(2)),
              List.of(
                  one.group(4),
                  one.group(5),
                  one.group(6),
                  one.group(7),
                  Boolean.toString(one.group(8) != null)));
        }
      }
    }
    return gold;
  }

  private static Map<Integer, List<String>> found(String text, int to) {
    Map<Integer, List<String>> found = new TreeMap<>();
    for (Found one : Dates.in(text)) {
      int start = text.codePointCount(0, one.start());
      if (start < to) {
        found.put(
            start,
            List.of(
                text.substring(one.start(), one.end()),
                one.reading().norm(),
                Days.gregorian(one.reading().first()),
                Days.gregorian(one.reading().last()),
                Boolean.toString(one.reference())));
      }
    }
    return found;
  }

  @Test
  void readsAWholeChapterAsItWasCheckedByHand() throws IOException {
    Map<Integer, List<String>> checked = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("dates-000.tsv"))) {
      List<String> cells = List.of(line.split("\t", -1));
      if (!line.startsWith("#")) {
        checked.put(
            Integer.parseInt(cells.get(0)),
            List.of(
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                Boolean.toString(!cells.get(5).isEmpty())));
      }
    }
    String text = Files.readString(SHARED.resolve("texts/000_e7da4800d09583c2.txt"));
    assertThat(found(text, Integer.MAX_VALUE)).isEqualTo(checked);
  }

  @Test
  void readsEveryDateThatAScholarMarkedAndNoOther() throws IOException {
    String first = "001_f183d96e8f8ddfc1.txt";
    String text = Files.readString(SHARED.resolve("texts").resolve(first));
    Map<Integer, List<String>> gold = gold(first);
    Map<Integer, List<String>> found = found(text, 1_550);
    long right = found.entrySet().stream().filter(gold.entrySet()::contains).count();
    System.out.printf(
        "dates: %d marked, %d proposed, %d right in words, days and reference%n",
        gold.size(), found.size(), right);
    assertThat(found).isEqualTo(gold);
    String second = Files.readString(SHARED.resolve("texts/004_6053aa14dc5060ab.txt"));
    assertThat(found(second, Integer.MAX_VALUE)).isEmpty();
  }
}
