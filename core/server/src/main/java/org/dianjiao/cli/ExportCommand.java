package org.dianjiao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dianjiao.exchange.DocumentExport;
import org.dianjiao.exchange.ExportFormat;
import org.dianjiao.exchange.TeiKinds;
import org.dianjiao.plugin.PluginCatalog;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.storage.Database;
import org.dianjiao.web.DeclaredKinds;
import org.dianjiao.web.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes a document out as it is stored now; a server may run beside it. */
@Command(
    name = "export",
    description = {
      "Write a document out, as it is stored now. A server may run meanwhile.",
      "tei: TEI P5 with all annotations; text: the text; bare: the text without marks."
    })
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      converter = Format.class,
      description = "tei, text or bare.")
  private ExportFormat format = ExportFormat.TEI;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write it; to the standard output by default.")
  private Optional<Path> output = Optional.empty();

  @Parameters(paramLabel = "DOCUMENT", description = "The document, by id or by its only title.")
  private String document = "";

  /** Reads the name of a format. */
  static final class Format implements ITypeConverter<ExportFormat> {
    @Override
    public ExportFormat convert(String word) {
      try {
        return ExportFormat.of(word);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    }
  }

  @Override
  public Integer call() {
    try (Database database = installation.read()) {
      String content =
          new DocumentExport(
                  database,
                  Version.TEXT,
                  kinds(),
                  project -> new AuthorityDesk(database).seen(project).file())
              .write(new Named(database).document(document), format);
      if (output.isPresent()) {
        write(output.get(), content);
      } else {
        PrintWriter out = spec.commandLine().getOut();
        out.print(content);
        out.flush();
      }
    }
    return ExitCode.OK;
  }

  private TeiKinds kinds() {
    try {
      return DeclaredKinds.of(
          PluginCatalog.read(installation.settings().pluginPlaces()).installed());
    } catch (IOException unread) {
      throw new CommandFailure("cannot read the plugins: " + unread, unread);
    }
  }

  private static void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException failure) {
      throw new CommandFailure("cannot write: " + failure, failure);
    }
  }
}
