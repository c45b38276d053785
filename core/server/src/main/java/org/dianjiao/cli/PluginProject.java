package org.dianjiao.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dianjiao.plugin.ApiVersion;
import org.dianjiao.text.Digest;

/**
 * A Maven project for a new plugin, as it is written for its author: everything that the build, the
 * tests and the installation need, and nothing that is not used.
 *
 * @param id of the plugin
 * @param code package of its classes
 * @param home the installation whose jars the project is built with
 */
record PluginProject(String id, String code, Path home) {

  private static final String TEMPLATES = "project/";

  /** What is written where, by the name of its template. */
  private Map<String, String> files() {
    String main = "src/main/java/" + code.replace('.', '/') + "/";
    String test = "src/test/java/" + code.replace('.', '/') + "/";
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", "pom.xml");
    files.put("package.xml", "package.xml");
    files.put("plugin.json", "plugin.json");
    files.put("README.md", "README.md");
    files.put("gitignore", ".gitignore");
    files.put("words.tsv", "data/words.tsv");
    files.put("Plugin.java", main + typeName() + "Plugin.java");
    files.put("Analyzer.java", main + typeName() + "Analyzer.java");
    files.put("ConformanceTest.java", test + "ConformanceTest.java");
    files.put("first.txt", "texts/first.txt");
    files.put("first.expected.json", "texts/first.expected.json");
    return files;
  }

  /** Writes the project into an empty folder. */
  void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      put(folder.resolve(file.getValue()), filled(template(file.getKey())));
    }
    put(
        folder.resolve("src/main/resources/META-INF/services/org.dianjiao.api.plugin.Plugin"),
        code + "." + typeName() + "Plugin\n");
  }

  private static void put(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String template(String name) throws IOException {
    try (InputStream in = PluginProject.class.getResourceAsStream(TEMPLATES + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String filled(String template) throws IOException {
    return template
        .replace("@id@", id)
        .replace("@name@", name())
        .replace("@package@", code)
        .replace("@Class@", typeName())
        .replace("@api@", ApiVersion.SUPPORTED.toString())
        .replace("@home@", home.toString().replace("&", "&amp;").replace("<", "&lt;"))
        .replace("@sha256@", Digest.of(template("words.tsv")));
  }

  /** The id in words: {@code reign-titles} is “Reign titles”. */
  private String name() {
    return Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('-', ' ');
  }

  /** The id as the beginning of the names of types: {@code reign-titles} is {@code ReignTitles}. */
  private String typeName() {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }
}
