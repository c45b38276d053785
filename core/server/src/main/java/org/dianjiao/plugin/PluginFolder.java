package org.dianjiao.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.dianjiao.text.Digest;

/**
 * An installed plugin on the disk: {@code plugin.json}, {@code lib/*.jar} (while it is developed
 * {@code target/classes} instead), and what it reads in {@code data/}. Reading blocks.
 *
 * @param path the folder
 * @param manifest what its {@code plugin.json} says; every source was there with its checksum
 */
public record PluginFolder(Path path, PluginManifest manifest) {

  private static final long MAX_MANIFEST_BYTES = 1024 * 1024;

  /**
   * Reads a folder and checks everything that can be checked without running it.
   *
   * @throws PluginRefused with a sentence that says what is wrong
   */
  public static PluginFolder open(Path path) {
    try {
      Path folder = path.toRealPath();
      Path file = folder.resolve(PluginManifest.FILE);
      if (Files.size(file) > MAX_MANIFEST_BYTES) {
        throw new PluginRefused(PluginManifest.FILE + " has more than a megabyte");
      }
      PluginManifest manifest = PluginManifest.read(Files.readString(file));
      for (DataSource source : manifest.sources()) {
        verify(folder, source);
      }
      return new PluginFolder(folder, manifest);
    } catch (CharacterCodingException fault) {
      throw new PluginRefused(PluginManifest.FILE + " is not UTF-8");
    } catch (IOException fault) {
      throw new PluginRefused("cannot read " + fault.getMessage());
    }
  }

  private static void verify(Path folder, DataSource source) throws IOException {
    Path file = folder.resolve(source.file());
    if (!Files.isRegularFile(file)) {
      throw new PluginRefused("source " + source.file() + " is not there");
    }
    String found = sha256(file);
    if (!found.equals(source.sha256())) {
      throw new PluginRefused(
          "source %s has the SHA-256 %s, but %s says %s"
              .formatted(source.file(), found, PluginManifest.FILE, source.sha256()));
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = Digest.begin();
      new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return Digest.end(digest);
    }
  }

  /**
   * Refuses the plugin when it is not the one that somebody has looked at.
   *
   * @param wanted the SHA-256 of all of it
   * @throws PluginRefused with the one that it has
   */
  void require(String wanted) {
    String found = sha256();
    if (!found.equals(wanted)) {
      throw new PluginRefused(
          "all of it has the SHA-256 %s, but its settings say %s".formatted(found, wanted));
    }
  }

  /**
   * The SHA-256 over a line for each of its files, in the order of their names: the SHA-256 of the
   * file, two spaces, and its path from the folder, as {@code sha256sum} prints it. Blocks.
   */
  String sha256() {
    try (Stream<Path> files = Files.walk(path)) {
      StringBuilder lines = new StringBuilder();
      List<String> names =
          files
              .filter(Files::isRegularFile)
              .map(file -> path.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
      for (String name : names) {
        lines.append(sha256(path.resolve(name))).append("  ").append(name).append('\n');
      }
      MessageDigest digest = Digest.begin();
      digest.update(lines.toString().getBytes(StandardCharsets.UTF_8));
      return Digest.end(digest);
    } catch (IOException fault) {
      throw new PluginRefused("cannot read " + fault.getMessage());
    }
  }

  /** Where the plugin's own files are. */
  Path data() {
    return path.resolve("data");
  }

  /**
   * What its classes are loaded from: the jars in {@code lib}, or else {@code target/classes} and
   * the jars in {@code target/lib}.
   *
   * @throws PluginRefused when there is neither
   */
  List<Path> classPath() throws IOException {
    return classPath(path);
  }

  /** The same of a folder that may be no plugin. */
  static List<Path> classPath(Path path) throws IOException {
    List<Path> installed = jars(path.resolve("lib"));
    if (!installed.isEmpty()) {
      return installed;
    }
    Path classes = path.resolve("target").resolve("classes");
    if (!Files.isDirectory(classes)) {
      throw new PluginRefused("there are neither jars in lib nor classes in target/classes");
    }
    List<Path> developed = new ArrayList<>(List.of(classes));
    developed.addAll(jars(path.resolve("target").resolve("lib")));
    return developed;
  }

  /** The jars in {@code lib}. */
  List<Path> installedJars() throws IOException {
    return jars(path.resolve("lib"));
  }

  private static List<Path> jars(Path directory) throws IOException {
    List<Path> jars = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.jar")) {
        found.forEach(jars::add);
      }
    }
    Collections.sort(jars);
    return jars;
  }
}
