package org.dianjiao.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dianjiao.api.plugin.Plugin;

/** A plugin as its author packs it. */
public final class PackedPlugin {

  private PackedPlugin() {}

  /** A zip with a manifest, a jar and a file of data. */
  public static byte[] zip(String id, String version) {
    return zip(manifest(id, version), SamplePlugins.Marker.class);
  }

  /** A zip with this manifest and a jar with this plugin in it. */
  static byte[] zip(String manifest, Class<? extends Plugin> plugin) {
    return raw(manifest, plugin).bytes();
  }

  /** The same, to which something else can be added. */
  static RawZip raw(String manifest, Class<? extends Plugin> plugin) {
    return new RawZip()
        .add("plugin.json", manifest)
        .add(RawZip.Entry.named("lib/plugin.jar", jar(plugin)))
        .add("data/words.tsv", "也\n");
  }

  /** What {@code plugin.json} of the zip says. */
  public static String manifest(String id, String version) {
    return PluginOnDisk.manifest(id, "").replace("\"1.0.0\"", "\"" + version + "\"");
  }

  /** A jar that declares a plugin. */
  static byte[] jar(Class<? extends Plugin> plugin) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(entry("META-INF/services/" + Plugin.class.getName()));
      zip.write((plugin.getName() + "\n").getBytes(StandardCharsets.UTF_8));
      for (Class<?> member : plugin.getNestHost().getNestMembers()) {
        String name = member.getName().replace('.', '/') + ".class";
        zip.putNextEntry(entry(name));
        try (InputStream in = member.getClassLoader().getResourceAsStream(name)) {
          in.transferTo(zip);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  /** An entry that bears no time, so that what is packed twice has the same bytes. */
  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
    return entry;
  }
}
