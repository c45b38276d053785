package org.dianjiao.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dianjiao.api.plugin.Plugin;

/** Writes a plugin folder as a developer has it: {@code plugin.json} and {@code target/classes}. */
public final class PluginOnDisk {

  private final Path folder;

  private PluginOnDisk(Path folder) {
    this.folder = folder;
  }

  public static PluginOnDisk in(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new PluginOnDisk(folder);
  }

  /** A plugin of one class with this manifest, less a few fields that are always the same. */
  public static Path install(Path folder, Class<? extends Plugin> plugin, String fields)
      throws IOException {
    return in(folder).manifest(manifest(folder.getFileName().toString(), fields)).code(plugin);
  }

  public static String manifest(String id, String fields) {
    return """
        {"id": "%s", "name": "A plugin for a test", "version": "1.0.0", "api": "1.0",
         "categories": ["mark"], "budget-ms": 500%s}"""
        .formatted(id, fields.isEmpty() ? "" : ", " + fields);
  }

  public PluginOnDisk manifest(String json) throws IOException {
    Files.writeString(folder.resolve("plugin.json"), json);
    return this;
  }

  public PluginOnDisk file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return this;
  }

  public Path code(Class<? extends Plugin> plugin) throws IOException {
    file("target/classes/META-INF/services/" + Plugin.class.getName(), plugin.getName() + "\n");
    copy(plugin.getNestHost());
    for (Class<?> member : plugin.getNestMembers()) {
      copy(member);
    }
    return folder;
  }

  private void copy(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    Path file = folder.resolve("target/classes").resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      Files.write(file, in.readAllBytes());
    }
  }
}
