package org.dianjiao.plugin.punctuation;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder {@code shared} with the project's texts and data, beside the checkout. */
public final class SharedFolder {

  private SharedFolder() {}

  /** The path inside {@code shared}; fails when no folder above the module has it. */
  public static Path resolve(String name) {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path found = folder.resolve("shared").resolve(name);
      if (Files.exists(found)) {
        return found;
      }
    }
    throw new AssertionError("no folder above " + start + " has shared/" + name);
  }
}
