package org.dianjiao.characters;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dianjiao.characters.Relation.Kind;

/**
 * Simplified and traditional forms, for those who want one orthography throughout, and the
 * characters that betray in which of the two a text is written.
 *
 * <p>Only what the list of 2013 (通用规范汉字表) or OpenCC say counts; the other sources decide between
 * forms that these name. Immutable.
 */
public final class Orthography {

  private final Map<Integer, Integer> simplified = new HashMap<>();
  private final Map<Integer, List<Integer>> traditional = new HashMap<>();
  private final BitSet onlySimplified = new BitSet();
  private final BitSet onlyTraditional = new BitSet();

  private Orthography(Variants variants) {
    Map<Integer, List<Relation>> toSimplified = wellKnown(variants, Kind.SIMPLIFIED);
    Map<Integer, List<Relation>> toTraditional = wellKnown(variants, Kind.TRADITIONAL);
    toSimplified.forEach(
        (from, forms) -> {
          if (!staysSimplified(from)) {
            simplified.put(from, best(variants, forms).to());
          }
          if (!Repertoire.GB2312.contains(from)
              && forms.stream().anyMatch(form -> form.saidBy("tghb"))) {
            onlyTraditional.set(from);
          }
        });
    toTraditional.forEach(
        (from, forms) -> {
          traditional.put(from, ranked(variants, from, forms));
          if (Repertoire.GB2312.contains(from) && !Repertoire.BIG5.contains(from)) {
            onlySimplified.set(from);
          }
        });
  }

  /** Made from the packed tables when it is asked for the first time. */
  public static Orthography load() {
    return Packed.ORTHOGRAPHY;
  }

  /**
   * The simplified form of a character; itself when it has none. 後 and 后 are both 后. What
   * simplified texts have themselves stays, though it be 干 in 乾燥: 乾 of 乾隆, 沈 the name, 坏 for 壞.
   */
  public int simplified(int codePoint) {
    return simplified.getOrDefault(codePoint, codePoint);
  }

  /**
   * What a character may be in a traditional text, likeliest first; never empty. Itself is among
   * them when it is ordinary there: 里 may be 裏 and may be 里.
   */
  public List<Integer> traditional(int codePoint) {
    return traditional.getOrDefault(codePoint, List.of(codePoint));
  }

  /** Whether a character occurs in simplified texts only: 国. */
  public boolean onlySimplified(int codePoint) {
    return onlySimplified.get(codePoint);
  }

  /** Whether a character occurs in traditional texts only: 國. */
  public boolean onlyTraditional(int codePoint) {
    return onlyTraditional.get(codePoint);
  }

  /** GB 2312 has 後 and 於 too, but only as names. */
  private static boolean staysSimplified(int codePoint) {
    return Repertoire.GB2312.contains(codePoint) && codePoint != '後' && codePoint != '於';
  }

  private static Map<Integer, List<Relation>> wellKnown(Variants variants, Kind kind) {
    return variants
        .all(kind)
        .filter(Orthography::wellKnown)
        .filter(relation -> relation.from() != relation.to())
        .collect(Collectors.groupingBy(Relation::from));
  }

  private static boolean wellKnown(Relation relation) {
    return relation.saidBy("tghb") || relation.saidBy("opencc");
  }

  /** The form that leads back to the character, is ordinary, is official, has most sources. */
  private static Relation best(Variants variants, List<Relation> forms) {
    Comparator<Relation> leadsBack =
        Comparator.comparing(
            form ->
                variants.between(form.from(), form.to()).stream()
                    .anyMatch(back -> back.kind() == Kind.TRADITIONAL && back.to() == form.from()));
    if (forms.size() == 1) {
      return forms.get(0);
    }
    return forms.stream()
        .max(
            leadsBack
                .thenComparing(form -> Repertoire.GB2312.contains(form.to()))
                .thenComparing(form -> official(variants, form))
                .thenComparing(form -> form.sources().size())
                .thenComparing(Relation::to, Comparator.reverseOrder()))
        .orElseThrow();
  }

  private static boolean official(Variants variants, Relation form) {
    return variants.between(form.from(), form.to()).stream()
        .anyMatch(relation -> relation.saidBy("tghb") || relation.saidBy("dypytz"));
  }

  /** First those that are officially simplified to it, then those that more sources name. */
  private static List<Integer> ranked(Variants variants, int from, List<Relation> forms) {
    Comparator<Relation> likelier =
        Comparator.comparing((Relation form) -> official(variants, form))
            .thenComparing(form -> form.sources().size())
            .reversed()
            .thenComparing(Relation::to);
    List<Integer> ranked = new ArrayList<>();
    (forms.size() == 1 ? forms.stream() : forms.stream().sorted(likelier))
        .forEach(form -> ranked.add(form.to()));
    if (Repertoire.BIG5_COMMON.contains(from)) {
      ranked.add(from);
    }
    return List.copyOf(ranked);
  }

  /** Made once for all who ask. */
  private static final class Packed {
    static final Orthography ORTHOGRAPHY = new Orthography(Variants.load());
  }
}
