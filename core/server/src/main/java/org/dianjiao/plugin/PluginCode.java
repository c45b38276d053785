package org.dianjiao.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dianjiao.api.plugin.Plugin;

/** Looks, without loading a class, whether the jars of a plugin hold one. Blocking. */
final class PluginCode {

  private static final String DECLARED = "META-INF/services/" + Plugin.class.getName();
  private static final int MAX_DECLARATION = 64 * 1024;

  private PluginCode() {}

  /**
   * Requires jars in {@code lib} that declare one plugin.
   *
   * @throws PluginRefused when there are none, or they declare another number
   */
  static void require(PluginFolder plugin) throws IOException {
    List<Path> jars = plugin.installedJars();
    if (jars.isEmpty()) {
      throw new PluginRefused(
          "there are no jars in lib; of a project that is being developed, install what its build"
              + " packs");
    }
    List<String> declared = new ArrayList<>();
    for (Path jar : jars) {
      declared.addAll(declared(jar));
    }
    if (declared.size() != 1) {
      throw new PluginRefused(
          "%s in its jars names %d classes; a plugin has one".formatted(DECLARED, declared.size()));
    }
  }

  private static List<String> declared(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(DECLARED);
      if (entry == null) {
        return List.of();
      }
      try (InputStream in = zip.getInputStream(entry)) {
        String text = new String(in.readNBytes(MAX_DECLARATION), StandardCharsets.UTF_8);
        return text.lines()
            .map(line -> line.split("#", 2)[0].strip())
            .filter(line -> !line.isEmpty())
            .toList();
      }
    } catch (ZipException fault) {
      throw new PluginRefused("%s is no jar: %s".formatted(jar.getFileName(), fault.getMessage()));
    }
  }
}
