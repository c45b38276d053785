package org.dianjiao.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianjiao.api.Body;
import org.dianjiao.bus.DocumentClient;
import org.dianjiao.bus.DocumentCommand.OpenDocument;
import org.dianjiao.bus.DocumentCommand.SubmitChanges;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.RecordCodec;
import org.dianjiao.document.Effect;
import org.dianjiao.document.Update;
import org.dianjiao.exchange.DocumentImport;
import org.dianjiao.host.CommitQueue;
import org.dianjiao.host.LibraryVerticle;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Role;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.StorageSettings;
import org.dianjiao.text.ChangeSet;

/** A document of a given size with its owner, and writers who type in it. Used on one thread. */
final class GrownDocument implements AutoCloseable {

  private static final String LINE = "諸王大臣等奏請皇上御門聽政事\n";
  private static final int WRITERS = 10;
  private static final int AT_ONCE = 1_000;
  private static final int PATIENCE_SECONDS = 600;
  private static final double MICROS = 1_000;
  private static final Body PLACE = new Body.Tag("place");

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Vertx vertx = Vertx.vertx();
  private final Random random = new Random(1);
  private final DocumentClient client = new DocumentClient(vertx, Duration.ofMinutes(1));
  private final Database database;
  private final CommitQueue queue;
  private final String account;
  private final String document;
  private final int units;
  private final long[] sequences = new long[WRITERS];
  private long revision = 1;
  private int annotations;
  private int typed;

  GrownDocument(Path folder, int units) throws Exception {
    this.units = units;
    database = Database.open(StorageSettings.defaults(folder));
    queue = new CommitQueue(database.changeLog());
    RecordCodec.register(vertx);
    String project = database.projects().create("Growth", DocumentImport.SYSTEM).id();
    String text = LINE.repeat(units / LINE.length() + 1).substring(0, units);
    document = DocumentImport.store(database, project, "Text", text, DocumentImport.SYSTEM).id();
    account = database.accounts().create("writer", "no password", false).id();
    database.projects().setRole(project, account, Role.EDITOR);
    PluginClient plugins = new PluginClient(vertx, Duration.ofSeconds(10));
    await(
        vertx.deployVerticle(
            new LibraryVerticle("node", database, queue, plugins, Limits.defaults())));
  }

  /** Strews annotations of two characters evenly. */
  void annotate(int count) throws Exception {
    for (int done = 0; done < count; done += AT_ONCE) {
      List<Effect> effects = new ArrayList<>();
      for (int i = done; i < Math.min(count, done + AT_ONCE); i++) {
        int start = (int) ((long) i * (units - 2) / count);
        String id = "annotation-%09d".formatted(i);
        effects.add(new Effect.AddAnnotation(id, start, start + 2, false, PLACE));
      }
      revision = await(submit(0, revision, new Update(ChangeSet.empty(units), effects))).revision();
    }
    annotations = count;
  }

  /** Types characters, each writer one after the other. */
  void type(int count) throws Exception {
    Promise<Void> all = Promise.promise();
    Typing typing =
        new Typing(
            revision, units + typed, new AtomicInteger(count), new AtomicInteger(count), all);
    for (int writer = 0; writer < WRITERS; writer++) {
      typeOn(writer, typing, typing.revision());
    }
    await(all.future());
    typed += count;
    revision += count;
  }

  /**
   * Who types has in mind: the revision at the start and its length, from which both grow by one
   * with each edit; the edits left to begin and to end.
   */
  private record Typing(
      long revision, int length, AtomicInteger toBegin, AtomicInteger toEnd, Promise<Void> all) {}

  private void typeOn(int writer, Typing typing, long base) {
    if (typing.toBegin().getAndDecrement() <= 0) {
      return;
    }
    int length = typing.length() + (int) (base - typing.revision());
    int at = random.nextInt(length + 1);
    submit(writer, base, new Update(ChangeSet.replace(length, at, at, "字"), List.of()))
        .onFailure(typing.all()::tryFail)
        .onSuccess(
            done -> {
              if (typing.toEnd().decrementAndGet() == 0) {
                typing.all().complete();
              } else {
                typeOn(writer, typing, done.revision());
              }
            });
  }

  private Future<CommandDone> submit(int writer, long base, Update update) {
    long sequence = ++sequences[writer];
    return client.does(
        new SubmitChanges(
            document,
            account,
            "writer-of-a-long-text-%02d".formatted(writer),
            sequence,
            base,
            List.of(update),
            writer + " " + sequence));
  }

  /** Types and tells what it took, as a line of a table. */
  String measured(int edits) throws Exception {
    Map<String, Long> before = used();
    type(edits);
    Map<String, Long> after = used();
    double all = 0;
    List<String> told = new ArrayList<>();
    for (String part : List.of("owner", "log writer", "workers")) {
      double micros =
          (after.getOrDefault(part, 0L) - before.getOrDefault(part, 0L)) / MICROS / edits;
      all += micros;
      told.add("%.0f".formatted(micros));
    }
    told.add("%.0f".formatted(all));
    return "| %,d | %,d | %,d | %s | %.1f |"
        .formatted(units, annotations, edits, String.join(" / ", told), opening());
  }

  /** Milliseconds from the command to the answer, the document being open. */
  private double opening() throws Exception {
    Samples samples = new Samples();
    for (int i = 0; i < WRITERS; i++) {
      long began = System.nanoTime();
      await(
          client.open(
              new OpenDocument(
                  document, account, "session", "reader-of-a-long-text", Optional.empty())));
      samples.add(System.nanoTime() - began);
    }
    return samples.millis(0.5);
  }

  /** Processor time so far, in nanoseconds, by what threads do. */
  private Map<String, Long> used() {
    Map<String, Long> used = new TreeMap<>();
    for (long id : threads.getAllThreadIds()) {
      var thread = threads.getThreadInfo(id);
      if (thread != null) {
        used.merge(part(thread.getThreadName()), threads.getThreadCpuTime(id), Long::sum);
      }
    }
    return used;
  }

  private static String part(String thread) {
    if (thread.startsWith("vert.x-eventloop")) {
      return "owner";
    }
    if (thread.equals("dianjiao-log-writer")) {
      return "log writer";
    }
    return thread.equals("main") ? "driver" : "workers";
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    try {
      queue.close();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }
}
