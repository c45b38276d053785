package org.dianjiao.plugin;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names in one plugin that is being installed: paths of plain names, each another one on every
 * disk, no file where a folder is. Names come from outside; only those that were accepted may
 * become paths.
 */
final class EntryNames {

  private static final Pattern STEP = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}+._ -]*");
  private static final int MAX_UNITS = 200;
  private static final int MAX_DEPTH = 8;

  private final Map<String, String> files = new HashMap<>();
  private final Set<String> folders = new HashSet<>();

  /**
   * Accepts a name.
   *
   * @param name with slashes; one that ends with a slash is a folder
   * @throws PluginRefused when it is not plain, or cannot stand beside those before it
   */
  void accept(String name) {
    boolean folder = name.endsWith("/");
    String path = folder ? name.substring(0, name.length() - 1) : name;
    requirePlain(path);
    String key = Normalizer.normalize(path, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
      makeFolder(key.substring(0, slash), path);
    }
    if (folder) {
      makeFolder(key, path);
      return;
    }
    String same = files.put(key, path);
    if (same != null || folders.contains(key)) {
      throw new PluginRefused(
          "\"%s\" and \"%s\" are one name on some disks"
              .formatted(shown(path), shown(same == null ? path : same)));
    }
  }

  private void makeFolder(String key, String path) {
    if (files.containsKey(key)) {
      throw new PluginRefused(
          "\"%s\" needs a folder where the file \"%s\" is"
              .formatted(shown(path), shown(files.get(key))));
    }
    folders.add(key);
  }

  private static void requirePlain(String path) {
    String[] steps = path.split("/", -1);
    boolean plain = path.length() <= MAX_UNITS && steps.length <= MAX_DEPTH;
    for (String step : steps) {
      plain &= STEP.matcher(step).matches() && !step.endsWith(".") && !step.endsWith(" ");
    }
    if (!plain) {
      throw new PluginRefused(
          "\"%s\" is no path of at most %d plain names and %d units"
              .formatted(shown(path), MAX_DEPTH, MAX_UNITS));
    }
  }

  /** A name that can be printed, whatever it is made of. */
  static String shown(String name) {
    String line =
        name.codePoints()
            .limit(80)
            .collect(StringBuilder::new, EntryNames::add, (a, b) -> {})
            .toString();
    return line.length() < name.length() ? line + "…" : line;
  }

  private static void add(StringBuilder line, int point) {
    boolean legible = Character.isLetterOrDigit(point) || (point >= ' ' && point < 127);
    line.appendCodePoint(legible ? point : '\ufffd');
  }
}
