package org.dianjiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Three plugins look at one project after another while people type in another yet: how long an
 * acknowledgement takes then and without, in turns, and how fast the job is when it is left alone:
 * {@code BusyPlugins [--plugins=FOLDER] [--texts=FOLDER] [--units=1000000] [--times=3]
 * [-J=OPTION…]}. The lines of the texts in the folder are repeated until they are enough.
 */
public final class BusyPlugins {

  private static final List<String> PLUGINS = List.of("punctuation", "variants", "names");
  private static final int DOCUMENTS = 10;
  private static final int PROJECTS_A_TIME = 4;
  private static final int LOOK_MILLIS = 500;

  private BusyPlugins() {}

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    Path plugins = Path.of("../../config/target/dianjiao/plugins");
    Path texts = Path.of("../../config/demo");
    int units = 1_000_000;
    int times = 3;
    List<String> options = new ArrayList<>();
    for (String argument : arguments) {
      String value = argument.substring(argument.indexOf('=') + 1);
      if (argument.startsWith("--plugins=")) {
        plugins = Path.of(value);
      } else if (argument.startsWith("--texts=")) {
        texts = Path.of(value);
      } else if (argument.startsWith("--units=")) {
        units = Integer.parseInt(value);
      } else if (argument.startsWith("--times=")) {
        times = Integer.parseInt(value);
      } else if (argument.startsWith("-J=")) {
        options.add(value);
      }
    }
    Path folder = Files.createTempDirectory("dianjiao-busy");
    Load.link(folder.resolve("plugins"), plugins.toString());
    try (ServerUnderLoad server = ServerUnderLoad.start(folder, options)) {
      run(server, documents(texts, units), times);
    } finally {
      Load.delete(folder);
    }
  }

  private static void run(ServerUnderLoad server, List<String> documents, int times)
      throws Exception {
    Office office = new Office(server);
    List<String> projects = new ArrayList<>();
    for (int i = 0; i < times * PROJECTS_A_TIME + 1; i++) {
      projects.add(project(office, "busy " + i, documents));
    }
    Iterator<String> fresh = projects.iterator();
    System.out.printf(
        "%,d units in %d documents, %d plugins%n",
        documents.stream().mapToInt(String::length).sum(), documents.size(), PLUGINS.size());
    System.out.println(
        "| scenario | acked edits/s | ack p50 / p95 / p99 ms | seen p50 / p95 / p99 ms"
            + " | cores: server / driver / others | server CPU ms/edit |");
    System.out.println("|---|---|---|---|---|---|");
    typing(server, office, "warming up");
    for (int time = 0; time < times; time++) {
      typing(server, office, "without");
      try (EndlessJob job = new EndlessJob(office, fresh, PLUGINS)) {
        typing(server, office, "beside");
        System.out.println(job);
      }
    }
    String project = projects.get(projects.size() - 1);
    long began = System.nanoTime();
    Office.Job job = office.startJob(project, PLUGINS);
    while (!job.state().equals("done")) {
      Thread.sleep(LOOK_MILLIS);
      job = office.job(project);
    }
    double seconds = seconds(began);
    System.out.printf(
        "alone: %,d units in %.1f s, %,.0f a second, %d faults%n",
        job.units(), seconds, job.units() / seconds, job.faults().size());
  }

  private static String project(Office office, String name, List<String> documents)
      throws IOException, InterruptedException {
    String project = office.project(name);
    for (String text : documents) {
      office.document(project, "text", text);
    }
    return project;
  }

  private static void typing(ServerUnderLoad server, Office office, String when) throws Exception {
    try (LoadRun run = new LoadRun(server, office)) {
      System.out.println("| " + when + " " + run.typing(Scenario.named("S1C10")));
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  /** Whole lines, so that no character is cut. */
  private static List<String> documents(Path folder, int units) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".txt")).sorted().toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    if (lines.isEmpty()) {
      throw new IOException("no text in " + folder.toAbsolutePath());
    }
    List<String> documents = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < units / DOCUMENTS) {
        text.append(lines.get(next++ % lines.size())).append('\n');
      }
      documents.add(text.toString());
    }
    return documents;
  }
}
