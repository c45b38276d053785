package org.dianjiao.cli;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.dianjiao.server.LastResort;
import org.dianjiao.server.Server;
import org.dianjiao.server.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(name = "serve", description = "Starts the server; Ctrl-C stops it.")
final class ServeCommand implements Callable<Integer> {

  @Mixin private Installation installation;

  @Option(names = "--host", description = "Address to listen on; default 127.0.0.1.")
  private Optional<String> host = Optional.empty();

  @Option(names = "--port", description = "Port to listen on, 0 for any free one; default 8080.")
  private Optional<Integer> port = Optional.empty();

  @Option(names = "--no-demo", description = "Make no demo project at the first start.")
  private boolean noDemo;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    ServerSettings settings =
        installation.settings(
            new ServerSettings.Overrides(installation.data(), host, port, noDemo));
    refuseOpenDoor(settings);
    Server server = start(settings);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                },
                "dianjiao-stop"));
    welcome(spec.commandLine().getOut(), server, settings);
    stopped.await();
    return 0;
  }

  private static Server start(ServerSettings settings) {
    try {
      return Server.start(settings, LastResort.halting(ExitCode.INTERNAL));
    } catch (IllegalStateException failure) {
      throw new CommandFailure("the server does not start: " + failure.getMessage(), failure);
    }
  }

  private static void refuseOpenDoor(ServerSettings settings) throws Exception {
    String address = settings.web().host();
    if (!InetAddress.getByName(address).isLoopbackAddress() && !settings.web().behindTls()) {
      throw new CommandFailure(
          "%s can be reached from other machines, and passwords would cross the network unencrypted:"
                  .formatted(address)
              + " put a proxy that speaks TLS in front and set web.behind-tls, or listen on"
              + " 127.0.0.1");
    }
  }

  private static void welcome(PrintWriter out, Server server, ServerSettings settings) {
    String shown = settings.web().host().equals("127.0.0.1") ? "localhost" : settings.web().host();
    String address = "http://" + shown + ":" + server.port();
    Path data = settings.storage().directory();
    out.println();
    out.println("Dianjiao 點校 is running at " + address);
    server
        .setupToken()
        .ifPresentOrElse(
            token -> {
              out.println("To sign in for the first time, open");
              out.println("    " + address + "/setup?token=" + token);
              out.println("and choose your name and password (valid for one hour, once).");
            },
            () -> out.println("Sign in with your name and password."));
    out.println(
        settings.storage().embedded()
            ? "The data lies in " + data
            : "The data lies in " + settings.storage());
    out.println("Ctrl-C stops the server.");
    out.flush();
  }
}
