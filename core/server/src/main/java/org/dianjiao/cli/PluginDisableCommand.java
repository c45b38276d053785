package org.dianjiao.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Switches an instance off. */
@Command(
    name = "disable",
    description = {
      "Switch an instance off; \"dianjiao plugin list\" names them.",
      "Refused when the operator's own file in config/plugins says whether it runs."
    })
final class PluginDisableCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;

  @Parameters(paramLabel = "INSTANCE", description = "Which instance.")
  private String instance = "";

  @Override
  public Integer call() throws IOException {
    boolean turned = new InstanceSwitch(installation.settings()).turn(instance, false);
    spec.commandLine()
        .getOut()
        .println(instance + (turned ? " is disabled" : " was disabled already"));
    return ExitCode.OK;
  }
}
