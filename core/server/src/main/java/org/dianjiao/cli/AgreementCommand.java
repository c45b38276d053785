package org.dianjiao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.Refusal;
import org.dianjiao.exchange.GivenText;
import org.dianjiao.exchange.UnreadableText;
import org.dianjiao.plugin.PluginPlaces;
import org.dianjiao.plugin.PluginRefused;
import org.dianjiao.review.MarkAgreement;
import org.dianjiao.review.MarkAgreement.Count;
import org.dianjiao.review.Markings;
import org.dianjiao.suggestion.BestEdits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how far two marked copies of one text agree, or one with a plugin. */
@Command(
    name = "agreement",
    description = {
      "Tell how far two people agree who punctuated the same text: at how many places a mark stands"
          + " in one, in the other and in both, F1, and Cohen's kappa, for all marks and for each.",
      "With --plugin the other is what that plugin sets on the text without its marks, and of its"
          + " marks the precision and recall are told.",
      "The files are plain text in UTF-8 that differ in nothing but their marks."
    })
final class AgreementCommand implements Callable<Integer> {

  private static final int CONTEXT = 10;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ONE", description = "The first copy.")
  private Path one = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OTHER",
      description = "The second copy; none with --plugin.")
  private Optional<Path> other = Optional.empty();

  @Option(names = "--plugin", paramLabel = "P", description = "The plugin to compare with.")
  private Optional<String> plugin = Optional.empty();

  @Option(
      names = "--language",
      paramLabel = "L",
      defaultValue = "lzh",
      description = "Language of the text, told to the plugin (default: ${DEFAULT-VALUE}).")
  private String language = "lzh";

  @Mixin private PluginFolders folders = new PluginFolders();

  @Override
  public Integer call() throws IOException {
    if (other.isPresent() == plugin.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "name a second copy, or a plugin with --plugin");
    }
    Markings first = Markings.of(read(one));
    Markings second =
        plugin.isPresent()
            ? marked(plugin.get(), first.bare())
            : Markings.of(read(other.orElseThrow()));
    requireSame(first.bare(), second.bare());
    MarkAgreement agreement = MarkAgreement.of(first, second);
    PrintWriter out = spec.commandLine().getOut();
    out.println("places: %d".formatted(first.gaps().size()));
    out.println(line("boundaries", agreement.boundaries()));
    out.println("all marks: kappa %s".formatted(told(agreement.kappa())));
    agreement.marks().forEach((mark, count) -> out.println(line(String.valueOf(mark), count)));
    out.flush();
    return ExitCode.OK;
  }

  private Markings marked(String id, String bare) throws IOException {
    PluginPlaces places = folders.places(spec);
    try (LocalPlugins local = new LocalPlugins(places)) {
      if (!local.ids().contains(id)) {
        throw new CommandFailure("no plugin \"%s\": %s".formatted(id, local.ids()));
      }
      PluginDescribed started = local.start(List.of(local.instance(id))).get(0);
      return Markings.of(bare, BestEdits.of(local.analyze(started, language, bare, List.of())));
    } catch (PluginRefused | Refusal refused) {
      throw new CommandFailure(refused.getMessage(), refused);
    }
  }

  private String line(String what, Count count) {
    String rates =
        plugin.isPresent()
            ? "precision %s, recall %s, ".formatted(told(count.precision()), told(count.recall()))
            : "";
    return "%s: %d, %d, both %d; %sF1 %.3f, kappa %s"
        .formatted(
            what, count.one(), count.other(), count.both(), rates, count.f1(), told(count.kappa()));
  }

  private static String told(OptionalDouble kappa) {
    return kappa.isPresent() ? "%.3f".formatted(kappa.getAsDouble()) : "says nothing";
  }

  private static String read(Path file) {
    try {
      return GivenText.read(Files.readAllBytes(file)).text();
    } catch (UnreadableText noText) {
      throw new CommandFailure(noText.in(file.toString()), noText);
    } catch (IOException failure) {
      throw new CommandFailure("cannot read " + file, failure);
    }
  }

  private void requireSame(String first, String second) {
    int at = 0;
    while (at < first.length() && at < second.length() && first.charAt(at) == second.charAt(at)) {
      at++;
    }
    if (at < first.length() || at < second.length()) {
      throw new CommandFailure(
          "the texts differ in more than their marks, at unit %d without marks: “%s” and “%s”"
              .formatted(at, from(first, at), from(second, at)));
    }
  }

  private static String from(String text, int at) {
    return text.substring(at, Math.min(text.length(), at + CONTEXT));
  }
}
