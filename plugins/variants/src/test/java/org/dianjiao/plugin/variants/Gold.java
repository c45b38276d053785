package org.dianjiao.plugin.variants;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.testkit.PluginFixture;

/** What was judged by hand in the seed texts, and how the plugin compares. */
final class Gold {

  private static final Path FOLDER = Path.of("src/test/gold");

  /** The part of a seed that was judged, in code points; the others were judged whole. */
  private static final Map<String, int[]> PARTS =
      Map.of("000_e7da4800d09583c2.txt", new int[] {3584, 7430});

  private Gold() {}

  /** Proposed and right, proposed, and wanted, by what is counted. */
  static final class Table {

    private final String heading;
    private final Map<String, int[]> rows = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    Table(String heading) {
      this.heading = heading;
      rows.put("~", new int[3]);
    }

    void count(String row, boolean right, boolean proposed, boolean wanted) {
      for (String each : List.of(row, "~")) {
        int[] counts = rows.computeIfAbsent(each, none -> new int[3]);
        counts[0] += right ? 1 : 0;
        counts[1] += proposed ? 1 : 0;
        counts[2] += wanted ? 1 : 0;
      }
    }

    void remark(String words) {
      remarks.add(words);
    }

    double precision() {
      return share(rows.get("~")[0], rows.get("~")[1]);
    }

    double recall() {
      return share(rows.get("~")[0], rows.get("~")[2]);
    }

    private static double share(int part, int all) {
      return all == 0 ? 1 : (double) part / all;
    }

    String text() {
      StringBuilder table = new StringBuilder("| " + heading + " | precision | recall |\n");
      table.append("|---|---|---|\n");
      rows.forEach(
          (name, n) ->
              table.append(
                  String.format(
                      Locale.ROOT,
                      "| %s | %.2f (%d of %d) | %.2f (%d of %d) |%n",
                      name.equals("~") ? "all" : name,
                      share(n[0], n[1]),
                      n[0],
                      n[1],
                      share(n[0], n[2]),
                      n[0],
                      n[2])));
      if (!remarks.isEmpty()) {
        table.append("\nMissed or wrong: ").append(String.join(", ", remarks)).append(".\n");
      }
      return table.toString();
    }
  }

  /** Variants against the forms of gold/variants.tsv: right is the same place and form. */
  static Table variants(PluginFixture plugin) throws Exception {
    Table table = new Table("type, with the defaults");
    Map<String, Map<Integer, String[]>> wanted = rows("variants.tsv");
    Set<String> remarks = new TreeSet<>();
    for (String seed : wanted.keySet()) {
      String text = Fixture.text(seed);
      int[] part = PARTS.getOrDefault(seed, new int[] {0, text.length()});
      Map<Integer, Proposal> found = proposals(plugin, text);
      found.keySet().removeIf(at -> at < part[0] || at > part[1]);
      wanted
          .get(seed)
          .forEach(
              (at, row) -> {
                Proposal proposal = found.remove(at);
                boolean right = proposal != null && Fixture.form(proposal).equals(row[3]);
                table.count(row[4], right, proposal != null, true);
                if (!right) {
                  remarks.add(row[2] + " for " + row[3]);
                }
              });
      found.forEach(
          (at, proposal) -> {
            table.count("wrong", false, true, false);
            remarks.add(proposal.explanation());
          });
    }
    remarks.forEach(table::remark);
    return table;
  }

  /**
   * Ambiguous characters against the traditional forms of gold/contexts.tsv: right is the form that
   * is offered first, or no proposal where the character stays; offered is one among several.
   */
  static Table contexts(PluginFixture plugin) throws Exception {
    Table table = new Table("ambiguous character, target traditional");
    Map<String, Map<Integer, String[]>> wanted = rows("contexts.tsv");
    Set<String> remarks = new TreeSet<>();
    for (String seed : wanted.keySet()) {
      Map<Integer, Proposal> found = proposals(plugin, Fixture.text(seed));
      wanted
          .get(seed)
          .forEach(
              (at, row) -> {
                Proposal proposal = found.get(at);
                String first = proposal == null ? row[2] : Fixture.form(proposal);
                boolean right = first.equals(row[3]);
                table.count(row[2] + " → " + row[3], right, true, true);
                if (!right) {
                  List<String> offered =
                      proposal == null
                          ? List.of()
                          : proposal.candidates().stream().map(Candidate::label).toList();
                  remarks.add(
                      "%s for %s (offered: %s)"
                          .formatted(row[2], row[3], String.join(" ", offered)));
                }
              });
    }
    remarks.forEach(table::remark);
    return table;
  }

  private static Map<Integer, Proposal> proposals(PluginFixture plugin, String text)
      throws Exception {
    Map<Integer, Proposal> found = new TreeMap<>();
    for (Proposal proposal : plugin.proposals(text)) {
      if (proposal.category().equals("variant")) {
        found.put(text.codePointCount(0, proposal.range().start()), proposal);
      }
    }
    return found;
  }

  private static Map<String, Map<Integer, String[]>> rows(String name) throws Exception {
    Map<String, Map<Integer, String[]>> rows = new TreeMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve(name))) {
      if (!line.startsWith("#")) {
        String[] row = line.split("\t", -1);
        rows.computeIfAbsent(row[0], seed -> new HashMap<>()).put(Integer.parseInt(row[1]), row);
      }
    }
    return rows;
  }
}
