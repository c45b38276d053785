package org.dianjiao.plugin.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianjiao.api.Proposal;
import org.dianjiao.testkit.PluginFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How good the plugin is against mentions marked by hand; prints what it measures.
 *
 * <p>Left out: dates, which it does not link, and names inside longer names, of which it proposes
 * the longer. Offices count for recall only, since the gold marks just those of the authority file.
 */
class ScoreTest {

  private static final String FIRST = "001_f183d96e8f8ddfc1.txt";
  private static final String SECOND = "004_6053aa14dc5060ab.txt";
  private static final Pattern MENTION =
      Pattern.compile(
          "\"seed\":\"(.*?)\",\"start\":(\\d+),\"end\":(\\d+).*?\"type\":\"(.*?)\""
              + "(?:.*?\"authority_id\":\"(.*?)\")?");

  @TempDir static Path state;

  private static PluginFixture plugin;

  @BeforeAll
  static void start() throws Exception {
    plugin = Fixture.start(state);
  }

  @Test
  void findsTheNamesThatAScholarMarked() throws Exception {
    Map<String, String> gold = gold();
    Map<String, String> found = new LinkedHashMap<>();
    for (String seed : new String[] {FIRST, SECOND}) {
      found.putAll(found(seed));
    }
    long spans = found.keySet().stream().filter(gold::containsKey).count();
    long links = found.entrySet().stream().filter(gold.entrySet()::contains).count();
    double precision = (double) spans / found.size();
    double recall = (double) spans / gold.size();
    double linked = (double) links / spans;
    System.out.printf(
        "names: %d marked, %d proposed; spans: precision %.3f, recall %.3f; right entry %.3f%n",
        gold.size(), found.size(), precision, recall, linked);
    System.out.println("  proposed, not marked: " + without(found, gold));
    System.out.println("  marked, not proposed: " + without(gold, found));
    assertThat(precision).isGreaterThanOrEqualTo(0.98);
    assertThat(recall).isGreaterThanOrEqualTo(0.99);
    assertThat(linked).isGreaterThanOrEqualTo(0.99);
  }

  /** Place of each mention, as seed and code points, and the entry that it names. */
  private static Map<String, String> gold() throws Exception {
    Map<String, String> gold = new LinkedHashMap<>();
    Path file = Fixture.SHARED.resolve("data/authority").resolve("gold-public.jsonl");
    for (String line : Files.readAllLines(file)) {
      Matcher mention = MENTION.matcher(line);
      assertThat(mention.find()).as(line).isTrue();
      if (!mention.group(4).equals("date") && !line.contains("\"nested\"")) {
        gold.put(
            mention.group(1) + " " + mention.group(2) + "–" + mention.group(3), mention.group(5));
      }
    }
    return gold;
  }

  /** The same for what the plugin proposes, in the part of the seed that was marked by hand. */
  private static Map<String, String> found(String seed) throws Exception {
    String text = Fixture.text(seed);
    int from = text.indexOf('\n');
    int to = seed.equals(FIRST) ? text.indexOf("诘之，不省。") : text.length();
    assertThat(to).isPositive();
    Map<String, String> found = new LinkedHashMap<>();
    for (Proposal proposal : plugin.proposals(text)) {
      int start = proposal.range().start();
      if (start >= from && start < to && !Fixture.best(proposal).type().equals("era")) {
        String place =
            text.codePointCount(0, start) + "–" + text.codePointCount(0, proposal.range().end());
        found.put(seed + " " + place, Fixture.best(proposal).entity().toString());
      }
    }
    return found;
  }

  private static Set<String> without(Map<String, String> some, Map<String, String> others) {
    Set<String> rest = new TreeSet<>(some.keySet());
    rest.removeAll(others.keySet());
    return rest;
  }
}
