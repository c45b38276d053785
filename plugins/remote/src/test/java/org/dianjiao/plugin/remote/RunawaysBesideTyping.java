package org.dianjiao.plugin.remote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.bench.Load;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long acknowledgements take while a plugin runs away beside ten people who type, and without
 * it. Fails when the text has another length, or another revision, than what was typed makes: so no
 * plugin changed it. Prints a table. {@code -Ddianjiao.kinds=exit,heap} takes only these.
 */
class RunawaysBesideTyping {

  private static final List<String> KINDS =
      Stream.of(System.getProperty("dianjiao.kinds", "").split(","))
          .filter(kind -> !kind.isEmpty())
          .toList();

  @TempDir Path installed;

  @Test
  void measure() throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add("--bridge=" + Hosted.BRIDGE);
    arguments.add("--installed=" + installed);
    arguments.add("S1C10");
    for (Class<?> kind : Runaways.class.getDeclaredClasses()) {
      String id = kind.getSimpleName().toLowerCase(Locale.ROOT);
      if (!id.equals("tame") && (KINDS.isEmpty() || KINDS.contains(id))) {
        install(id, kind.asSubclass(Plugin.class));
        arguments.add("S1C10+" + id);
      }
    }
    arguments.add("S1C10");
    Load.main(arguments.toArray(String[]::new));
  }

  private void install(String id, Class<? extends Plugin> kind) throws Exception {
    Path folder = OnDisk.plugin(installed.resolve(id + "-1.0.0"), kind, "\"budget-ms\": 500");
    Path manifest = folder.resolve("plugin.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"sample\"", '"' + id + '"'));
  }
}
