package org.dianjiao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.dianjiao.plugin.PluginManifest;
import org.dianjiao.plugin.PluginRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the beginning of a plugin. */
@Command(
    name = "new",
    description = {
      "Write a Maven project for a new plugin: code, data, a text with what has to be found in it,"
          + " and a test. \"mvn verify\" in it builds, tests and packs it with the jars of this"
          + " installation."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is written",
      "1:the folder holds something already, or cannot be written",
      "2:wrong usage"
    })
final class PluginNewCommand implements Callable<Integer> {

  private static final String RESERVED = "org.dianjiao";
  private static final Pattern DASHES = Pattern.compile("-");

  @Spec private CommandSpec spec;

  @Option(
      names = "--package",
      paramLabel = "P",
      description = "Package of its classes; org.example. and its id by default.")
  private Optional<String> code = Optional.empty();

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "What it is called: lower-case letters, digits and dashes.")
  private String id = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder to write, by default one of that name here.")
  private Optional<Path> folder = Optional.empty();

  @Override
  public Integer call() {
    PluginProject project = new PluginProject(checkedId(), checkedCode(), Installation.home());
    Path target = folder.orElse(Path.of(id));
    try {
      requireEmpty(target);
      project.write(target);
    } catch (IOException failure) {
      throw new CommandFailure("cannot write " + failure.getMessage(), failure);
    }
    spec.commandLine()
        .getOut()
        .println("written to " + target + "; build it there with \"mvn verify\"");
    return ExitCode.OK;
  }

  private String checkedId() {
    try {
      PluginManifest.requireWord("id", id);
      return id;
    } catch (PluginRefused refused) {
      throw new ParameterException(spec.commandLine(), refused.getMessage(), refused);
    }
  }

  private String checkedCode() {
    String name = code.orElse("org.example." + DASHES.matcher(id).replaceAll(""));
    boolean reserved = name.equals(RESERVED) || name.startsWith(RESERVED + ".");
    if (!SourceVersion.isName(name, SourceVersion.RELEASE_17) || reserved) {
      throw new ParameterException(
          spec.commandLine(),
          "\"%s\" is no name for a package of yours; use --package".formatted(name));
    }
    return name;
  }

  private static void requireEmpty(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new CommandFailure(target + " is no folder");
    }
    try (Stream<Path> entries = Files.list(target)) {
      if (entries.findAny().isPresent()) {
        throw new CommandFailure(target + " holds something already");
      }
    }
  }
}
