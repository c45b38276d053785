package org.dianjiao.plugin.punctuation.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.plugin.punctuation.model.CharacterTable;

/** Reads passages from files, those ending in {@code .xz} through the {@code xz} program. */
final class PassageReader {

  private final CharacterTable table;

  PassageReader(CharacterTable table) {
    this.table = table;
  }

  List<Passage> read(Path file) throws IOException {
    return works(file).values().stream().flatMap(List::stream).toList();
  }

  /** The passages of each work, in the order of the file. */
  Map<String, List<Passage>> works(Path file) throws IOException {
    if (!file.toString().endsWith(".xz")) {
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        return passages(lines);
      }
    }
    Process xz =
        new ProcessBuilder("xz", "-dc", file.toString()).redirectError(Redirect.INHERIT).start();
    Map<String, List<Passage>> passages;
    try (BufferedReader lines = xz.inputReader(StandardCharsets.UTF_8)) {
      passages = passages(lines);
    }
    try {
      int exit = xz.waitFor();
      if (exit != 0) {
        throw new IOException("xz ended with " + exit + " on " + file);
      }
    } catch (InterruptedException e) {
      xz.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading " + file, e);
    }
    return passages;
  }

  private Map<String, List<Passage>> passages(BufferedReader lines) throws IOException {
    Map<String, List<Passage>> works = new LinkedHashMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Optional<Passage> passage = Passage.parse(line, table);
      String work = line.split("\t", 3)[1];
      passage.ifPresent(one -> works.computeIfAbsent(work, name -> new ArrayList<>()).add(one));
    }
    return works;
  }
}
