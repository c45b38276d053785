package org.dianjiao.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A plugin that says what a hostile one would, compiled and installed beside the product. It calls
 * itself {@code names}, so that people look names up with it.
 */
final class HostilePlugin {

  private static final String MANIFEST =
      """
      {"id": "names", "name": "Names", "version": "9.9.0", "api": "1.0", "categories": ["hostile"],
       "window": {"before": 0, "after": 0}, "budget-ms": 5000, "parallelism": 1,
       "deterministic": true, "settings": [], "sources": [], "imports": %1$s, "exports": %1$s}
      """;

  private HostilePlugin() {}

  /** Installs it in a folder of plugins. */
  static void install(Path plugins, List<String> payloads) throws IOException {
    Path folder = plugins.resolve("names");
    Path source = Files.createDirectories(folder.resolve("source")).resolve("HostilePlugin.java");
    try (InputStream file =
        HostilePlugin.class.getResourceAsStream("/hostile/HostilePlugin.java")) {
      Files.copy(Objects.requireNonNull(file), source);
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-cp",
                api().toString(),
                "-d",
                classes.toString(),
                source.toString());
    if (failed != 0) {
      throw new IllegalStateException("the hostile plugin does not compile");
    }
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("org.dianjiao.api.plugin.Plugin"), "HostilePlugin\n");
    pack(classes, Files.createDirectories(folder.resolve("lib")).resolve("hostile.jar"));
    Files.write(Files.createDirectories(folder.resolve("data")).resolve("payloads.txt"), payloads);
    String formats =
        new ObjectMapper()
            .writeValueAsString(HostileDeclarations.formats(HostileDeclarations.labels(payloads)));
    Files.writeString(folder.resolve("plugin.json"), MANIFEST.formatted(formats));
  }

  private static void pack(Path classes, Path jar) {
    String[] arguments = {"--create", "--file", jar.toString(), "-C", classes.toString(), "."};
    int failed =
        java.util.spi.ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, arguments);
    if (failed != 0) {
      throw new IllegalStateException("the hostile plugin cannot be packed");
    }
  }

  private static Path api() throws IOException {
    try (Stream<Path> jars = Files.list(Module.home().resolve("lib"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith("dianjiao-api"))
          .findFirst()
          .orElseThrow();
    }
  }
}
