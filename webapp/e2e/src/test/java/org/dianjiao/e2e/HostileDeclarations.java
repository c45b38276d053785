package org.dianjiao.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A plugin without code whose {@code plugin.json} says what a hostile one would, in every field.
 */
final class HostileDeclarations {

  private static final int LONGEST_LABEL = 120;
  private static final int LONGEST_HELP = 500;
  private static final int KINDS = 40;
  private static final int FORMATS = 20;
  private static final String FILE = "data/payloads-%d.txt";

  private HostileDeclarations() {}

  /** What may be a label among these. */
  static List<String> labels(List<String> payloads) {
    return payloads.stream()
        .filter(one -> !one.isBlank() && one.length() <= LONGEST_LABEL)
        .filter(one -> one.chars().noneMatch(unit -> unit < ' '))
        .toList();
  }

  /** Installs it in a folder of plugins. */
  static void install(Path plugins, List<String> payloads) throws IOException {
    Path folder = Files.createDirectories(plugins.resolve("declaring"));
    Files.createDirectories(folder.resolve("data"));
    List<String> labels = labels(payloads);
    Map<String, Object> manifest =
        Map.ofEntries(
            Map.entry("id", "declaring"),
            Map.entry("name", labels.get(0)),
            Map.entry("version", "0.1.0"),
            Map.entry("api", "1.0"),
            Map.entry("categories", List.of("hostile")),
            Map.entry("budget-ms", 500),
            Map.entry("settings", settings(payloads, labels)),
            Map.entry("sources", sources(folder, payloads)),
            Map.entry("annotations", kinds(labels)),
            Map.entry("commands", commands(labels)),
            Map.entry("imports", formats(labels)));
    Files.writeString(
        folder.resolve("plugin.json"), new ObjectMapper().writeValueAsString(manifest));
  }

  private static List<Map<String, Object>> settings(List<String> payloads, List<String> labels) {
    List<Map<String, Object>> settings = new ArrayList<>();
    for (String payload : payloads) {
      int number = settings.size();
      String help = payload.substring(0, Math.min(payload.length(), LONGEST_HELP));
      settings.add(
          Map.of(
              "name",
              "setting-" + number,
              "type",
              "string",
              "default",
              payload,
              "one-of",
              number % 3 == 0 ? List.of(payload, "other") : List.of(),
              "label",
              labels.get(number % labels.size()),
              "help",
              help));
    }
    return settings;
  }

  private static List<Map<String, Object>> sources(Path folder, List<String> payloads)
      throws IOException {
    List<Map<String, Object>> sources = new ArrayList<>();
    for (String payload : payloads.stream().filter(one -> !one.isBlank()).toList()) {
      String name = FILE.formatted(sources.size());
      byte[] content = payload.getBytes(StandardCharsets.UTF_8);
      Files.write(folder.resolve(name), content);
      sources.add(
          Map.of("file", name, "sha256", sha256(content), "origin", payload, "license", payload));
    }
    return sources;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Map<String, Object>> kinds(List<String> labels) {
    List<Map<String, Object>> kinds = new ArrayList<>();
    for (String label : labels.subList(0, KINDS)) {
      kinds.add(Map.of("kind", "kind-" + kinds.size(), "label", label, "hue", "pink"));
    }
    return kinds;
  }

  private static List<Map<String, Object>> commands(List<String> labels) {
    return List.of(Map.of("name", "run", "label", labels.get(1), "on", List.of("document")));
  }

  /** A format for each of some labels. */
  static List<Map<String, Object>> formats(List<String> labels) {
    List<Map<String, Object>> formats = new ArrayList<>();
    for (String label : labels.subList(0, FORMATS)) {
      formats.add(
          Map.of(
              "name",
              "format-" + formats.size(),
              "label",
              label,
              "extension",
              "txt",
              "media-type",
              "text/html"));
    }
    return formats;
  }
}
