package org.dianjiao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.dianjiao.exchange.GivenText;
import org.dianjiao.review.MarkAgreement;
import org.dianjiao.review.MarkAgreement.Count;
import org.dianjiao.review.Markings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how far two marked copies of one text agree. */
@Command(
    name = "agreement",
    description = {
      "Tell how far two people agree who punctuated the same text: at how many places a mark stands"
          + " in one, in the other and in both, F1, and Cohen's kappa, for all marks and for each.",
      "The files are plain text in UTF-8 that differ in nothing but their marks."
    })
final class AgreementCommand implements Callable<Integer> {

  private static final int CONTEXT = 10;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ONE", description = "The first copy.")
  private Path one = Path.of("");

  @Parameters(index = "1", paramLabel = "OTHER", description = "The second copy.")
  private Path other = Path.of("");

  @Override
  public Integer call() {
    Markings first = Markings.of(read(one));
    Markings second = Markings.of(read(other));
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

  private static String line(String what, Count count) {
    return "%s: %d, %d, both %d; F1 %.3f, kappa %s"
        .formatted(what, count.one(), count.other(), count.both(), count.f1(), told(count.kappa()));
  }

  private static String told(OptionalDouble kappa) {
    return kappa.isPresent() ? "%.3f".formatted(kappa.getAsDouble()) : "says nothing";
  }

  private static String read(Path file) {
    try {
      return GivenText.read(Files.readAllBytes(file)).text();
    } catch (CharacterCodingException noText) {
      throw new CommandFailure(file + " is not UTF-8", noText);
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
