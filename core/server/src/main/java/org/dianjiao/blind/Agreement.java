package org.dianjiao.blind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.dianjiao.review.KrippendorffAlpha;
import org.dianjiao.review.MarkAgreement;
import org.dianjiao.review.Markings;

/**
 * How far the people of a round agree.
 *
 * @param pairs each two of them
 * @param alpha Krippendorff's, of all of them: when they punctuated, of the marks at each place;
 *     when they marked names, of the kind of name that each character is in; empty when it says
 *     nothing, and when they transcribed
 * @param entities the same of what each character is a name of; empty unless they marked names
 */
public record Agreement(List<Pair> pairs, OptionalDouble alpha, OptionalDouble entities) {

  /** Copies the list. */
  public Agreement {
    pairs = List.copyOf(pairs);
  }

  /**
   * Two of them.
   *
   * @param one index of the first worker
   * @param other index of the second
   * @param marks when they punctuated
   * @param things the names, with their kind, or the changes that each made
   */
  public record Pair(
      int one, int other, Optional<MarkAgreement> marks, MarkAgreement.Count things) {}

  /**
   * Of people who punctuated.
   *
   * @throws IllegalArgumentException when the texts differ in more than their marks
   */
  public static Agreement ofMarks(List<String> texts) {
    List<Markings> markings = texts.stream().map(Markings::of).toList();
    List<Pair> pairs =
        pairs(
            texts.size(),
            (one, other) -> {
              MarkAgreement marks = MarkAgreement.of(markings.get(one), markings.get(other));
              return new Pair(one, other, Optional.of(marks), marks.boundaries());
            });
    List<List<String>> places = new ArrayList<>();
    for (int i = 0; i < markings.get(0).gaps().size(); i++) {
      int place = i;
      places.add(markings.stream().map(one -> one.gaps().get(place)).toList());
    }
    return new Agreement(pairs, KrippendorffAlpha.of(places), OptionalDouble.empty());
  }

  /** Of people who marked names in one text; line feeds and spaces are in no name. */
  public static Agreement ofNames(String text, List<List<Name>> names) {
    List<Pair> pairs =
        pairs(
            names.size(),
            (one, other) -> counted(one, other, spans(names.get(one)), spans(names.get(other))));
    List<List<Set<String>>> kinds = new ArrayList<>();
    List<List<Set<String>>> entities = new ArrayList<>();
    List<Map<Integer, Set<String>>> byKind =
        names.stream().map(one -> labels(one, name -> name.body().kind())).toList();
    List<Map<Integer, Set<String>>> byEntity =
        names.stream().map(one -> labels(one, Name::entity)).toList();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!Character.isWhitespace(text.codePointAt(i))) {
        kinds.add(at(i, byKind));
        entities.add(at(i, byEntity));
      }
    }
    return new Agreement(pairs, KrippendorffAlpha.of(kinds), KrippendorffAlpha.of(entities));
  }

  /** What each unit is in a name of; none for a unit that is in no name. */
  private static Map<Integer, Set<String>> labels(List<Name> names, Function<Name, String> label) {
    Map<Integer, Set<String>> labels = new HashMap<>();
    for (Name name : names) {
      for (int at = name.start(); at < name.end(); at++) {
        labels.computeIfAbsent(at, unit -> new TreeSet<>()).add(label.apply(name));
      }
    }
    return labels;
  }

  private static List<Set<String>> at(int unit, List<Map<Integer, Set<String>>> labels) {
    return labels.stream().map(one -> one.getOrDefault(unit, Set.of())).toList();
  }

  private static List<String> spans(List<Name> names) {
    return names.stream()
        .map(name -> name.start() + "-" + name.end() + " " + name.body().kind())
        .distinct()
        .toList();
  }

  /** Of people who transcribed: at how many places each changed the text, and alike. */
  public static Agreement ofChanges(int workers, List<Difference> differences) {
    return new Agreement(
        pairs(
            workers,
            (one, other) ->
                counted(one, other, changed(one, differences), changed(other, differences))),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static List<String> changed(int worker, List<Difference> differences) {
    return differences.stream()
        .filter(difference -> !difference.readings().get(worker).text().equals(difference.base()))
        .map(difference -> difference.id() + " " + difference.readings().get(worker).text())
        .toList();
  }

  private static Pair counted(int one, int other, List<String> ones, List<String> others) {
    Set<String> there = new HashSet<>(others);
    int both = (int) ones.stream().filter(there::contains).count();
    return new Pair(
        one,
        other,
        Optional.empty(),
        new MarkAgreement.Count(ones.size(), others.size(), both, OptionalDouble.empty()));
  }

  private interface Compared {
    Pair of(int one, int other);
  }

  private static List<Pair> pairs(int workers, Compared compared) {
    List<Pair> pairs = new ArrayList<>();
    for (int one = 0; one < workers; one++) {
      for (int other = one + 1; other < workers; other++) {
        pairs.add(compared.of(one, other));
      }
    }
    return pairs;
  }
}
