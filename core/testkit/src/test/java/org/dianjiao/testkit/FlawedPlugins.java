package org.dianjiao.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Exporter;
import org.dianjiao.api.plugin.Importer;
import org.dianjiao.api.plugin.Lookup;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;

/** One plugin without a fault, and others that have one fault each. */
final class FlawedPlugins {

  private FlawedPlugins() {}

  private static Proposal mark(TextRange range, String mark) {
    return new Proposal(
        "mark",
        range,
        List.of(new Candidate(new Replace(mark), 0.9, mark)),
        "a sentence may end here",
        List.of());
  }

  /** A full stop behind every 也 that has no mark behind it. */
  private static List<Proposal> stops(AnalysisRequest request) {
    List<Proposal> proposals = new ArrayList<>();
    String text = request.text();
    for (int i = request.focus().start(); i < request.focus().end(); i++) {
      boolean open = i + 1 == text.length() || "。，？」".indexOf(text.charAt(i + 1)) < 0;
      boolean selected = i + 1 < text.length() && text.charAt(i + 1) == '\ufe00';
      if (text.charAt(i) == '也' && open && !selected) {
        proposals.add(mark(TextRange.at(i + 1), "。"));
      }
    }
    return proposals;
  }

  /** Whether this is the text by which the suite measures time: long lines of prose. */
  private static boolean times(AnalysisRequest request) {
    String text = request.text();
    return text.length() >= 10_000 && text.startsWith("子") && text.contains("\n");
  }

  /** Has no fault. */
  public static final class Sound implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> new Analysis(request.focus(), stops(request));
    }
  }

  /** Proposes what stands there already. */
  public static final class Insistent implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        List<Proposal> proposals = new ArrayList<>();
        for (int i = request.focus().start(); i < request.focus().end(); i++) {
          if (request.text().charAt(i) == '也') {
            proposals.add(mark(TextRange.at(i + 1), "。"));
          }
        }
        return new Analysis(request.focus(), proposals);
      };
    }
  }

  /** Remembers how often it was asked, and gets weary. */
  public static final class Weary implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      int[] asked = {0};
      return request ->
          new Analysis(request.focus(), asked[0]++ % 3 == 2 ? List.of() : stops(request));
    }
  }

  /** Looks back further than the window that it asked for. */
  public static final class Farsighted implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        List<Proposal> proposals = new ArrayList<>(stops(request));
        proposals.removeIf(
            stop ->
                stop.range().of(request.text()).isEmpty()
                    && request.text().lastIndexOf("子曰", stop.range().start()) < 0);
        return new Analysis(request.focus(), proposals);
      };
    }
  }

  /** Does not hear that it is cancelled, when it is asked about the text that times it. */
  public static final class Deaf implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        long end = System.nanoTime() + (times(request) ? 1_500_000_000L : 0);
        while (System.nanoTime() - end < 0) {
          Thread.onSpinWait();
        }
        return new Analysis(request.focus(), stops(request));
      };
    }
  }

  /** Leaves a thread behind. */
  public static final class Littering implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      Thread thread = new Thread(() -> FlawedPlugins.sleep(8_000), "litter");
      thread.setDaemon(true);
      thread.start();
      return request -> new Analysis(request.focus(), stops(request));
    }
  }

  /** Puts a mark behind every unit, also inside characters. */
  public static final class Splitting implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        List<Proposal> proposals = new ArrayList<>();
        for (int i = request.focus().start() + 1; i < request.focus().end(); i++) {
          if (Character.isHighSurrogate(request.text().charAt(i - 1))) {
            proposals.add(mark(TextRange.at(i), "。"));
          }
        }
        return new Analysis(request.focus(), proposals);
      };
    }
  }

  /** Replaces a character where it should only mark. */
  public static final class Rewriting implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        List<Proposal> proposals = new ArrayList<>();
        for (int i = request.focus().start(); i < request.focus().end(); i++) {
          if (request.text().charAt(i) == '也') {
            proposals.add(mark(new TextRange(i, i + 1), "。"));
          }
        }
        return new Analysis(request.focus(), proposals);
      };
    }
  }

  /** Answers for the whole window, whatever was asked. */
  public static final class Talkative implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        TextRange all = new TextRange(0, request.text().length());
        AnalysisRequest whole =
            new AnalysisRequest(
                request.text(), all, 0, request.language(), List.of(), request.cancellation());
        return new Analysis(all, stops(whole));
      };
    }
  }

  /** Takes longer than it says over the text that times it. */
  public static final class Slow implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        if (times(request)) {
          sleep(400);
        }
        return new Analysis(request.focus(), stops(request));
      };
    }
  }

  /** Mixes up what it is asked at the same time. */
  public static final class Racing implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      AtomicInteger inside = new AtomicInteger();
      return request -> {
        boolean alone = inside.incrementAndGet() == 1;
        sleep(2);
        inside.decrementAndGet();
        return new Analysis(request.focus(), alone ? stops(request) : List.of());
      };
    }
  }

  /** Says nothing any more once another instance was asked. */
  public static final class Jealous implements Plugin {

    private static final String ASKED = "dianjiao.test.asked";

    @Override
    public Analyzer start(PluginContext context) {
      System.clearProperty(ASKED);
      String me = context.instanceId();
      return request -> {
        boolean first = System.getProperty(ASKED, me).equals(me);
        System.setProperty(ASKED, first ? me : "several");
        return new Analysis(request.focus(), first ? stops(request) : List.of());
      };
    }
  }

  /** Starts once in its life. */
  public static final class Mortal implements Plugin {
    @Override
    public Analyzer start(PluginContext context) throws IOException {
      Files.createFile(context.stateDirectory().resolve("born"));
      return request -> new Analysis(request.focus(), stops(request));
    }
  }

  /** Learns twice from what it is told twice. */
  public static final class Gullible implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      int[] told = {0};
      return new Analyzer() {
        @Override
        public Analysis analyze(AnalysisRequest request) {
          return new Analysis(request.focus(), told[0] > 5 ? List.of() : stops(request));
        }

        @Override
        public void decided(Decision decision) {
          told[0]++;
        }
      };
    }
  }

  /** Finds more than it was asked for. */
  public static final class Generous implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return new Generosity();
    }

    private static final class Generosity implements Analyzer, Lookup {
      @Override
      public Analysis analyze(AnalysisRequest request) {
        return new Analysis(request.focus(), stops(request));
      }

      @Override
      public List<Body.Identification> lookup(String query, String type, int limit) {
        Body.Identification entry =
            new Body.Identification(URI.create("test:1"), query, type.isEmpty() ? "person" : type);
        return Collections.nCopies(5, entry);
      }
    }
  }

  /** Looks at the beginning only. */
  public static final class Lazy implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        int start = request.focus().start();
        return new Analysis(TextRange.at(start), List.of());
      };
    }
  }

  /** Says the same thing twice. */
  public static final class Stuttering implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request ->
          new Analysis(
              request.focus(),
              stops(request).stream()
                  .map(
                      stop ->
                          new Proposal(
                              stop.category(),
                              stop.range(),
                              List.of(stop.best(), stop.best()),
                              stop.explanation(),
                              List.of()))
                  .toList());
    }
  }

  /** Reads and writes texts between two lines, without a fault; the others here have one each. */
  public static class Clerk implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return new Desk(this);
    }

    String written(MarkedText text) {
      return "begin\n" + text.text() + "\nend";
    }

    MarkedText read(String file) {
      if (!file.startsWith("begin\n") || !file.endsWith("\nend") || file.length() < 10) {
        throw new IllegalArgumentException("line 1: it does not begin and end as it should");
      }
      return text(file.substring(6, file.length() - 4), List.of());
    }

    static MarkedText text(String text, List<Marked> annotations) {
      return new MarkedText("", text, Locale.forLanguageTag("lzh"), annotations);
    }

    private record Desk(Clerk clerk) implements Analyzer, Importer, Exporter {
      @Override
      public Analysis analyze(AnalysisRequest request) {
        return new Analysis(request.focus(), stops(request));
      }

      @Override
      public MarkedText read(String format, String fileName, InputStream content)
          throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(content.readAllBytes());
        return clerk.read(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
      }

      @Override
      public void write(String format, MarkedText text, OutputStream out) throws IOException {
        out.write(clerk.written(text).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** Tidies up the ends of texts. */
  public static final class Tidy extends Clerk {
    @Override
    String written(MarkedText text) {
      return super.written(text(text.text().strip(), List.of()));
    }
  }

  /** Is frightened by what it does not know. */
  public static final class Timid extends Clerk {
    @Override
    MarkedText read(String file) {
      return super.read(file.substring(file.indexOf("begin\n")));
    }
  }

  /** Takes whatever comes, as it comes. */
  public static final class Coarse extends Clerk {
    @Override
    MarkedText read(String file) {
      return file.startsWith("begin\n") ? super.read(file) : text(file, List.of());
    }
  }

  /** Marks what is not there to be marked. */
  public static final class Overzealous extends Clerk {
    @Override
    MarkedText read(String file) {
      MarkedText read = super.read(file);
      Marked half = new Marked(new TextRange(0, 1), new Body.Tag("person"));
      return read.text().isEmpty() ? read : text(read.text(), List.of(half));
    }
  }

  /** Thinks about a web page for longer than anybody waits. */
  public static final class Brooding extends Clerk {
    @Override
    MarkedText read(String file) {
      if (file.startsWith("<html>")) {
        FlawedPlugins.sleep(60_000);
      }
      return super.read(file);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
