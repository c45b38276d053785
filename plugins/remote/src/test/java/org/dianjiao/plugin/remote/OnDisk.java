package org.dianjiao.plugin.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dianjiao.api.plugin.Plugin;

/** Writes folders of plugins. */
public final class OnDisk {

  private OnDisk() {}

  /** A plugin of one class, with these fields besides the usual ones. */
  public static Path plugin(Path folder, Class<? extends Plugin> code, String fields)
      throws IOException {
    manifest(folder, fields);
    Path services = Files.createDirectories(folder.resolve("target/classes/META-INF/services"));
    Files.writeString(services.resolve(Plugin.class.getName()), code.getName());
    copy(code.getNestHost(), folder);
    for (Class<?> member : code.getNestMembers()) {
      copy(member, folder);
    }
    return folder;
  }

  /** A plugin without code. */
  public static Path manifest(Path folder, String fields) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("plugin.json"),
        """
        {"id": "sample", "name": "A plugin for a test", "version": "1.0.0", "api": "1.0",
         "categories": ["mark"], %s}"""
            .formatted(fields));
    return folder;
  }

  private static void copy(Class<?> type, Path folder) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    Path file = folder.resolve("target/classes").resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      Files.write(file, in.readAllBytes());
    }
  }
}
