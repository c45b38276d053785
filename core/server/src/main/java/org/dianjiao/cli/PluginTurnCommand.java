package org.dianjiao.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Switches an instance to one side. */
abstract class PluginTurnCommand implements Callable<Integer> {

  private final boolean on;

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;

  @Parameters(paramLabel = "INSTANCE", description = "Which instance.")
  private String instance = "";

  PluginTurnCommand(boolean on) {
    this.on = on;
  }

  @Override
  public final Integer call() throws IOException {
    boolean turned = new InstanceSwitch(installation.settings()).turn(instance, on);
    spec.commandLine()
        .getOut()
        .println(
            "%s %s %s%s"
                .formatted(
                    instance,
                    turned ? "is" : "was",
                    on ? "enabled" : "disabled",
                    turned ? "" : " already"));
    return ExitCode.OK;
  }
}
