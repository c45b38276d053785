package org.dianjiao.variant;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.text.CodeUnits;

/**
 * Where a project's rules hold in a text. At one place one rule holds: that of the longest text,
 * then one for words before one for everywhere. Two that are left then say nothing, and a rule that
 * forbids keeps the others away.
 */
public final class Uses {

  private final Map<Integer, List<Numbered>> byFirst = new HashMap<>();

  /** A rule, and which of its table it is. */
  private record Numbered(int number, Rule rule) {}

  /**
   * A place at which a rule holds.
   *
   * @param rule its number in the table, from 0
   * @param settled whether a person noted a regular form there already
   */
  public record Use(int start, int end, int rule, boolean settled) {}

  /** Of these rules. */
  public Uses(RuleTable table) {
    for (int i = 0; i < table.rules().size(); i++) {
      Rule rule = table.rules().get(i);
      byFirst
          .computeIfAbsent(rule.from().codePointAt(0), first -> new ArrayList<>())
          .add(new Numbered(i, rule));
    }
    Comparator<Numbered> longest = Comparator.comparingInt(each -> -each.rule().from().length());
    byFirst
        .values()
        .forEach(rules -> rules.sort(longest.thenComparing(each -> each.rule().words().isEmpty())));
  }

  /** All places in a text, in order; those of rules that forbid are among them. */
  public List<Use> in(String text, List<Annotation> annotations) {
    BitSet settled = new BitSet();
    annotations.stream()
        .filter(mark -> !mark.anchor().orphaned() && mark.body() instanceof Body.Regularization)
        .forEach(mark -> settled.set(mark.anchor().start(), mark.anchor().end()));
    List<Use> uses = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int first = text.codePointAt(at);
      List<Numbered> holding = holding(text, at, first);
      if (holding.size() == 1) {
        Numbered one = holding.get(0);
        int end = at + one.rule().from().length();
        int whole = afterSelector(text, end);
        boolean known = !settled.get(at, whole).isEmpty();
        uses.add(new Use(at, whole, one.number(), known));
        at = whole;
      } else {
        at += Character.charCount(first);
      }
    }
    return uses;
  }

  /** The rules that hold here and are not outdone by another; one that forbids stands alone. */
  private List<Numbered> holding(String text, int at, int first) {
    List<Numbered> holding = new ArrayList<>();
    for (Numbered each : byFirst.getOrDefault(first, List.of())) {
      boolean outdone = !holding.isEmpty() && outdoes(holding.get(0).rule(), each.rule());
      if (!outdone && text.startsWith(each.rule().from(), at) && each.rule().holds(text, at)) {
        holding.add(each);
      }
    }
    return holding.stream()
        .filter(each -> each.rule().forbids())
        .findFirst()
        .map(List::of)
        .orElse(holding);
  }

  private static boolean outdoes(Rule one, Rule other) {
    return one.from().length() > other.from().length()
        || (!one.words().isEmpty() && other.words().isEmpty());
  }

  /** A character and its variation selector are one. */
  private static int afterSelector(String text, int end) {
    if (end < text.length()) {
      int codePoint = text.codePointAt(end);
      if (CodeUnits.isVariationSelector(codePoint)) {
        return end + Character.charCount(codePoint);
      }
    }
    return end;
  }
}
