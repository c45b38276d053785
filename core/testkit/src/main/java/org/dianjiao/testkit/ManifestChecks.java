package org.dianjiao.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianjiao.plugin.DataSource;

/** What {@code plugin.json} says is true and complete. */
final class ManifestChecks {

  private final Subject subject;

  ManifestChecks(Subject subject) {
    this.subject = subject;
  }

  List<Check> all() {
    return List.of(
        new Check("Manifest: every data file has its origin, licence and checksum", this::sources));
  }

  private void sources() throws IOException {
    Set<String> declared =
        subject.manifest().sources().stream().map(DataSource::file).collect(Collectors.toSet());
    Path data = subject.folder().path().resolve("data");
    Set<String> undeclared = new TreeSet<>();
    if (Files.isDirectory(data)) {
      try (Stream<Path> files = Files.walk(data)) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> !isAboutOthers(file.getFileName().toString()))
            .map(file -> subject.folder().path().relativize(file).toString().replace('\\', '/'))
            .forEach(undeclared::add);
      }
    }
    undeclared.removeAll(declared);
    Check.require(undeclared.isEmpty(), "plugin.json names no source for %s".formatted(undeclared));
  }

  private static boolean isAboutOthers(String name) {
    return name.startsWith("NOTICE") || name.startsWith("LICENSE") || name.endsWith(".md");
  }
}
