package org.dianjiao.plugin.remote;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;

/** Plugins that run away, each in its own way. They see the JDK and the API only. */
public final class Runaways {

  private Runaways() {}

  /** Sleeps on, whoever interrupts it. */
  static void sleepOn() {
    while (true) {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException ignored) {
        Thread.onSpinWait();
      }
    }
  }

  private static Analysis answer(AnalysisRequest request, String words) {
    Candidate candidate = new Candidate(new Replace(words), 0.9, "a label");
    return new Analysis(
        request.focus(),
        List.of(new Proposal("mark", TextRange.at(0), List.of(candidate), "words", List.of())));
  }

  /** Writes bytes where the protocol is written, past the stream that was put in its place. */
  @SuppressWarnings("resource") // closing it would close the pipe
  private static void raw(byte[] bytes) throws IOException {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    out.write(bytes);
    out.flush();
  }

  private static byte[] frame(int length, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(4 + body.length).putInt(length).put(body).array();
  }

  /** Has no fault; says what it can see of the world. */
  public static final class Tame implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      System.out.println("printed, and nobody minds");
      return request ->
          answer(
              request,
              "%d variables, %s, %s"
                  .formatted(
                      System.getenv().size(),
                      context.settings().string("word"),
                      System.getProperty("user.dir").endsWith(context.instanceId())));
    }
  }

  /** Hangs and hears no interrupt. */
  public static final class Hang implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        sleepOn();
        throw new AssertionError();
      };
    }
  }

  /** A regular expression without end, which hears no interrupt. */
  public static final class Regex implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request ->
          answer(request, "" + Pattern.matches("(.*)*(.*)*\\1\\1x", "a".repeat(2_000)));
    }
  }

  /** Takes a gigabyte. */
  public static final class Heap implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        List<byte[]> kept = new ArrayList<>();
        for (int i = 0; i < 1024; i++) {
          kept.add(new byte[1024 * 1024]);
        }
        return answer(request, "" + kept.size());
      };
    }
  }

  /** Ends the process that it is in. */
  public static final class Exit implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        System.exit(0);
        throw new AssertionError();
      };
    }
  }

  /** Ends the process that it is in, without any of its last words. */
  public static final class Halt implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        Runtime.getRuntime().halt(0);
        throw new AssertionError();
      };
    }
  }

  /** Calls itself until the stack is full. */
  public static final class Recursion implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> answer(request, "" + deeper(1));
    }

    private static long deeper(long depth) {
      return depth < 0 ? depth : depth + deeper(depth + 1);
    }
  }

  /** Starts 10,000 threads that end with nothing but the process. */
  public static final class Threads implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        for (int i = 0; i < 10_000; i++) {
          new Thread(null, Runaways::sleepOn, "one of many", 65_536).start();
        }
        sleepOn();
        throw new AssertionError();
      };
    }
  }

  /** Starts processes that outlive it unless somebody ends them, too. */
  public static final class Forks implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        for (int i = 0; i < 5; i++) {
          new ProcessBuilder("/bin/sleep", "4711").start();
        }
        sleepOn();
        throw new AssertionError();
      };
    }
  }

  /** Prints without end. */
  public static final class Flood implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        byte[] line = ("a line of no use ".repeat(60) + "\n").getBytes(StandardCharsets.US_ASCII);
        for (long bytes = 0; bytes < 1L << 30; bytes += line.length) {
          System.out.write(line);
        }
        sleepOn();
        throw new AssertionError();
      };
    }
  }

  /** Answers with more than an answer may have. */
  public static final class Bloated implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> answer(request, "長".repeat(5_000_000));
    }
  }

  /** Writes something else where the protocol is written. */
  public static final class Babble implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        raw("all is well\n".getBytes(StandardCharsets.US_ASCII));
        sleepOn();
        throw new AssertionError();
      };
    }
  }

  /** Writes half a message. */
  public static final class Half implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        raw(frame(1_000, "{\"number\": "));
        sleepOn();
        throw new AssertionError();
      };
    }
  }

  /** Writes a message byte by byte, always one more before anybody gives up on it. */
  public static final class Drip implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        for (byte one : frame(1_000, " ".repeat(1_000))) {
          raw(new byte[] {one});
          Thread.sleep(20);
        }
        sleepOn();
        throw new AssertionError();
      };
    }
  }

  /** Announces a message of less than nothing. */
  public static final class Negative implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        raw(frame(-1, "{}"));
        sleepOn();
        throw new AssertionError();
      };
    }
  }

  /** Answers a question that nobody asked. */
  public static final class Stranger implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        String json = "{\"number\": 4711, \"answer\": {}}";
        raw(frame(json.length(), json));
        sleepOn();
        throw new AssertionError();
      };
    }
  }

  /** Writes a message that is no JSON. */
  public static final class Malformed implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        raw(frame(7, "[{\"a\": "));
        sleepOn();
        throw new AssertionError();
      };
    }
  }

  /** Closes what its questions come from. */
  public static final class Deafened implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        new FileInputStream(FileDescriptor.in).close();
        sleepOn();
        throw new AssertionError();
      };
    }
  }

  /** Proposes for a place behind the text. */
  public static final class Astray implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> new Analysis(new TextRange(0, 100_000), List.of());
    }
  }

  /** Never comes back from starting. */
  public static final class EndlessStart implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      sleepOn();
      throw new AssertionError();
    }
  }

  /** Never comes back from closing. */
  public static final class EndlessClose implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return new Analyzer() {
        @Override
        public Analysis analyze(AnalysisRequest request) {
          return answer(request, "。");
        }

        @Override
        public void close() {
          sleepOn();
        }
      };
    }
  }
}
