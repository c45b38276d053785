package org.dianjiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs scenarios against a server of its own, each on a new document, and prints a line of a table
 * for each: {@code Load [-J=OPTION…] [--times=N] [--bridge=FOLDER --installed=FOLDER] S1C10 S1C50
 * S3 S3C100 S1C10+PLUGIN open}. {@code -J} is an option for the server's JVM. Behind a {@code +}
 * stands a plugin of the folder of installed ones, which is run on the text all the time; the
 * bridge is the folder of what reaches plugins in processes of their own.
 */
public final class Load {

  private Load() {}

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    List<String> options = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int times = 1;
    Path folder = Files.createTempDirectory("dianjiao-load");
    for (String argument : arguments) {
      if (argument.startsWith("-J=")) {
        options.add(argument.substring("-J=".length()));
      } else if (argument.startsWith("--times=")) {
        times = Integer.parseInt(argument.substring("--times=".length()));
      } else if (argument.startsWith("--bridge=")) {
        link(folder.resolve("plugins/remote"), argument.substring("--bridge=".length()));
      } else if (argument.startsWith("--installed=")) {
        link(folder.resolve("data/plugins/installed"), argument.substring("--installed=".length()));
      } else {
        names.add(argument);
      }
    }
    try (ServerUnderLoad server = ServerUnderLoad.start(folder, options)) {
      run(server, names, times);
    } finally {
      delete(folder);
    }
  }

  /** Makes a link where the server looks for a folder. */
  static void link(Path from, String to) throws IOException {
    Files.createDirectories(from.getParent());
    Files.createSymbolicLink(from, Path.of(to).toAbsolutePath());
  }

  private static void run(ServerUnderLoad server, List<String> names, int times) throws Exception {
    Office office = new Office(server);
    System.out.println(
        "| scenario | acked edits/s | ack p50 / p95 / p99 ms | seen p50 / p95 / p99 ms"
            + " | cores: server / driver / others | server CPU ms/edit |");
    System.out.println("|---|---|---|---|---|---|");
    for (int time = 0; time < times; time++) {
      for (String name : names) {
        try (LoadRun run = new LoadRun(server, office)) {
          System.out.println(
              name.equals("open") ? run.opening() : run.typing(Scenario.named(name)));
        }
      }
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
