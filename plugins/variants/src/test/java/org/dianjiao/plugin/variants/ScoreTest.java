package org.dianjiao.plugin.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.testkit.PluginFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How good the plugin is on the texts that the project is made for; prints what it measures. */
class ScoreTest {

  @TempDir static Path state;

  private static PluginFixture plugin;

  @BeforeAll
  static void start() throws Exception {
    plugin = Fixture.start(state);
  }

  @Test
  void offersTheOtherEditionsFormForEveryVariantBetweenTwoEditions() throws Exception {
    Map<String, List<Proposal>> proposals = new HashMap<>();
    int found = 0;
    List<String> pairs = lines("variants", "seed-pairs-001-000.tsv");
    for (String line : pairs.subList(1, pairs.size())) {
      String[] pair = line.split("\t", -1);
      boolean inFirst = offered(proposals, pair[0], Integer.parseInt(pair[1]), pair[2], pair[5]);
      boolean inSecond = offered(proposals, pair[3], Integer.parseInt(pair[4]), pair[5], pair[2]);
      found += inFirst || inSecond ? 1 : 0;
    }
    System.out.printf("variants between editions: %d of %d%n", found, pairs.size() - 1);
    assertThat(found).isEqualTo(19);
  }

  @Test
  void readsEveryGlyphNoteOfTheSeedsAndInventsNone() throws Exception {
    Map<String, Set<String>> expected = new TreeMap<>();
    Pattern fields =
        Pattern.compile(
            "\"seed\": \"(.*?)\", \"start\": (\\d+), \"end\": (\\d+)"
                + ".*?\"kind\": \"(.*?)\".*?\"char\": (.*?),");
    for (String line : lines("variants", "seed-gaiji.jsonl")) {
      Matcher entry = fields.matcher(line.replace("}", ","));
      assertThat(entry.find()).as(line).isTrue();
      String form = entry.group(5).equals("null") ? "" : entry.group(5).replace("\"", "");
      String place = entry.group(1) + " " + entry.group(2) + "–" + entry.group(3) + " " + form;
      expected.computeIfAbsent(entry.group(4), kind -> new TreeSet<>()).add(place);
    }
    Set<String> proposed = new TreeSet<>();
    for (Path seed : Fixture.texts()) {
      String text = Files.readString(seed);
      for (Proposal proposal : plugin.proposals(text)) {
        if (proposal.category().equals("glyph")) {
          String label = Fixture.form(proposal);
          String form = label.equals("lost") || label.equals("illegible") ? "" : label;
          proposed.add(seed.getFileName() + " " + codePoints(text, proposal.range()) + " " + form);
        }
      }
    }
    assertThat(proposed).hasSize(20);
    expected.forEach(
        (kind, places) -> {
          long found = places.stream().filter(proposed::contains).count();
          System.out.printf("glyphs, %s: %d of %d%n", kind, found, places.size());
          assertThat(proposed).as(kind).containsAll(places);
        });
  }

  @Test
  void doesNotDrownAReviewer() throws Exception {
    for (Path seed : Fixture.texts()) {
      String text = Files.readString(seed);
      List<String> variants = new ArrayList<>();
      for (Proposal proposal : plugin.proposals(text)) {
        if (proposal.category().equals("variant")) {
          variants.add(proposal.range().of(text) + Fixture.form(proposal));
        }
      }
      double perThousand = 1000.0 * variants.size() / text.length();
      System.out.printf(
          "%s: %d variants, %.1f in 1,000 characters: %s%n",
          seed.getFileName(), variants.size(), perThousand, new TreeSet<>(variants));
      assertThat(perThousand).as(seed.toString()).isLessThan(6);
    }
  }

  /**
   * Holds the plugin against what was judged by hand, and the README to the table of that; with
   * {@code -Ddianjiao.write=true} it writes the table anew.
   */
  @Test
  void publishesPrecisionAndRecall() throws Exception {
    Gold.Table variants = Gold.variants(plugin);
    Gold.Table contexts = Gold.contexts(Fixture.start(state, Map.of("target", "traditional")));
    String table = variants.text() + "\n" + contexts.text();
    System.out.println(table);
    assertThat(variants.precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(variants.recall()).isGreaterThanOrEqualTo(0.8);
    assertThat(contexts.precision()).isGreaterThanOrEqualTo(0.85);
    Readme.hold("score", table);
  }

  private boolean offered(
      Map<String, List<Proposal>> proposals, String seed, int codePoint, String from, String to)
      throws Exception {
    String text = Fixture.text(seed);
    if (!proposals.containsKey(seed)) {
      proposals.put(seed, plugin.proposals(text));
    }
    int at = text.offsetByCodePoints(0, codePoint);
    assertThat(text.substring(at, at + 1)).isEqualTo(from);
    return proposals.get(seed).stream()
        .anyMatch(each -> each.range().start() == at && Fixture.form(each).equals(to));
  }

  private static String codePoints(String text, TextRange range) {
    return text.codePointCount(0, range.start()) + "–" + text.codePointCount(0, range.end());
  }

  private static List<String> lines(String folder, String name) throws Exception {
    return Files.readAllLines(Fixture.SHARED.resolve("data/" + folder).resolve(name));
  }
}
