package org.dianjiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dianjiao.collation.Collation;
import org.dianjiao.collation.KnownCharacters;
import org.dianjiao.collation.Likeness;
import org.dianjiao.collation.Names;
import org.dianjiao.collation.Witness;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to collate two texts of a given length, from nearly the same to wholly unlike,
 * with a heap of 300 MB. The texts are those of the demo project, over and over with every twelfth
 * character another. Run in the root of the project.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx300m")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class CollationBench {

  private static final Path DEMO = Path.of("config/demo");

  /** Characters of each text. */
  @Param({"20000", "200000"})
  private int length;

  /** What the second text is to the first. */
  @Param({"NEAR", "HALF", "SHUFFLED", "UNLIKE", "TWO_SIGNS"})
  private Pair pair;

  private Likeness likeness;
  private Witness a;
  private Witness b;

  /** Kinds of pairs. */
  public enum Pair {
    /** Three of a hundred characters are left out, put in or others. */
    NEAR,
    /** So is every second. */
    HALF,
    /** The same in pieces of fifty characters, in another order. */
    SHUFFLED,
    /** The same backwards. */
    UNLIKE,
    /** Random, of two different characters only, so that nothing is unique. */
    TWO_SIGNS
  }

  /** Makes the texts. */
  @Setup
  public void prepare() throws IOException {
    likeness = KnownCharacters.load();
    Random random = new Random(7);
    String text = text(random);
    a = new Witness("A", pair == Pair.TWO_SIGNS ? twoSigns(random) : text);
    b = new Witness("B", other(text, random));
  }

  private String text(Random random) throws IOException {
    try (Stream<Path> files = Files.list(DEMO)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(one -> one.toString().endsWith(".txt")).sorted().toList()) {
        all.append(Files.readString(file));
      }
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < length; i++) {
        text.append(random.nextInt(12) == 0 ? any(random) : all.charAt(i % all.length()));
      }
      return text.toString();
    }
  }

  private static char any(Random random) {
    return (char) ('一' + random.nextInt(3_000));
  }

  private String twoSigns(Random random) {
    return random
        .ints(length, 0, 2)
        .mapToObj(sign -> sign == 0 ? "天" : "地")
        .collect(Collectors.joining());
  }

  private String other(String text, Random random) {
    return switch (pair) {
      case NEAR -> edited(text, 3, random);
      case HALF -> edited(text, 50, random);
      case SHUFFLED -> {
        List<String> pieces =
            Arrays.asList(
                IntStream.range(0, length / 50)
                    .mapToObj(piece -> text.substring(piece * 50, piece * 50 + 50))
                    .toArray(String[]::new));
        Collections.shuffle(pieces, random);
        yield String.join("", pieces);
      }
      case UNLIKE -> new StringBuilder(text).reverse().toString();
      case TWO_SIGNS -> twoSigns(random);
    };
  }

  private static String edited(String text, int ofHundred, Random random) {
    StringBuilder edited = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int edit = random.nextInt(100) < ofHundred ? random.nextInt(3) : 3;
      if (edit != 0) {
        edited.append(edit == 1 ? any(random) : text.charAt(i));
      }
      if (edit == 2) {
        edited.append(any(random));
      }
    }
    return edited.toString();
  }

  /** Collates them; one operation is the whole of both texts. */
  @Benchmark
  public Collation collate() {
    return Collation.of(a, b, likeness, Names.none());
  }
}
