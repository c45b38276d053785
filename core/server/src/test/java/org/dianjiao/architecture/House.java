package org.dianjiao.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The rooms that the rules are about: the compiled classes, and the source folders. */
final class House {

  /** Every class of the server and of the API, without tests. */
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.dianjiao");

  /** Below the module that is being tested lies the whole repository. */
  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent().getParent();

  private House() {}

  /** The name of a room, with all that is below it. */
  static String room(String name) {
    return "org.dianjiao." + name + "..";
  }

  /** The names of rooms, with all that is below them. */
  static String[] rooms(String... names) {
    return Stream.of(names).map(House::room).toArray(String[]::new);
  }

  /** A file of the repository. */
  static Path file(String path) {
    return REPOSITORY.resolve(path);
  }

  /** Every source file of every module that ships. */
  static List<Path> sources() {
    return Stream.of("core", "plugins")
        .flatMap(folder -> list(REPOSITORY.resolve(folder)))
        .map(module -> module.resolve("src/main/java"))
        .filter(Files::isDirectory)
        .flatMap(House::walk)
        .filter(file -> file.toString().endsWith(".java"))
        .toList();
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
