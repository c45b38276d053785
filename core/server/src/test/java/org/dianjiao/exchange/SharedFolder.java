package org.dianjiao.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder {@code shared} with the five texts and the TEI schema, in or above the checkout. */
public final class SharedFolder {

  private SharedFolder() {}

  /** A folder or file inside it. */
  public static Path path(String inside) {
    Path start = Path.of("").toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      Path found = at.resolve("shared").resolve(inside);
      if (Files.exists(found)) {
        return found;
      }
    }
    throw new IllegalStateException("no folder shared with " + inside + " in or above " + start);
  }

  /** The five texts, by name. */
  public static List<Path> texts() {
    try (Stream<Path> files = Files.list(path("texts"))) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
