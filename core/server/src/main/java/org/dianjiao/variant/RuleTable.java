package org.dianjiao.variant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All rules of a project. As a file it is a table: a tab between cells, | between words, - for a
 * form that leaves the character alone; lines that begin with # are remarks, and so is a heading.
 *
 * @param rules no two of which speak of the same
 */
public record RuleTable(List<Rule> rules) {

  /** What plugins ask for it by. */
  public static final String NAME = "variants";

  private static final String HEADING = "from\tform\ttype\twords\treason";
  private static final int CELLS = 5;

  /** Requires rules that do not contradict one another. */
  public RuleTable {
    rules = List.copyOf(rules);
    Map<String, List<Rule>> seen = new HashMap<>();
    for (Rule rule : rules) {
      List<Rule> same = seen.computeIfAbsent(rule.from(), from -> new ArrayList<>());
      if (same.stream().anyMatch(rule::contradicts)) {
        throw new IllegalArgumentException(
            "two rules for %s hold in the same words%s"
                .formatted(
                    rule.from(),
                    rule.words().isEmpty() ? "" : ": " + String.join("|", rule.words())));
      }
      same.add(rule);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException that names the line and what is wrong with it
   */
  public static RuleTable read(String file) {
    List<Rule> rules = new ArrayList<>();
    List<String> lines = file.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line =
          i == 0 && lines.get(0).startsWith("\uFEFF") ? lines.get(0).substring(1) : lines.get(i);
      if (line.isBlank() || line.startsWith("#") || line.equals(HEADING)) {
        continue;
      }
      try {
        rules.add(rule(line));
        new RuleTable(rules);
      } catch (IllegalArgumentException fault) {
        throw new IllegalArgumentException(
            "line %d: %s".formatted(i + 1, fault.getMessage()), fault);
      }
    }
    return new RuleTable(rules);
  }

  private static Rule rule(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != CELLS) {
      throw new IllegalArgumentException(
          "%d cells; a rule has five, with tabs between them: from, form, type, words, reason"
              .formatted(cells.length));
    }
    List<String> words =
        Arrays.stream(cells[3].split("\\|")).filter(word -> !word.isEmpty()).toList();
    return new Rule(cells[0], cells[1].equals("-") ? "" : cells[1], cells[2], words, cells[4]);
  }

  /** The file that {@link #read} reads. */
  public String file() {
    StringBuilder file = new StringBuilder(HEADING).append('\n');
    rows().forEach(row -> file.append(String.join("\t", row)).append('\n'));
    return file.toString();
  }

  /** Each rule as its five cells. */
  public List<List<String>> rows() {
    return rules.stream()
        .map(
            rule ->
                List.of(
                    rule.from(),
                    rule.forbids() ? "-" : rule.form(),
                    rule.type(),
                    String.join("|", rule.words()),
                    rule.reason()))
        .toList();
  }
}
