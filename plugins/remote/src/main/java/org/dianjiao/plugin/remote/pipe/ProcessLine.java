package org.dianjiao.plugin.remote.pipe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.api.plugin.Progress;
import org.dianjiao.plugin.remote.ElsewhereFault;
import org.dianjiao.plugin.remote.Errand;
import org.dianjiao.plugin.remote.Line;
import org.dianjiao.plugin.remote.form.Field;
import org.dianjiao.plugin.remote.form.JsonBytes;

/**
 * A plugin in a process of its own. Late is told to stop, and when it does not within half a second
 * its process is killed; the next question starts another one. Starting goes on when a question
 * that waits for it is late, so that a plugin may take longer to start than to answer.
 */
public final class ProcessLine implements Line {

  private static final String MAIN = "org.dianjiao.plugin.remote.child.Child";
  private static final Duration GRACE = Duration.ofMillis(500);
  private final PluginContext context;
  private final Errand errand;
  private final Errand.InProcess process;

  /** The one that starts or runs, and what it can. Guarded by this. */
  private Optional<Begun> begun = Optional.empty();

  /** Guarded by this. */
  private boolean closed;

  private record Begun(
      ChildProcess child, CompletableFuture<List<String>> ready, AtomicReference<Thread> starter) {

    boolean usable() {
      return child.alive() && !ready.isCompletedExceptionally();
    }

    /** Waits a moment for the thread that started it: its classes are about to go. */
    void await() {
      try {
        starter.get().join(GRACE.toMillis());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A line to a plugin; nothing runs yet. */
  public ProcessLine(PluginContext context, Errand errand, Errand.InProcess process) {
    this.context = context;
    this.errand = errand;
    this.process = process;
  }

  @Override
  public List<String> open() throws Exception {
    return get(begun().ready());
  }

  private synchronized Begun begun() throws IOException {
    if (closed) {
      throw new ElsewhereFault("it is closed");
    }
    if (begun.isEmpty() || !begun.get().usable()) {
      begun = Optional.of(begin());
    }
    return begun.get();
  }

  private Begun begin() throws IOException {
    Files.createDirectories(context.stateDirectory());
    ChildProcess child =
        ChildProcess.start(builder(), context.instanceId(), errand.answerBytes(), context.logger());
    Begun one = new Begun(child, new CompletableFuture<>(), new AtomicReference<>());
    Thread starter = new Thread(() -> start(one), "plugin-" + context.instanceId() + "-start");
    one.starter().set(starter);
    starter.setDaemon(true);
    starter.start();
    return one;
  }

  private void start(Begun one) {
    try {
      Waiting asked = one.child().ask("start", hello(), UNHEARD);
      Field answer = asked.answer().get(errand.start().toMillis(), TimeUnit.MILLISECONDS);
      one.ready().complete(answer.list("can", Field::text));
    } catch (ExecutionException failure) {
      fail(one, failure.getCause().getMessage());
    } catch (TimeoutException late) {
      fail(one, "it did not start in %d ms".formatted(errand.start().toMillis()));
    } catch (InterruptedException | IOException | RuntimeException failure) {
      fail(one, failure.getMessage());
    }
  }

  private static void fail(Begun one, String why) {
    one.child().end(why);
    one.ready().completeExceptionally(new ElsewhereFault(why));
  }

  private ObjectNode hello() {
    ObjectNode hello = JsonBytes.object().put("instance", context.instanceId());
    hello.put("data", context.dataDirectory().toAbsolutePath().toString());
    hello.put("state", context.stateDirectory().toAbsolutePath().toString());
    hello.put("parallelism", errand.parallelism()).put("answerBytes", errand.answerBytes());
    hello.set("settings", errand.settings());
    var classPath = hello.putArray("classPath");
    process.classPath().forEach(path -> classPath.add(path.toString()));
    return hello;
  }

  /** Nothing of the server's environment, and no secret where a list of processes shows it. */
  private ProcessBuilder builder() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
                java,
                "-Xmx" + process.heapMib() + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr", // standard output is the protocol
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-cp",
                ownClasses(),
                MAIN)
            .directory(context.stateDirectory().toFile());
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8"); // or names of files are ASCII
    return builder;
  }

  /** The API, which the server has, and the jars of the bridge beside the one of this class. */
  private static String ownClasses() {
    return String.join(
        File.pathSeparator,
        place(Analyzer.class),
        place(ProcessLine.class),
        place(com.fasterxml.jackson.databind.ObjectMapper.class),
        place(com.fasterxml.jackson.core.JsonFactory.class),
        place(com.fasterxml.jackson.annotation.JsonProperty.class));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException fault) {
      throw new IllegalStateException("cannot find the classes of " + type, fault);
    }
  }

  @Override
  public Field ask(String question, ObjectNode body, Progress heard) throws Exception {
    Begun one = begun();
    get(one.ready());
    Waiting asked = one.child().ask(question, body, heard);
    try {
      return get(asked.answer());
    } catch (InterruptedException late) {
      stop(one.child(), asked, question);
      throw late;
    }
  }

  /** Gives it a moment to hear that it is late, then ends it. */
  private void stop(ChildProcess child, Waiting asked, String question) {
    try {
      child.giveUp(asked);
      asked.answer().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException answered) {
      return; // it failed, as one that is told to stop may
    } catch (TimeoutException | InterruptedException | IOException deaf) {
      child.end("it was late with %s and did not stop".formatted(question));
      context
          .logger()
          .log(
              System.Logger.Level.WARNING,
              "killed: it was late with {0} and did not stop",
              question);
    }
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof Exception cause ? cause : failure;
    }
  }

  @Override
  public void close() {
    Optional<Begun> last;
    synchronized (this) {
      closed = true;
      last = begun;
    }
    last.ifPresent(this::close);
  }

  private void close(Begun last) {
    ChildProcess child = last.child();
    try {
      if (child.alive() && last.ready().isDone()) {
        Waiting asked = child.ask("close", JsonBytes.object(), UNHEARD);
        asked.answer().get(errand.close().toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (TimeoutException late) {
      throw new IllegalStateException(
          "it did not close in %d ms and was killed".formatted(errand.close().toMillis()), late);
    } catch (ExecutionException | IOException failure) {
      throw new IllegalStateException("it could not close: " + failure.getMessage(), failure);
    } catch (InterruptedException late) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("it did not close in time and was killed", late);
    } finally {
      child.end("it was closed");
      child.await();
      last.await();
    }
  }
}
