package org.dianjiao.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.bus.DocumentClient;
import org.dianjiao.bus.DocumentCommand.RevertChange;
import org.dianjiao.bus.DocumentCommand.UndoDeeds;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.RecordCodec;
import org.dianjiao.document.Change;
import org.dianjiao.document.Decisions;
import org.dianjiao.document.Deeds;
import org.dianjiao.document.Document;
import org.dianjiao.document.Effect;
import org.dianjiao.document.Update;
import org.dianjiao.exchange.DocumentImport;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Operation;
import org.dianjiao.exchange.Replay;
import org.dianjiao.host.CommitQueue;
import org.dianjiao.host.LibraryVerticle;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Role;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Head;
import org.dianjiao.storage.StorageSettings;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;

/**
 * Undoes all that a plugin did, again and again, and takes that back: how long it takes, and how
 * long the event loop is at one thing meanwhile at most, in time and in processor time (the latter
 * does not count what other programs take): {@code UndoneWork [marks]}.
 */
public final class UndoneWork {

  private static final String PLUGIN = "punctuation";
  private static final String CLIENT = "client-that-undoes-work";
  private static final int TIMES = 6;
  private static final int AT_ONCE = 5_000;
  private static final int APART = 5;
  private static final double MILLIS = 1e6;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final DocumentClient client = new DocumentClient(vertx, Duration.ofMinutes(2));
  private final AtomicLong lastTick = new AtomicLong();
  private final AtomicLong lastTickBusy = new AtomicLong();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong longestBusy = new AtomicLong();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Database database;
  private final CommitQueue queue;
  private final String reviewer;
  private final String document;

  /** Up to which the plugin's suggestions were accepted. */
  private long revision;

  private long sequence;

  private UndoneWork(Path folder, int marks) throws Exception {
    database = Database.open(StorageSettings.defaults(folder));
    queue = new CommitQueue(database.changeLog());
    RecordCodec.register(vertx);
    String project = database.projects().create("Undone", DocumentImport.SYSTEM).id();
    String text = "天地玄黃宇".repeat(marks);
    document = DocumentImport.store(database, project, "Text", text, DocumentImport.SYSTEM).id();
    reviewer = database.accounts().create("reviewer", "no password", false).id();
    database.projects().setRole(project, reviewer, Role.REVIEWER);
    accept(marks);
    PluginClient plugins = new PluginClient(vertx, Duration.ofSeconds(10));
    await(
        vertx.deployVerticle(
            new LibraryVerticle("node", database, queue, plugins, Limits.defaults())));
    vertx.runOnContext(now -> tick());
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    int marks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40_000;
    Path folder = Files.createTempDirectory("dianjiao-undone");
    UndoneWork work = new UndoneWork(folder, marks);
    try {
      System.out.println(
          "| what | marks | until it is on disk, ms | longest block, ms | its CPU, ms |");
      System.out.println("|---|---|---|---|---|");
      long last = work.revision;
      for (int time = 0; time < TIMES; time++) {
        long undone = work.measured("undo", marks, work.undo(last));
        work.measured("revert", marks, work.revert(undone));
      }
    } finally {
      work.close();
      Load.delete(folder);
    }
  }

  private Future<CommandDone> undo(long revision) {
    Deeds deeds = new Deeds(Optional.empty(), Optional.of(PLUGIN), Optional.empty(), 1, revision);
    return begun(() -> client.does(new UndoDeeds(document, reviewer, CLIENT, ++sequence, deeds)));
  }

  private Future<CommandDone> revert(long revision) {
    return begun(
        () -> client.does(new RevertChange(document, reviewer, CLIENT, ++sequence, revision)));
  }

  private Future<CommandDone> begun(Supplier<Future<CommandDone>> command) {
    longest.set(0);
    longestBusy.set(0);
    return command.get();
  }

  private long measured(String what, int marks, Future<CommandDone> command) throws Exception {
    long began = System.nanoTime();
    CommandDone done = await(command);
    double took = (System.nanoTime() - began) / MILLIS;
    Thread.sleep(100);
    System.out.printf(
        "| %s | %,d | %.0f | %.0f | %.0f |%n",
        what, marks, took, longest.get() / MILLIS, longestBusy.get() / MILLIS);
    return done.revision();
  }

  /** Looks each millisecond whether the event loop still goes round. */
  private void tick() {
    long now = System.nanoTime();
    long busy = threads.getCurrentThreadCpuTime();
    long last = lastTick.getAndSet(now);
    long lastBusy = lastTickBusy.getAndSet(busy);
    if (last != 0) {
      longest.accumulateAndGet(now - last, Math::max);
      longestBusy.accumulateAndGet(busy - lastBusy, Math::max);
    }
    vertx.setTimer(1, timer -> tick());
  }

  /** Writes a log in which a person accepts marks of a plugin and annotates every other one. */
  private void accept(int marks) {
    Document state = new Replay(database, document).at(1);
    Head head = database.changeLog().claim(document, "bench");
    for (int first = 0; first < marks; first += AT_ONCE) {
      Decisions decisions = new Decisions(state, reviewer);
      int count = Math.min(AT_ONCE, marks - first);
      for (int i = 0; i < count; i++) {
        decisions.decide(
            mark(first + i, first * (APART + 1) + i * APART),
            Outcome.ACCEPTED,
            0,
            Optional.empty());
      }
      state = append(head, state, decisions.update());
      List<Effect> effects = new ArrayList<>();
      for (int i = 0; i < count; i += 2) {
        int place = (first + i) * (APART + 1);
        effects.add(
            new Effect.AddAnnotation(
                "annotation-%09d".formatted(first + i),
                place,
                place + 2,
                false,
                new Body.Tag("x")));
      }
      state = append(head, state, new Update(ChangeSet.empty(state.text().length()), effects));
    }
    revision = state.revision();
  }

  private Document append(Head head, Document state, Update update) {
    Change change =
        new Change(
            state.revision() + 1,
            reviewer,
            "client-that-accepted",
            state.revision(),
            update.changes(),
            update.effects(),
            Instant.now());
    database
        .changeLog()
        .append(
            List.of(
                new Batch(
                    document,
                    head.epoch(),
                    head.aclVersion(),
                    List.of(Operation.entry(new Logged(change, "accepted"))))));
    return state.apply(change);
  }

  private static Suggestion mark(int number, int place) {
    Candidate candidate = new Candidate(new Replace("，"), 0.9, "，");
    Proposal proposal =
        new Proposal("mark", new TextRange(place, place), List.of(candidate), "a pause", List.of());
    return Suggestion.of(
        "suggestion-%09d".formatted(number),
        new Maker.ByPlugin(PLUGIN, "1"),
        proposal,
        "",
        "fingerprint-" + number);
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(5, TimeUnit.MINUTES);
  }

  private void close() throws Exception {
    await(vertx.close());
    queue.close();
    database.close();
  }
}
