package org.dianjiao.plugin;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A plugin packed as a zip, which may mean harm. It is read as a stream, and nothing is believed
 * that it says about sizes; a link in it becomes a file with the link's words. What was unpacked
 * has to be what its table of contents lists. Blocking.
 */
final class PluginArchive {

  private static final int BLOCK = 64 * 1024;

  private final Path archive;
  private final Allowance allowance;
  private final EntryNames names = new EntryNames();
  private final Set<String> found = new HashSet<>();

  /** A zip that may be unpacked within an allowance. */
  PluginArchive(Path archive, Allowance allowance) {
    this.archive = archive;
    this.allowance = allowance;
  }

  /**
   * Writes everything that is in it into an empty folder.
   *
   * @throws PluginRefused when it is no zip, or one that is not trusted; files may be left behind
   */
  void unpack(Path target) throws IOException {
    try (InputStream bytes = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(bytes, StandardCharsets.UTF_8)) {
      ZipEntry entry = next(zip);
      while (entry != null) {
        allowance.oneMore();
        names.accept(entry.getName());
        found.add(entry.getName());
        write(zip, entry, target.resolve(entry.getName()));
        entry = next(zip);
      }
    } catch (ZipException | EOFException fault) {
      throw new PluginRefused("the archive cannot be read: " + fault.getMessage());
    }
    requireSameInItsTable();
  }

  private static ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException wrong) {
      throw new PluginRefused("a name in the archive is not UTF-8");
    }
  }

  private void write(ZipInputStream zip, ZipEntry entry, Path file) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = zip.read(block); read >= 0; read = zip.read(block)) {
        allowance.take(read);
        out.write(block, 0, read);
      }
    }
  }

  private void requireSameInItsTable() throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
      Set<String> listed = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
      if (zip.size() != found.size() || !listed.equals(found)) {
        throw new PluginRefused(
            "the archive lists %d files and holds %d, which are not the same"
                .formatted(zip.size(), found.size()));
      }
    } catch (ZipException fault) {
      throw new PluginRefused("the archive cannot be read: " + fault.getMessage());
    }
  }
}
