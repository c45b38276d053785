package org.dianjiao.cli;

import picocli.CommandLine.Command;

/** Switches an instance on. */
@Command(
    name = "enable",
    description = {
      "Switch an instance on; \"dianjiao plugin list\" names them.",
      "Refused when the operator's own file in config/plugins says whether it runs."
    })
final class PluginEnableCommand extends PluginTurnCommand {

  PluginEnableCommand() {
    super(true);
  }
}
