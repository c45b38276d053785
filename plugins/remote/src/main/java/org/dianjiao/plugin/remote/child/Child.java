package org.dianjiao.plugin.remote.child;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dianjiao.plugin.remote.form.Field;
import org.dianjiao.plugin.remote.form.JsonBytes;
import org.dianjiao.plugin.remote.form.Malformed;
import org.dianjiao.plugin.remote.pipe.Frames;

/**
 * The main of a plugin's process. Its standard input and output are the protocol and nothing else:
 * what the plugin prints goes to standard error, and it reads nothing. It ends when the pipe does.
 */
public final class Child {

  private final DataInputStream in;
  private final OutputStream out;
  private final Map<Long, Task> tasks = new ConcurrentHashMap<>();

  /** Threads of the plugin; as many as may be asked at once, from when it starts. */
  private ExecutorService threads = Executors.newSingleThreadExecutor();

  private volatile Optional<Tenant> tenant = Optional.empty();
  private volatile int answerBytes = Integer.MAX_VALUE;

  private Child(InputStream in, OutputStream out) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.out = out;
  }

  /** Answers until the pipe closes. */
  public static void main(String[] arguments) {
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    System.setIn(InputStream.nullInputStream());
    try {
      new Child(in, out).listen();
    } catch (IOException | Malformed gone) {
      System.err.println("the pipe: " + gone.getMessage());
    } finally {
      Runtime.getRuntime().halt(0); // the server is gone, or wants this gone
    }
  }

  private void listen() throws IOException {
    for (Optional<byte[]> message = Frames.read(in, Frames.MAX_QUESTION);
        message.isPresent();
        message = Frames.read(in, Frames.MAX_QUESTION)) {
      hear(JsonBytes.read(message.get()));
    }
  }

  private void hear(Field message) {
    long number = message.get("number").number();
    if (message.find("cancel").isPresent()) {
      Optional.ofNullable(tasks.get(number)).ifPresent(Task::cancel);
      return;
    }
    String question = message.get("question").text();
    Field body = message.get("body");
    if (question.equals("start")) {
      threads = Executors.newFixedThreadPool(body.get("parallelism").integer());
      answerBytes = body.get("answerBytes").integer();
    }
    Task task = new Task((parts, total) -> tell(number, parts, total));
    tasks.put(number, task);
    threads.execute(() -> run(number, question, body, task));
  }

  private void tell(long number, long parts, long total) {
    try {
      send(JsonBytes.object().put("number", number).put("done", parts).put("total", total));
    } catch (IOException gone) {
      task(number).ifPresent(Task::cancel);
    }
  }

  private Optional<Task> task(long number) {
    return Optional.ofNullable(tasks.get(number));
  }

  private void run(long number, String question, Field body, Task task) {
    ObjectNode reply = JsonBytes.object().put("number", number);
    task.enter();
    try {
      reply.set("answer", answer(question, body, task));
    } catch (Throwable thrown) { // whatever foreign code throws is an answer, too
      if (!task.cancelled() && !(thrown instanceof Unwilling)) {
        thrown.printStackTrace();
      }
      reply.set("error", error(thrown));
    } finally {
      task.leave();
      tasks.remove(number);
    }
    try {
      send(reply);
    } catch (IOException gone) {
      Runtime.getRuntime().halt(0);
    }
  }

  private ObjectNode answer(String question, Field body, Task task) throws Exception {
    switch (question) {
      case "start" -> {
        tenant = Optional.of(Tenant.start(body));
        return tenant.get().can();
      }
      case "close" -> {
        if (tenant.isPresent()) {
          tenant.get().close();
        }
        return JsonBytes.object();
      }
      default -> {
        return tenant.orElseThrow().answer(question, body, task);
      }
    }
  }

  private static ObjectNode error(Throwable thrown) {
    if (thrown instanceof Unwilling said) {
      return JsonBytes.object().put("code", "refused").put("message", printable(said.getMessage()));
    }
    String name = thrown.getClass().getSimpleName();
    String message = thrown.getMessage() == null ? name : name + ": " + thrown.getMessage();
    return JsonBytes.object().put("code", "plugin-failed").put("message", printable(message));
  }

  private static String printable(String words) {
    String cut = words.length() > 2_000 ? words.substring(0, 2_000) : words;
    return new String(
        cut.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private void send(ObjectNode reply) throws IOException {
    byte[] message = bytes(reply);
    synchronized (out) {
      Frames.write(out, message);
    }
  }

  private byte[] bytes(ObjectNode reply) {
    long number = reply.path("number").longValue();
    try {
      byte[] message = JsonBytes.write(reply);
      return message.length <= answerBytes
          ? message
          : failed(
              number,
              "an answer of %d bytes; the limit is %d".formatted(message.length, answerBytes));
    } catch (Malformed half) {
      return failed(number, half.getMessage());
    }
  }

  private static byte[] failed(long number, String message) {
    ObjectNode reply = JsonBytes.object().put("number", number);
    reply.set("error", JsonBytes.object().put("code", "wrong-answer").put("message", message));
    return JsonBytes.write(reply);
  }
}
