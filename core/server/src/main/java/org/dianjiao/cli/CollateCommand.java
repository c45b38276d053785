package org.dianjiao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.ShippedEntities;
import org.dianjiao.collation.Collation;
import org.dianjiao.collation.KnownCharacters;
import org.dianjiao.collation.Likeness;
import org.dianjiao.collation.Names;
import org.dianjiao.collation.Witness;
import org.dianjiao.exchange.PlainTextReader;
import org.dianjiao.exchange.UnreadableText;
import org.dianjiao.limits.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lays text files side by side and says what they have differently. */
@Command(
    name = "collate",
    description = {
      "Collate text files (UTF-8): say what each has differently from the first.",
      "Characters are aligned; marks, spaces and line ends are compared last.",
      "table: to read in the terminal; tsv: a table, places in code points of the files;",
      "tei: TEI P5 with app and rdg (parallel segmentation); html: a page to read and print."
    })
final class CollateCommand implements Callable<Integer> {

  private static final int FEWEST = 2;

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = CollationFormat.Word.class,
      description = "table, tsv, tei or html.")
  private CollationFormat format = CollationFormat.TABLE;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it; to the standard output by default.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--names",
      paramLabel = "FILE",
      description =
          "An authority file as TSV, to know two ways of writing one name; the entries that ship by"
              + " default.")
  private Optional<Path> names = Optional.empty();

  @Parameters(
      arity = "2..*",
      paramLabel = "FILE",
      description = "Text files in UTF-8, at least two; all are compared with the first.")
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    Limits limits = installation.settings().limits();
    refuseTooMany(limits);
    refuseTwice();
    List<Witness> witnesses = witnesses(limits);
    if (witnesses.size() < files.size()) {
      return ExitCode.FAILED;
    }
    Likeness likeness = KnownCharacters.load();
    Names known = names(likeness);
    List<Collation> collations = new ArrayList<>();
    for (Witness other : witnesses.subList(1, witnesses.size())) {
      collations.add(Collation.of(witnesses.get(0), other, likeness, known));
    }
    write(collations);
    return ExitCode.OK;
  }

  private void refuseTooMany(Limits limits) {
    if (files.size() < FEWEST || files.size() > limits.collatedTexts()) {
      throw new ParameterException(
          spec.commandLine(),
          "%d files; between 2 and %d can be collated at once (limit collated-texts)"
              .formatted(files.size(), limits.collatedTexts()));
    }
  }

  private void refuseTwice() {
    Set<Path> seen = new HashSet<>();
    for (Path file : files) {
      if (Files.exists(file) && !seen.add(real(file))) {
        throw new ParameterException(
            spec.commandLine(), file + " is named twice; a text has no differences from itself");
      }
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException failure) {
      throw new CommandFailure(file + " cannot be read: " + failure, failure);
    }
  }

  private List<Witness> witnesses(Limits limits) {
    List<Witness> witnesses = new ArrayList<>();
    Set<String> sigla = new HashSet<>();
    for (Path file : files) {
      try {
        witnesses.add(new Witness(siglum(file, sigla), read(file, limits)));
      } catch (UnreadableText refused) {
        err().println(refused.in(file.toString()));
      } catch (CommandFailure refused) {
        err().println(file + ": " + refused.getMessage());
      }
    }
    return witnesses;
  }

  private static String siglum(Path file, Set<String> taken) {
    String name = file.getFileName().toString().replaceFirst("(?<=.)\\.txt$", "");
    String siglum = name;
    for (int i = 2; !taken.add(siglum); i++) {
      siglum = name + " (" + i + ")";
    }
    return siglum;
  }

  /** The file as it is, also with its byte order mark and its own line ends, once it is checked. */
  private static String read(Path file, Limits limits) {
    byte[] bytes = TextFile.bytes(file, limits);
    String text = new PlainTextReader(limits).read(bytes).text();
    if (text.isBlank()) {
      throw new CommandFailure("the file is empty; there is nothing to collate");
    }
    if (text.length() > limits.collatedUnits()) {
      throw new CommandFailure(
          "the text has %d UTF-16 units; %d can be collated (limit collated-units)"
              .formatted(text.length(), limits.collatedUnits()));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Names names(Likeness likeness) {
    if (names.isEmpty()) {
      return Names.of(
          ShippedEntities.read().stream().filter(Entity.class::isInstance).map(Entity.class::cast),
          likeness);
    }
    try {
      return Names.of(Files.readAllLines(names.get()), likeness);
    } catch (IOException | IllegalArgumentException failure) {
      throw new CommandFailure(
          names.get() + " cannot be read as names: " + failure.getMessage(), failure);
    }
  }

  private void write(List<Collation> collations) {
    String content = format.write(collations);
    PrintWriter out = spec.commandLine().getOut();
    if (output.isEmpty()) {
      out.print(content);
    } else {
      try {
        Files.writeString(output.get(), content);
      } catch (IOException failure) {
        throw new CommandFailure("cannot write: " + failure, failure);
      }
      collations.forEach(collation -> out.println(CollationSummary.line(collation)));
    }
    out.flush();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
