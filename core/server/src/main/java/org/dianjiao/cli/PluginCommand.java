package org.dianjiao.cli;

import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about plugins that is done by files: a server on the same data sees it soon after. */
@Command(
    name = "plugin",
    description = "Write, test, install and switch plugins; a server may run meanwhile.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    subcommands = {
      PluginNewCommand.class,
      PluginInstallCommand.class,
      PluginListCommand.class,
      PluginEnableCommand.class,
      PluginDisableCommand.class,
      PluginRemoveCommand.class
    })
final class PluginCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Adds the commands that other modules bring. */
  static void extend(CommandLine root) {
    CommandLine plugin = root.getSubcommands().get("plugin");
    ServiceLoader.load(PluginSubcommand.class).forEach(plugin::addSubcommand);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
