package org.dianjiao.plugin.variants;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.dianjiao.characters.Orthography;
import org.dianjiao.characters.Relation;
import org.dianjiao.characters.Relation.Kind;
import org.dianjiao.characters.Repertoire;
import org.dianjiao.characters.Variants;

/**
 * Judges from what the sources say which forms of a character are regular, in which orthography and
 * how sure that is. The rules are explained in README.md.
 *
 * <p>Relations are used as the sources give them and never chained: joined up, they would make one
 * class of half of all characters. A character is judged when it is first asked for.
 */
final class Judgement {

  /**
   * How much one source adds to the belief that a form is the regular one; the beliefs of sources
   * that agree are combined as 1 − ∏(1 − w). A list that says "these two are the same word" without
   * saying which is regular weighs less.
   */
  private static final Map<String, Double> WEIGHT =
      Map.of("twedu", 0.4, "hydzd", 0.3, "unihan", 0.3, "cjkvi", 0.2, "opencc", 0.2);

  /** The mainland lists of 1955 (dypytz) and 2013 (tghb) are one authority. */
  private static final double WEIGHT_OF_LISTS = 0.7;

  private static final double BY_WAY = 0.95;

  /** That one of the words that a character is borrowed for is meant. */
  private static final double LOAN = 0.62;

  private final Map<Integer, List<Regular>> judged = new ConcurrentHashMap<>();
  private final Variants variants;
  private final Orthography orthography;
  private final boolean loans;

  /**
   * A judgement of the packed sources.
   *
   * @param loans whether to tell for what a character is borrowed, too
   */
  Judgement(Variants variants, Orthography orthography, boolean loans) {
    this.variants = variants;
    this.orthography = orthography;
    this.loans = loans;
  }

  /** The regular forms of a character, in no order that matters; empty when it is one itself. */
  List<Regular> of(int character) {
    return judged.computeIfAbsent(character, this::judge);
  }

  private List<Regular> judge(int character) {
    List<Regular> forms = new ArrayList<>(variantForms(character));
    forms.addAll(scriptForms(character, Kind.SIMPLIFIED, Repertoire.GB2312));
    forms.addAll(scriptForms(character, Kind.TRADITIONAL, Repertoire.BIG5_COMMON));
    if (loans) {
      forms.addAll(borrowedForms(character));
    }
    return List.copyOf(forms);
  }

  /** What a character is borrowed for (通假); nobody says how often, so all are equally likely. */
  private List<Regular> borrowedForms(int character) {
    List<Relation> known =
        variants.of(character).stream()
            .filter(each -> each.to() == character && each.kind() == Kind.BORROWED)
            .toList();
    double each = 1 - Math.pow(1 - LOAN, 1.0 / Math.max(1, known.size()));
    return known.stream()
        .map(
            loan -> {
              Form form = new Form(loan.from());
              form.sources.addAll(loan.sources());
              return regular(character, loan.from(), "borrowed", "both", each, form, "");
            })
        .toList();
  }

  /** True variants (異體字): a rare character and the regular form that the sources agree on. */
  private List<Regular> variantForms(int character) {
    List<Form> found = formsOf(character);
    // Where an official list speaks, only official forms count in a simplified text.
    boolean listed = found.stream().anyMatch(form -> form.official && form.inSimplified);
    found.stream().filter(form -> listed && !form.official).forEach(Form::leaveSimplified);
    return found.stream()
        .filter(form -> form.inSimplified || form.inTraditional)
        .flatMap(form -> rows(character, form, found).stream())
        .toList();
  }

  private List<Regular> rows(int character, Form form, List<Form> found) {
    List<Integer> plain = List.of();
    if (form.inSimplified && orthography.onlyTraditional(form.form)) {
      plain = officiallySimplified(form.form);
    }
    double confidence = belief(form.sources, form.official || form.sameShape);
    String type = form.sameShape ? "old-form" : "variant";
    if (plain.size() != 1) {
      return List.of(regular(character, form.form, type, form.where(), confidence, form, ""));
    }
    // The sources name a traditional form; in a simplified text its simplified form is meant.
    int meant = plain.get(0);
    List<Regular> rows = new ArrayList<>();
    if (form.inTraditional) {
      rows.add(regular(character, form.form, type, "traditional", confidence, form, ""));
    }
    if (found.stream().noneMatch(other -> other.inSimplified && other.form == meant)) {
      String path = ", by way of " + Character.toString(form.form);
      rows.add(regular(character, meant, type, "simplified", confidence * BY_WAY, form, path));
    }
    return rows;
  }

  /**
   * Simplified and traditional forms, for those who ask for one orthography throughout. On these,
   * OpenCC and the list of 2013 are authorities; what a character of its own may also be is in
   * doubt.
   */
  private List<Regular> scriptForms(int character, Kind kind, Repertoire alsoOrdinary) {
    List<Relation> known =
        variants.of(character).stream()
            .filter(each -> each.from() == character && each.kind() == kind)
            .filter(Judgement::wellKnown)
            .toList();
    double doubt = (alsoOrdinary.contains(character) ? 2 : 1) * known.size();
    String word = kind == Kind.SIMPLIFIED ? "simplified" : "traditional";
    return known.stream()
        .filter(each -> each.to() != character)
        .filter(each -> each.saidBy("tghb") || !variants.notCognate(character, each.to()))
        .map(
            each -> {
              Form form = new Form(each.to());
              form.sources.addAll(each.sources());
              double confidence = belief(form.sources, true) / doubt;
              return regular(character, each.to(), word, word, confidence, form, "");
            })
        .toList();
  }

  private Regular regular(
      int character,
      int form,
      String relation,
      String orthography,
      double confidence,
      Form said,
      String path) {
    String because =
        said.sources.stream()
            .map(name -> variants.source(name).title())
            .collect(Collectors.joining(", "));
    return new Regular(
        Character.toString(character),
        Character.toString(form),
        relation,
        orthography,
        Math.round(confidence * 100) / 100.0,
        because + path,
        List.of());
  }

  private List<Form> formsOf(int character) {
    Map<Integer, Form> forms = new TreeMap<>();
    for (Relation relation : variants.of(character)) {
      Form form = forms.computeIfAbsent(relation.other(character), Form::new);
      form.hear(relation);
    }
    List<Form> found =
        forms.values().stream()
            .filter(form -> form.form != character && !form.sources.isEmpty())
            .filter(form -> !variants.notCognate(character, form.form))
            .filter(
                form ->
                    Repertoire.GB2312.contains(form.form)
                        || Repertoire.BIG5_COMMON.contains(form.form))
            .toList();
    found.forEach(form -> judge(character, form));
    return found;
  }

  private void judge(int character, Form form) {
    boolean inGb = Repertoire.GB2312.contains(character);
    boolean inBig5 = Repertoire.BIG5_COMMON.contains(character);
    // The list of 2013 decides; that of 1955 only where the character did not come back into use.
    boolean reinstated = inGb && !form.simplifiedBy.contains("opencc");
    form.official = form.named.contains("tghb") || (form.named.contains("dypytz") && !reinstated);
    int directed = form.official ? 1 : 0;
    directed += form.named.contains("twedu") ? 1 : 0;
    directed += form.named.contains("hydzd") ? 1 : 0;
    boolean rare = !inGb && !inBig5;
    form.inSimplified =
        !orthography.onlyTraditional(character)
            && !form.simplifiedBy.contains("tghb")
            && (form.official
                || (rare && directed >= 2)
                || restored(form, rare, Repertoire.GB2312));
    form.inTraditional =
        !inBig5
            && !orthography.onlySimplified(form.form)
            && (directed >= 2 || restored(form, rare, Repertoire.BIG5_COMMON))
            && variants.of(character).stream()
                .filter(each -> each.from() == character && each.kind() == Kind.TRADITIONAL)
                .noneMatch(Judgement::wellKnown);
  }

  /** A rare shape of a character whose other shape is the ordinary one (舊字形, 新字形). */
  private static boolean restored(Form form, boolean rare, Repertoire ordinary) {
    return rare && form.sameShape && ordinary.contains(form.form);
  }

  private List<Integer> officiallySimplified(int form) {
    return variants.of(form).stream()
        .filter(each -> each.from() == form && each.kind() == Kind.SIMPLIFIED)
        .filter(each -> each.saidBy("tghb"))
        .map(Relation::to)
        .toList();
  }

  private static boolean wellKnown(Relation relation) {
    return relation.saidBy("tghb") || relation.saidBy("opencc");
  }

  private static double belief(Collection<String> sources, boolean official) {
    return 1
        - sources.stream()
            .mapToDouble(name -> 1 - WEIGHT.getOrDefault(name, 0.0))
            .reduce(official ? 1 - WEIGHT_OF_LISTS : 1, (a, b) -> a * b);
  }
}
