package org.dianjiao.plugin;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Exporter;
import org.dianjiao.api.plugin.Importer;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.FileContent;
import org.dianjiao.bus.PluginMessage.FileRead;
import org.dianjiao.bus.PluginMessage.FileWritten;
import org.dianjiao.bus.PluginMessage.ReadFile;
import org.dianjiao.bus.PluginMessage.WriteFile;
import org.dianjiao.bus.Refusal;
import org.dianjiao.limits.Limits;

/**
 * Has one plugin read and write files. What it reads is checked like any input from outside. A file
 * that it says no to, in words, is no fault of the plugin; everything else that goes wrong is.
 */
final class FileDesk {

  private static final int WORDS = 2_000;

  private final PluginInstance instance;
  private final Limits limits;
  private final MarkedTextCheck check;

  FileDesk(PluginInstance instance, Limits limits) {
    this.instance = instance;
    this.limits = limits;
    this.check = new MarkedTextCheck(limits);
  }

  /**
   * What came of a file: a result, or the plugin's own words why there is none.
   *
   * @param <R> the result
   */
  record Outcome<R>(Optional<R> result, String words) {

    /**
     * The result.
     *
     * @throws Refusal with the plugin's words
     */
    R orRefuse(String plugin) {
      return result.orElseThrow(
          () -> new Refusal(FailureCode.MALFORMED, "plugin %s: %s".formatted(plugin, words)));
    }
  }

  /** Plugin code that may say no. */
  @FunctionalInterface
  private interface Work<R> {
    R call() throws Exception;
  }

  /**
   * Refuses what is not to be asked at all.
   *
   * @throws Refusal when the format is not declared, or the file too large
   */
  void admit(ReadFile command) {
    declared(instance.manifest().imports(), command.format(), "reads");
    if (command.content().size() > limits.importBytes()) {
      throw new Refusal(
          FailureCode.TOO_LARGE,
          "the file has %d bytes; the limit is %d"
              .formatted(command.content().size(), limits.importBytes()));
    }
  }

  /**
   * Refuses what is not to be asked at all.
   *
   * @throws Refusal when the format is not declared
   */
  FormatDeclaration admit(WriteFile command) {
    return declared(instance.manifest().exports(), command.format(), "writes");
  }

  private FormatDeclaration declared(List<FormatDeclaration> all, String name, String does) {
    return all.stream()
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    FailureCode.MALFORMED,
                    "plugin %s %s no format \"%s\"".formatted(instance.id(), does, name)));
  }

  /** Reads a file, on a thread of the plugin. */
  Outcome<FileRead> read(Analyzer analyzer, ReadFile command) throws Exception {
    if (!(analyzer instanceof Importer importer)) {
      throw new WrongAnswer("plugin.json declares imports, but its analyzer is no Importer");
    }
    ByteArrayInputStream content = new ByteArrayInputStream(command.content().array());
    return heard(
        () -> {
          MarkedText text = importer.read(command.format(), command.fileName(), content);
          check.check(text);
          return new FileRead(instance.manifest().version(), text);
        });
  }

  /** Writes a file, on a thread of the plugin. */
  Outcome<FileWritten> write(Analyzer analyzer, WriteFile command) throws Exception {
    if (!(analyzer instanceof Exporter exporter)) {
      throw new WrongAnswer("plugin.json declares exports, but its analyzer is no Exporter");
    }
    FormatDeclaration format = admit(command);
    BoundedBytes out = new BoundedBytes(limits.pluginExportBytes());
    return heard(
        () -> {
          exporter.write(command.format(), command.text(), out);
          return new FileWritten(format.extension(), format.mediaType(), FileContent.of(out.all()));
        });
  }

  /** What plugin code gives, or says. Over a bridge its words come as one class of exception. */
  private <R> Outcome<R> heard(Work<R> work) throws Exception {
    try {
      return new Outcome<>(Optional.of(work.call()), "");
    } catch (InterruptedException | WrongAnswer fault) {
      throw fault;
    } catch (Exception said) {
      if (instance.bridge().isPresent() && said.getClass() != IllegalArgumentException.class) {
        throw said;
      }
      return new Outcome<>(Optional.empty(), words(said));
    }
  }

  private static String words(Exception said) {
    String message = said.getMessage();
    String words = message == null || message.isBlank() ? said.getClass().getSimpleName() : message;
    StringBuilder printable = new StringBuilder();
    words
        .codePoints()
        .limit(WORDS)
        .map(point -> isPrintable(point) ? point : ' ')
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private static boolean isPrintable(int point) {
    return !Character.isISOControl(point) && (point < 0xD800 || point > 0xDFFF);
  }
}
