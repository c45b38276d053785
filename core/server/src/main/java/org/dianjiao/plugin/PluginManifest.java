package org.dianjiao.plugin;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;

/**
 * What a plugin says about itself in {@code plugin.json}. Read and fully checked before any of its
 * classes is loaded.
 *
 * @param id short name in lower case with dashes
 * @param name for people
 * @param version of the plugin, {@code major.minor.patch}
 * @param api version of the interfaces that it was made for
 * @param categories of the proposals that it makes
 * @param window context that it wants around the focus
 * @param budget how long one answer may take
 * @param parallelism how many threads may be in its analyzer at once
 * @param deterministic whether the same question always gets the same answer
 * @param settings that it has
 * @param sources of what it knows
 * @param annotations kinds of annotations that it brings
 * @param commands that people can give it
 * @param imports formats of files that it reads
 * @param exports formats of files that it writes
 * @param remote present when its code runs elsewhere
 */
public record PluginManifest(
    String id,
    String name,
    String version,
    ApiVersion api,
    List<String> categories,
    Window window,
    Duration budget,
    int parallelism,
    boolean deterministic,
    List<SettingDeclaration> settings,
    List<DataSource> sources,
    List<AnnotationDeclaration> annotations,
    List<CommandDeclaration> commands,
    List<FormatDeclaration> imports,
    List<FormatDeclaration> exports,
    Optional<RemoteDeclaration> remote) {

  /** The name of the file in the plugin's folder. */
  public static final String FILE = "plugin.json";

  private static final int MAX_CONTEXT = 10_000;
  private static final int MAX_PARALLELISM = 16;
  private static final Duration MAX_BUDGET = Duration.ofMinutes(10);
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int MAX_WORD = 64;
  private static final int MAX_LABEL = 120;

  /**
   * Context around the focus, in UTF-16 units.
   *
   * @param before the focus
   * @param after the focus
   */
  public record Window(int before, int after) {

    /** Requires 0 to 10,000 units on each side. */
    public Window {
      if (before < 0 || before > MAX_CONTEXT || after < 0 || after > MAX_CONTEXT) {
        throw new PluginRefused(
            "window of %d units before and %d after; each may be 0 to %d"
                .formatted(before, after, MAX_CONTEXT));
      }
    }
  }

  /** What decides whether the rest can be understood at all. */
  private record Head(Optional<String> api) {}

  /** Checks everything but the files. */
  public PluginManifest {
    requireWord("id", id);
    requireLabel("plugin", name);
    PluginVersion.parse(version);
    categories = List.copyOf(categories);
    if (categories.isEmpty() && commands.isEmpty() && imports.isEmpty() && exports.isEmpty()) {
      throw new PluginRefused("no categories, and nothing else that it can do");
    }
    categories.forEach(category -> requireWord("category", category));
    requireDistinct("category", categories);
    if (budget.isZero() || budget.isNegative() || budget.compareTo(MAX_BUDGET) > 0) {
      throw new PluginRefused(
          "budget-ms of %d; it may be 1 to %d".formatted(budget.toMillis(), MAX_BUDGET.toMillis()));
    }
    if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
      throw new PluginRefused(
          "parallelism of %d; it may be 1 to %d".formatted(parallelism, MAX_PARALLELISM));
    }
    settings = List.copyOf(settings);
    requireDistinct("setting", settings.stream().map(SettingDeclaration::name).toList());
    sources = List.copyOf(sources);
    requireDistinct("source", sources.stream().map(DataSource::file).toList());
    annotations = List.copyOf(annotations);
    requireDistinct("annotation", annotations.stream().map(AnnotationDeclaration::kind).toList());
    commands = List.copyOf(commands);
    requireDistinct("command", commands.stream().map(CommandDeclaration::name).toList());
    imports = List.copyOf(imports);
    requireDistinct("import", imports.stream().map(FormatDeclaration::name).toList());
    exports = List.copyOf(exports);
    requireDistinct("export", exports.stream().map(FormatDeclaration::name).toList());
  }

  /**
   * Reads {@code plugin.json}. The API version comes first, so that a file of another version is
   * refused for that and not for a field that it has newly.
   *
   * @throws PluginRefused with a sentence that says what is wrong
   */
  static PluginManifest read(String json) {
    try {
      Optional<String> api = Json.read(json, Head.class).api();
      Optional<String> refusal = api.map(ApiVersion::parse).flatMap(ApiVersion::refusal);
      if (refusal.isPresent()) {
        throw new PluginRefused(refusal.get());
      }
      if (api.isEmpty()) {
        throw new PluginRefused(FILE + ": the field api is missing");
      }
      String withoutTabs = json.replace('\t', ' '); // strings in JSON cannot hold them
      return Json.readSettings(withoutTabs, ManifestForm.class).manifest();
    } catch (MalformedJson fault) {
      throw new PluginRefused(FILE + ": " + fault.getMessage());
    }
  }

  /** The same plugin with another budget. */
  public PluginManifest withBudget(Duration other) {
    return new PluginManifest(
        id,
        name,
        version,
        api,
        categories,
        window,
        other,
        parallelism,
        deterministic,
        settings,
        sources,
        annotations,
        commands,
        imports,
        exports,
        remote);
  }

  /** Requires lower-case letters and digits with single dashes between. */
  public static void requireWord(String what, String word) {
    if (word.length() > MAX_WORD || !WORD.matcher(word).matches()) {
      throw new PluginRefused(
          "%s \"%s\" is not a word of lower-case letters, digits and dashes of at most %d units"
              .formatted(what, word, MAX_WORD));
    }
  }

  /** Requires words for people, on one line. */
  static void requireLabel(String what, String label) {
    if (label.isBlank() || label.length() > MAX_LABEL || label.chars().anyMatch(c -> c < ' ')) {
      throw new PluginRefused(
          "the label of %s is blank, or longer than %d units, or not one line"
              .formatted(what, MAX_LABEL));
    }
  }

  /** Requires that nothing is declared twice. */
  static void requireDistinct(String what, List<String> words) {
    HashSet<String> seen = new HashSet<>();
    for (String word : words) {
      if (!seen.add(word)) {
        throw new PluginRefused(what + " \"" + word + "\" is declared twice");
      }
    }
  }
}
