package org.dianjiao.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Copies the folder of a plugin: {@code plugin.json}, {@code lib}, {@code data}, and what it says
 * about itself. Sources and what a build leaves behind stay where they are; links are refused.
 * Blocking.
 */
final class PluginCopy {

  private static final int BLOCK = 64 * 1024;
  private static final Set<String> FOLDERS = Set.of("lib", "data");
  private static final Pattern PAPERS =
      Pattern.compile("(README|LICENSE|NOTICE|CHANGELOG)[A-Za-z0-9._-]*");

  private final Path source;
  private final Path target;
  private final Allowance allowance;
  private final EntryNames names = new EntryNames();

  /** A copy of one folder into another that is empty. */
  PluginCopy(Path source, Path target, Allowance allowance) {
    this.source = source;
    this.target = target;
    this.allowance = allowance;
  }

  /**
   * Copies.
   *
   * @throws PluginRefused when something is a link, has a name that is not plain, or is too much
   */
  void make() throws IOException {
    for (Path entry : list(source)) {
      String name = entry.getFileName().toString();
      boolean wanted =
          Files.isDirectory(entry)
              ? FOLDERS.contains(name)
              : name.equals(PluginManifest.FILE) || PAPERS.matcher(name).matches();
      if (wanted) {
        copy(entry, name);
      }
    }
  }

  private void copy(Path entry, String name) throws IOException {
    allowance.oneMore();
    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      names.accept(name + "/");
      Files.createDirectories(target.resolve(name));
      for (Path inside : list(entry)) {
        copy(inside, name + "/" + inside.getFileName());
      }
    } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
      names.accept(name);
      write(entry, target.resolve(name));
    } else {
      throw new PluginRefused("\"%s\" is a link, or no file".formatted(EntryNames.shown(name)));
    }
  }

  private void write(Path entry, Path file) throws IOException {
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(entry, LinkOption.NOFOLLOW_LINKS);
        OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        allowance.take(read);
        out.write(block, 0, read);
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      found.forEach(entries::add);
    }
    entries.sort(null);
    return entries;
  }
}
