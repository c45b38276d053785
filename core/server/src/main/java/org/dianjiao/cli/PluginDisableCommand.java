package org.dianjiao.cli;

import picocli.CommandLine.Command;

/** Switches an instance off. */
@Command(
    name = "disable",
    description = {
      "Switch an instance off; \"dianjiao plugin list\" names them.",
      "Refused when the operator's own file in config/plugins says whether it runs."
    })
final class PluginDisableCommand extends PluginTurnCommand {

  PluginDisableCommand() {
    super(false);
  }
}
