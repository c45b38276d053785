package org.dianjiao.plugin.punctuation.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.plugin.punctuation.PunctuationPlugin;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.Paired;

/**
 * How well the proposals of the whole plugin agree with an edition: somebody accepts the best
 * candidate of each, and the text is compared. The last gap of each passage is left out. For one
 * thread.
 */
final class Proposed {

  private final CharacterTable table;
  private final Hits pauses = new Hits();
  private final Hits exact = new Hits();
  private final Map<Paired, Hits> pairs = new EnumMap<>(Paired.class);

  private Proposed(CharacterTable table) {
    this.table = table;
    Stream.of(Paired.values()).forEach(half -> pairs.put(half, new Hits()));
  }

  /**
   * Measures the plugin.
   *
   * @param files of the plugin: both models and the table of characters
   */
  static Proposed of(List<Path> files, List<Passage> passages) throws IOException {
    Path folder = Files.createTempDirectory("punctuation");
    try {
      for (Path file : files) {
        Files.createSymbolicLink(folder.resolve(file.getFileName()), file.toAbsolutePath());
      }
      Proposed proposed = new Proposed(CharacterTable.read(folder.resolve("t2s-chars.tsv")));
      try (Analyzer analyzer =
          new PunctuationPlugin().start(Simulated.delivered(folder, folder, false))) {
        for (Passage passage : passages) {
          proposed.add(passage, Accepted.all(analyzer, bare(passage)));
        }
      }
      return proposed;
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  private static String bare(Passage passage) {
    return new String(passage.codes(), 0, passage.size());
  }

  private void add(Passage wanted, String marked) {
    Passage got =
        Passage.parse("\t\t" + wanted.period() + "\t" + wanted.genre() + "\t\t1\t" + marked, table)
            .orElseThrow();
    for (int gap = 0; gap < wanted.size() - 1; gap++) {
      int label = wanted.labels()[gap];
      int offered = got.labels()[gap];
      pauses.add(label != Mark.NONE.label(), offered != Mark.NONE.label());
      exact.add(label != 0 && label == offered, offered != 0);
      if (label != 0 && label != offered) {
        exact.add(true, false);
      }
      for (Map.Entry<Paired, Hits> half : pairs.entrySet()) {
        if (wanted.pairs().isKnown(half.getKey())) {
          half.getValue()
              .add(
                  wanted.pairs().stands(half.getKey(), gap),
                  got.pairs().stands(half.getKey(), gap));
        }
      }
    }
  }

  Hits pauses() {
    return pauses;
  }

  Hits exact() {
    return exact;
  }

  Hits half(Paired half) {
    return pairs.get(half);
  }
}
