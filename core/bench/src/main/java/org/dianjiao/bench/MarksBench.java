package org.dianjiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.ModelFile;
import org.dianjiao.plugin.punctuation.model.NetworkFile;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How many characters a second the punctuation model reads on one core, in lines of a given length;
 * and, at the start, how much memory the models take. The text is the unpunctuated treaty of the
 * demo project, over and over. Run in the root of the project.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MarksBench {

  private static final int CHARACTERS = 12_000;
  private static final Path DATA = Path.of("plugins/punctuation/data");
  private static final Path DEMO = Path.of("config/demo");

  /** Characters in a line. */
  @Param({"20", "300", "12000"})
  private int length;

  private PunctuationModel model;
  private List<Line> lines;

  /** Reads models and text. */
  @Setup
  public void prepare() throws IOException {
    long before = used();
    model =
        NetworkFile.read(DATA.resolve("network.bin"), ModelFile.read(DATA.resolve("model.bin")));
    System.out.printf("the models take %.1f MB of the heap%n", (used() - before) / 1e6);
    int[] text = treaty(CharacterTable.read(DATA.resolve("t2s-chars.tsv")));
    lines =
        Stream.iterate(0, from -> from < CHARACTERS, from -> from + length)
            .map(from -> line(text, from))
            .toList();
  }

  private Line line(int[] text, int from) {
    int[] codes = new int[length];
    for (int i = 0; i < length; i++) {
      codes[i] = text[(from + i) % text.length];
    }
    return Line.of(codes);
  }

  private static int[] treaty(CharacterTable table) throws IOException {
    try (Stream<Path> files = Files.list(DEMO)) {
      Path file =
          files
              .filter(one -> one.getFileName().toString().startsWith("002"))
              .findFirst()
              .orElseThrow();
      return Files.readString(file)
          .codePoints()
          .filter(Character::isIdeographic)
          .map(table::simplify)
          .toArray();
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** The probabilities in every gap; an operation is one character. */
  @Benchmark
  @OperationsPerInvocation(CHARACTERS)
  public void characters(Blackhole sink) {
    for (Line line : lines) {
      PunctuationModel.Reading reading = model.read(line, 0, line.size());
      for (int gap = 0; gap < line.size(); gap++) {
        sink.consume(reading.probabilities(gap));
      }
    }
  }
}
