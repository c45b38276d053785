package org.dianjiao.collation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianjiao.characters.Orthography;
import org.dianjiao.characters.Variants;

/**
 * What the tables of characters say, in single steps. Simplified and traditional forms count as the
 * same when places are looked for; any relation that a source knows makes two characters variants,
 * unless another says that they are not cognate. A character with a mouth beside it (啰 of 罗) is the
 * way in which names of foreigners were written.
 */
public final class KnownCharacters implements Likeness {

  private static final String SOUNDS = "sounds.tsv";

  private final Variants variants = Variants.load();
  private final Orthography orthography = Orthography.load();
  private final Map<Integer, Integer> sounds = new HashMap<>();
  private final Map<Integer, List<Integer>> written = new HashMap<>();

  private KnownCharacters() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                KnownCharacters.class.getResourceAsStream(SOUNDS), StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(this::addSound);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addSound(String line) {
    int with = line.codePointAt(0);
    int without = line.codePointAt(line.indexOf('\t') + 1);
    sounds.put(with, without);
    written.computeIfAbsent(without, none -> new ArrayList<>()).add(with);
  }

  /** Made from the packed tables when it is asked for the first time. */
  public static Likeness load() {
    return Packed.CHARACTERS;
  }

  @Override
  public int key(int codePoint) {
    return orthography.simplified(codePoint);
  }

  @Override
  public int[] like(int key) {
    Set<Integer> like = new HashSet<>();
    variants.of(key).stream()
        .map(relation -> relation.other(key))
        .filter(other -> !variants.notCognate(key, other))
        .forEach(like::add);
    like.addAll(written.getOrDefault(key, List.of()));
    if (sounds.containsKey(key)) {
      like.add(sounds.get(key));
    }
    return like.stream().mapToInt(this::key).distinct().sorted().toArray();
  }

  @Override
  public boolean soundAlike(int one, int other) {
    return sounds.getOrDefault(one, -1) == other || sounds.getOrDefault(other, -1) == one;
  }

  /** Made once for all who ask. */
  private static final class Packed {
    static final Likeness CHARACTERS = new KnownCharacters();
  }
}
