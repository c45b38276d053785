package org.dianjiao.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.dianjiao.api.Proposal;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.Refusal;
import org.dianjiao.exchange.GivenText;
import org.dianjiao.exchange.ProposalLines;
import org.dianjiao.exchange.UnreadableText;
import org.dianjiao.plugin.PluginInstance;
import org.dianjiao.plugin.PluginPlaces;
import org.dianjiao.plugin.PluginRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Runs plugins on a file, without a server and without a database, but in the same host and over
 * the same windows: what comes out here comes out there. What is printed is UTF-8 whatever the
 * terminal is set to.
 */
@Command(
    name = "annotate",
    description = "Runs plugins on a text and prints what they propose.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a plugin cannot run, or did not answer",
      "2:wrong usage, or the file cannot be read or is not UTF-8"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  dianjiao annotate --plugin punctuation --apply FILE",
      "  dianjiao annotate --plugin variants,names --format jsonl FILE"
    })
public final class AnnotateCommand implements Callable<Integer> {

  /** Exit code when a plugin cannot run or did not answer. */
  static final int PLUGIN_FAILED = 1;

  /** Exit code when the command or the file is at fault. */
  static final int USAGE = 2;

  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // picocli reads it
  private boolean help;

  @Option(
      names = "--plugin",
      required = true,
      split = ",",
      paramLabel = "P",
      description = "Which plugins to run, in this order.")
  private List<String> plugins = List.of();

  @Option(
      names = "--apply",
      description =
          "Print the text with the best candidate of every proposal applied, each plugin on what"
              + " the ones before it made. Annotations do not change the text, but the next plugin"
              + " knows of them.")
  private boolean apply;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "How to print proposals: jsonl, one JSON object a line (the default).")
  private Optional<Format> format = Optional.empty();

  @Option(
      names = "--min-confidence",
      paramLabel = "N",
      defaultValue = "0",
      description = "Leave out proposals whose best candidate is less sure, 0 to 1.")
  private double minConfidence;

  @Option(
      names = "--setting",
      paramLabel = "NAME=VALUE",
      description = "Another value for a setting of the plugins that have it; may be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--language",
      paramLabel = "L",
      defaultValue = "lzh",
      description = "Language of the text (default: ${DEFAULT-VALUE}).")
  private String language = "lzh";

  @Mixin private PluginFolders folders = new PluginFolders();

  @Parameters(paramLabel = "FILE", description = "The text, in UTF-8; - reads standard input.")
  private String file = "-";

  /** The formats of proposals, as they are typed. */
  enum Format {
    /** One JSON object a line. */
    jsonl
  }

  /** The command as a person types it. */
  public AnnotateCommand() {
    this(System.in, stream(FileDescriptor.out), stream(FileDescriptor.err));
  }

  private static OutputStream stream(FileDescriptor file) {
    return new BufferedOutputStream(new FileOutputStream(file));
  }

  /** The command with other streams. */
  AnnotateCommand(InputStream in, OutputStream out, OutputStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      return complain(USAGE, "--min-confidence " + minConfidence + " is outside 0–1");
    }
    if (apply && format.isPresent()) {
      return complain(USAGE, "--apply prints a text, so it takes no --format");
    }
    Optional<GivenText> text = read();
    return text.isPresent() ? run(text.get()) : USAGE;
  }

  private Optional<GivenText> read() throws IOException {
    try {
      byte[] bytes = file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
      return Optional.of(GivenText.read(bytes));
    } catch (UnreadableText fault) {
      complain(USAGE, fault.in(file));
    } catch (IOException | InvalidPathException fault) {
      complain(USAGE, "cannot read " + file + ": " + fault.getClass().getSimpleName());
    }
    return Optional.empty();
  }

  private int run(GivenText text) throws IOException {
    PluginPlaces places = folders.places(spec);
    try (LocalPlugins local = new LocalPlugins(places)) {
      for (String plugin : plugins) {
        if (!local.ids().contains(plugin)) {
          return complain(
              USAGE,
              "no plugin \"%s\" in %s or %s: %s"
                  .formatted(plugin, places.bundled(), places.installed(), local.ids()));
        }
      }
      List<PluginInstance> instances = plugins.stream().map(local::instance).toList();
      List<PluginDescribed> started = local.start(changed(instances));
      return apply ? apply(local, started, text) : list(local, started, text);
    } catch (PluginRefused | Refusal refused) {
      return complain(PLUGIN_FAILED, refused.getMessage());
    }
  }

  /** The instances with the settings that were typed. */
  private List<PluginInstance> changed(List<PluginInstance> instances) {
    Set<String> unknown = new TreeSet<>(settings.keySet());
    List<PluginInstance> changed = new ArrayList<>();
    for (PluginInstance instance : instances) {
      instance.manifest().settings().forEach(declared -> unknown.remove(declared.name()));
      try {
        changed.add(instance.with(settings));
      } catch (PluginRefused wrong) {
        throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
      }
    }
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "none of " + plugins + " has the settings " + unknown);
    }
    return changed;
  }

  private int list(LocalPlugins local, List<PluginDescribed> started, GivenText text)
      throws IOException {
    ProposalLines lines = new ProposalLines(text);
    for (PluginDescribed plugin : started) {
      for (Proposal proposal : proposals(local, plugin, AppliedText.of(text))) {
        print(out, lines.line(plugin.id(), proposal) + "\n");
      }
    }
    out.flush();
    return 0;
  }

  private int apply(LocalPlugins local, List<PluginDescribed> started, GivenText text)
      throws IOException {
    AppliedText changed = AppliedText.of(text);
    for (PluginDescribed plugin : started) {
      changed = changed.with(proposals(local, plugin, changed));
    }
    print(out, changed.text().given());
    out.flush();
    return 0;
  }

  private List<Proposal> proposals(LocalPlugins local, PluginDescribed plugin, AppliedText text) {
    return local.analyze(plugin, language, text.text().text(), text.marked()).stream()
        .filter(proposal -> proposal.best().confidence() >= minConfidence)
        .toList();
  }

  private int complain(int code, String sentence) throws IOException {
    print(err, "dianjiao annotate: " + sentence + "\n");
    err.flush();
    return code;
  }

  private static void print(OutputStream stream, String text) throws IOException {
    stream.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
