package org.dianjiao.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dianjiao.plugin.PluginManifest;
import org.dianjiao.plugin.PluginRefused;
import org.dianjiao.plugin.PluginStore;
import org.dianjiao.plugin.PluginStore.Stored;
import org.dianjiao.server.ConsoleNotes;
import org.dianjiao.server.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Installs a plugin beside those that are there. */
@Command(
    name = "install",
    description = {
      "Install a plugin from a zip, a folder, or the address of one that runs elsewhere.",
      "Everything is checked before anything is written: plugin.json, the version of the plugin"
          + " interfaces, the checksums of its data, names and sizes of its files. Prints the SHA-256"
          + " of all its files. A version that is there stays as it is; the newest one runs unless an"
          + " instance names another."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is installed, or was already",
      "1:it is refused, or cannot be read or written",
      "2:wrong usage"
    })
final class PluginInstallCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with the token that the address asks for.")
  private Optional<Path> token = Optional.empty();

  @Option(
      names = "--stage",
      description = {
        "Keep it without using it, so that an administrator can try it on a project in the browser"
            + " and then use or discard it."
      })
  private boolean staged;

  @Parameters(
      paramLabel = "FILE|DIR|URL",
      description = "A zip, a folder with plugin.json, or http(s)://… of a remote plugin.")
  private String source = "";

  @Override
  public Integer call() {
    ServerSettings settings = installation.settings();
    ConsoleNotes notes = new ConsoleNotes(settings);
    String deed = staged ? "stage-plugin" : "install-plugin";
    PluginStore store =
        new PluginStore(
            settings.pluginPlaces(),
            settings.limits(),
            manifest -> notes.leave(deed, manifest.id(), manifest.version()));
    try {
      say(RemoteManifest.isAddress(source) ? remote(store) : local(store));
      return ExitCode.OK;
    } catch (PluginRefused refused) {
      throw new CommandFailure(source + " is not installed: " + refused.getMessage(), refused);
    }
  }

  private Stored remote(PluginStore store) {
    URI address = RemoteManifest.address(source);
    String manifest = RemoteManifest.over(token).fetch(address);
    return staged ? store.stageRemote(manifest) : store.addRemote(manifest);
  }

  private Stored local(PluginStore store) {
    return staged ? store.stage(path()) : store.add(path());
  }

  private Path path() {
    try {
      return Path.of(source);
    } catch (InvalidPathException wrong) {
      throw new ParameterException(spec.commandLine(), source + " is no path", wrong);
    }
  }

  private void say(Stored stored) {
    PluginManifest manifest = stored.plugin().manifest();
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "%s %s %s in %s"
            .formatted(
                (stored.fresh() ? "%s" : "already %s:")
                    .formatted(staged ? "kept to be tried" : "installed"),
                manifest.id(),
                manifest.version(),
                stored.plugin().path()));
    out.println("sha256: " + stored.sha256());
    if (staged) {
      out.println("try it on /plugins, in the browser, before it is used");
      return;
    }
    if (manifest.remote().isPresent() && RemoteManifest.isAddress(source)) {
      out.println("it runs elsewhere: let config/plugins/%s.yaml say".formatted(manifest.id()));
      out.println("  url: " + source);
      out.println(
          "  allow: [\"%s\"]"
              .formatted(RemoteManifest.hostAndPort(RemoteManifest.address(source))));
      token.ifPresent(file -> out.println("  token-file: " + file.toAbsolutePath()));
    }
  }
}
