package org.dianjiao.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dianjiao.storage.StorageDamage;
import org.dianjiao.storage.StorageException;
import org.dianjiao.web.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The command {@code dianjiao} with all its subcommands, and the program's {@code main}.
 *
 * <p>What it prints is UTF-8, whatever the locale. An error is one line; {@code --debug} adds where
 * it comes from.
 */
@Command(
    name = "dianjiao",
    description = "A server on which teams punctuate, collate and annotate historical texts.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Dianjiao.VersionText.class,
    scope = ScopeType.INHERIT,
    usageHelpAutoWidth = true,
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all was done, nothing is wrong",
      "1:something was refused, failed, or was found to be wrong",
      "2:the command line or the settings file cannot be understood",
      "70:a fault of this program, or of the disk or memory under it"
    },
    subcommands = {
      ServeCommand.class,
      AgreementCommand.class,
      AnnotateCommand.class,
      CollateCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      PluginCommand.class,
      UserCommand.class,
      VerifyCommand.class,
      ReindexCommand.class,
      AuditCommand.class,
      AuthorityCommand.class,
      VersionCommand.class
    })
public final class Dianjiao implements Runnable {

  /** What stands in an argument where its bytes were no text in the terminal's encoding. */
  private static final String UNREADABLE = "\uFFFD";

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "With an error, print where in the program it comes from.")
  private boolean debug;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Tells picocli the version. */
  static final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Dianjiao " + Version.TEXT};
    }
  }

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    System.exit(run(out, err, arguments));
  }

  private static PrintWriter writer(FileDescriptor file) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(file), StandardCharsets.UTF_8), true);
  }

  /** Runs a command; returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    Dianjiao root = new Dianjiao();
    CommandLine commands =
        new CommandLine(root)
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler((wrong, given) -> misunderstood(wrong, err))
            .setExecutionExceptionHandler(
                (failure, command, result) -> root.failed(failure, command, err));
    PluginCommand.extend(commands);
    int code =
        List.of(arguments).stream().anyMatch(argument -> argument.contains(UNREADABLE))
            ? unreadable(err)
            : commands.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  private static int unreadable(PrintWriter err) {
    err.println(
        "dianjiao: an argument is not text in the encoding %s of this terminal; set LC_ALL=C.UTF-8"
            .formatted(System.getProperty("sun.jnu.encoding")));
    return ExitCode.USAGE;
  }

  private static int misunderstood(ParameterException wrong, PrintWriter err) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    err.println("%s: %s; see %s --help".formatted(command, oneLine(wrong), command));
    return ExitCode.USAGE;
  }

  private int failed(Exception failure, CommandLine command, PrintWriter err) {
    if (isOfNobodyReading(failure)) {
      return ExitCode.FAILED;
    }
    boolean known =
        failure instanceof CommandFailure
            || failure instanceof StorageException
            || failure instanceof UncheckedIOException;
    err.println(
        "%s: %s"
            .formatted(
                command.getCommandSpec().qualifiedName(),
                known ? oneLine(failure) : "internal error: " + failure + "; --debug says where"));
    if (debug) {
      failure.printStackTrace(err);
    }
    boolean refused = known && !(failure instanceof StorageDamage);
    return refused ? ExitCode.FAILED : ExitCode.INTERNAL;
  }

  /** {@code dianjiao … | head}: whoever read has enough, and there is nothing to say. */
  private static boolean isOfNobodyReading(Exception failure) {
    return failure instanceof IOException && "Broken pipe".equals(failure.getMessage());
  }

  private static String oneLine(Exception failure) {
    return failure.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** Without a command: says what there is. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
