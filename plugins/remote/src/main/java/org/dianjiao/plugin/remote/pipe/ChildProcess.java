package org.dianjiao.plugin.remote.pipe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.dianjiao.api.plugin.Progress;
import org.dianjiao.plugin.remote.ElsewhereFault;
import org.dianjiao.plugin.remote.ElsewhereRefusal;
import org.dianjiao.plugin.remote.form.Field;
import org.dianjiao.plugin.remote.form.JsonBytes;
import org.dianjiao.plugin.remote.form.Malformed;

/**
 * A running process and the three threads that talk with it: one writes, one reads answers, one
 * reads what it logs. Thread safe. Whatever breaks the protocol ends it; it is never used again.
 */
final class ChildProcess {

  private static final int MAX_QUEUE = 64;
  private static final int DEATH_MILLIS = 400;

  private final Process process;
  private final int answerBytes;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
  private final Set<Long> givenUp = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<byte[]> unsent = new ArrayBlockingQueue<>(MAX_QUEUE);
  private final List<Thread> threads = new ArrayList<>();
  private volatile Optional<String> ended = Optional.empty();

  private ChildProcess(Process process, int answerBytes) {
    this.process = process;
    this.answerBytes = answerBytes;
  }

  /** Starts a process. */
  static ChildProcess start(ProcessBuilder builder, String name, int answerBytes, System.Logger log)
      throws IOException {
    Process process = builder.start();
    ChildProcess child = new ChildProcess(process, answerBytes);
    child.thread(name + "-answers", child::hear);
    child.thread(name + "-questions", child::send);
    child.thread(name + "-log", () -> new LogStream(log).pump(process.getErrorStream()));
    return child;
  }

  private void thread(String name, Runnable task) {
    Thread thread = new Thread(task, "plugin-" + name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Whether it can be asked. */
  boolean alive() {
    return ended.isEmpty();
  }

  /** Puts a question; the answer comes, or fails when the process ends. */
  Waiting ask(String question, ObjectNode body, Progress heard) throws ElsewhereFault {
    Waiting one = new Waiting(numbers.incrementAndGet(), heard, new CompletableFuture<>());
    ObjectNode message = JsonBytes.object().put("number", one.number()).put("question", question);
    message.set("body", body);
    byte[] bytes = JsonBytes.write(message);
    if (bytes.length > Frames.MAX_QUESTION) {
      throw new ElsewhereRefusal(
          "too long for a process of its own: %d bytes; the limit is %d"
              .formatted(bytes.length, Frames.MAX_QUESTION));
    }
    waiting.put(one.number(), one);
    post(bytes);
    ended.ifPresent(why -> failed(one, why));
    return one;
  }

  private void post(byte[] message) throws ElsewhereFault {
    if (!unsent.offer(message)) {
      end("it does not read its questions; %d wait".formatted(MAX_QUEUE));
      throw new ElsewhereFault(ended.orElse(""));
    }
  }

  /** Tells it that nobody waits for an answer any more. */
  void giveUp(Waiting one) throws ElsewhereFault {
    givenUp.add(one.number());
    post(JsonBytes.write(JsonBytes.object().put("number", one.number()).put("cancel", true)));
  }

  private void send() {
    OutputStream out = process.getOutputStream();
    try {
      while (alive()) {
        byte[] message = unsent.poll(DEATH_MILLIS / 2, TimeUnit.MILLISECONDS);
        if (message != null) {
          Frames.write(out, message);
        }
      }
    } catch (IOException gone) {
      end(reason("it takes no questions any more"));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear() {
    String why;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      Optional<byte[]> message = Frames.read(in, answerBytes);
      while (message.isPresent() && alive()) {
        take(JsonBytes.read(message.get()));
        message = Frames.read(in, answerBytes);
      }
      why = reason("it closed its end of the pipe");
    } catch (IOException | Malformed fault) {
      why = "it broke the protocol: " + fault.getMessage();
    }
    end(why);
  }

  private void take(Field message) {
    long number = message.get("number").number();
    Waiting one = waiting.get(number);
    if (one == null) {
      if (!givenUp.contains(number)) {
        throw new Malformed("it answered question %d, which nobody asked".formatted(number));
      }
      return;
    }
    Optional<Field> done = message.find("done");
    if (done.isPresent()) {
      one.heard().done(done.get().number(), message.get("total").number());
      return;
    }
    waiting.remove(number);
    givenUp.remove(number);
    Optional<Field> error = message.find("error");
    if (error.isPresent()) {
      one.answer().completeExceptionally(fault(error.get()));
    } else {
      one.answer().complete(message.get("answer"));
    }
  }

  private static ElsewhereFault fault(Field error) {
    String words = error.get("message").text();
    return error.get("code").text().equals("refused")
        ? new ElsewhereRefusal(words)
        : new ElsewhereFault(words);
  }

  /** Why it ended, when it ended by itself. */
  private String reason(String otherwise) {
    try {
      if (process.waitFor(DEATH_MILLIS, TimeUnit.MILLISECONDS)) {
        return "its process ended with exit code " + process.exitValue();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return otherwise;
  }

  /** Ends it now, and whatever it started, and fails what it was asked. The first reason counts. */
  void end(String why) {
    synchronized (this) {
      if (ended.isPresent()) {
        return;
      }
      ended = Optional.of(why);
    }
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    threads.forEach(Thread::interrupt);
    waiting.values().forEach(one -> failed(one, why));
    waiting.clear();
  }

  private static void failed(Waiting one, String why) {
    one.answer().completeExceptionally(new ElsewhereFault(why));
  }

  /** Waits a moment until it is gone, and the threads that talked with it. */
  void await() {
    try {
      process.waitFor(DEATH_MILLIS, TimeUnit.MILLISECONDS);
      for (Thread thread : threads) {
        thread.join(DEATH_MILLIS);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
