package org.dianjiao.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about authority files that is done from the console. */
@Command(
    name = "authority",
    description = "Bring authority files in and out, check them, and find duplicates in them.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    subcommands = {
      AuthorityImportCommand.class,
      AuthorityExportCommand.class,
      AuthorityCheckCommand.class,
      AuthorityDuplicatesCommand.class
    })
final class AuthorityCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
