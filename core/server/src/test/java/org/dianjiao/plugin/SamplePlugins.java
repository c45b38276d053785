package org.dianjiao.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
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
import org.dianjiao.api.plugin.Settings;

/** Plugins that tests install. They see the JDK and the API only, like any other plugin. */
public final class SamplePlugins {

  private SamplePlugins() {}

  static Proposal proposal(String category, TextRange range, String replacement) {
    return new Proposal(
        category,
        range,
        List.of(new Candidate(new Replace(replacement), 0.8, "a label")),
        "a sentence",
        List.of());
  }

  /**
   * Reads lists: in each line a name, which is marked, then a tab and prose. Says no to lines
   * without a tab, does what a file with one word {@code !word} tells it to, and writes as much.
   */
  public static final class Lister implements Plugin {

    /** Its formats, for {@code plugin.json}. */
    public static final String FORMATS =
        """
        "imports": [{"name": "list", "label": "<b>List</b>", "extension": "lst",
                     "media-type": "text/html"}],
        "exports": [{"name": "list", "label": "<b>List</b>", "extension": "lst",
                     "media-type": "text/html"},
                    {"name": "flood", "label": "Flood", "extension": "lst",
                     "media-type": "text/plain"}]""";

    @Override
    public Analyzer start(PluginContext context) {
      return new Desk();
    }

    private static final class Desk implements Analyzer, Importer, Exporter {

      @Override
      public Analysis analyze(AnalysisRequest request) {
        return new Analysis(request.focus(), List.of());
      }

      @Override
      public MarkedText read(String format, String fileName, InputStream content)
          throws IOException {
        String file = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        return switch (file) {
          case "!half" -> text("\ud840\udc00", new TextRange(0, 1));
          case "!return" -> text("a\r\nb");
          case "!title" -> new MarkedText("a\nb", "a", Locale.ROOT, List.of());
          case "!nothing" -> null;
          case "!ends" -> throw new StackOverflowError("deep");
          case "!late" -> text(late());
          case "!long" -> text("字\n".repeat(3_000_000));
          default -> list(file);
        };
      }

      private static String late() {
        try {
          Thread.sleep(60_000);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
        return "too late";
      }

      private static MarkedText list(String file) {
        StringBuilder text = new StringBuilder();
        List<Marked> names = new ArrayList<>();
        int number = 0;
        for (String line : file.lines().toList()) {
          number++;
          int tab = line.indexOf('\t');
          if (tab < 1) {
            throw new IllegalStateException("line " + number + ": no tab");
          }
          TextRange range = new TextRange(text.length(), text.length() + tab);
          URI entity = URI.create("local:" + number);
          names.add(new Marked(range, new Body.Identification(entity, "<i>", "person")));
          text.append(line, 0, tab).append(line, tab + 1, line.length()).append('\n');
        }
        return new MarkedText("名", text.toString(), Locale.forLanguageTag("lzh"), names);
      }

      private static MarkedText text(String text, TextRange... marked) {
        List<Marked> all =
            Stream.of(marked).map(one -> new Marked(one, new Body.Tag("person"))).toList();
        return new MarkedText("", text, Locale.forLanguageTag("lzh"), all);
      }

      @Override
      public void write(String format, MarkedText text, OutputStream out) throws IOException {
        byte[] one = "名\t".getBytes(StandardCharsets.UTF_8);
        do {
          out.write(one);
        } while (format.equals("flood"));
        String names =
            text.annotations().stream().map(mark -> mark.range().of(text.text())).toList() + "\n";
        out.write((text.title() + "\n" + text.text() + names).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** Proposes its setting {@code mark} at the end of the focus. */
  public static final class Marker implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      String mark = context.settings().string("mark");
      return request ->
          new Analysis(
              request.focus(),
              List.of(proposal("mark", TextRange.at(request.focus().end()), mark)));
    }
  }

  /**
   * Proposes as {@link Finder} does, and writes down what it is told, and about which projects it
   * is asked and told; while there is a file {@code deaf} in its folder it fails to hear.
   */
  public static final class Diarist implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      Analyzer finder = new Finder().start(context);
      return new Analyzer() {
        @Override
        public Analysis analyze(AnalysisRequest request) throws Exception {
          append(context.stateDirectory().resolve("projects"), "asked " + request.project());
          return finder.analyze(request);
        }

        @Override
        public void decided(Decision decision) {
          append(context.stateDirectory().resolve("projects"), "told " + decision.project());
          write(context.stateDirectory(), decision);
        }
      };
    }

    private static void write(Path folder, Decision decision) {
      if (Files.exists(folder.resolve("deaf"))) {
        throw new IllegalStateException("deaf");
      }
      String line =
          "%s %s %s"
              .formatted(
                  decision.id().substring(decision.id().indexOf('.') + 1),
                  decision.outcome(),
                  decision.context().strip());
      append(folder.resolve("diary"), line);
    }

    private static void append(Path file, String line) {
      try {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }
  }

  /** Proposes its setting {@code put} for each {@code find}; as an annotation when it is empty. */
  public static final class Finder implements Plugin {

    public static final String SETTINGS =
        """
        "settings": [{"name": "find", "type": "string", "default": "於"},
                     {"name": "put", "type": "string", "default": "于"},
                     {"name": "sure", "type": "number", "default": 0.9}]""";

    @Override
    public Analyzer start(PluginContext context) {
      Settings settings = context.settings();
      return request -> found(request, settings);
    }

    private static Analysis found(AnalysisRequest request, Settings settings) {
      String find = settings.string("find");
      Action action =
          settings.string("put").isEmpty()
              ? new Annotate(new Body.Regularization("于", "variant"))
              : new Replace(settings.string("put"));
      List<Proposal> proposals = new ArrayList<>();
      String text = request.text();
      for (int i = text.indexOf(find); i >= 0; i = text.indexOf(find, i + 1)) {
        TextRange range = new TextRange(i, i + find.length());
        if (request.focus().contains(range)) {
          Candidate candidate = new Candidate(action, settings.number("sure"), "于");
          proposals.add(
              new Proposal("mark", range, List.of(candidate), "found " + find, List.of()));
        }
      }
      return new Analysis(request.focus(), proposals);
    }
  }

  /** Tells in explanations what it can see of the world around it. */
  public static final class Spy implements Plugin {
    @Override
    public Analyzer start(PluginContext context) throws Exception {
      Files.writeString(context.stateDirectory().resolve("started"), context.instanceId());
      return request ->
          new Analysis(
              request.focus(),
              List.of(
                  told(request, "io.vertx.core.Vertx"),
                  told(request, "org.dianjiao.plugin.PluginVerticle"),
                  told(request, "org.slf4j.Logger"),
                  told(request, "org.dianjiao.api.Proposal"),
                  told(request, "java.sql.Connection")));
    }

    private static Proposal told(AnalysisRequest request, String name) {
      ClassLoader context = Thread.currentThread().getContextClassLoader();
      boolean own = context == Spy.class.getClassLoader();
      return new Proposal(
          "mark",
          request.focus(),
          List.of(new Candidate(new Replace(""), 1, own ? "own" : "foreign")),
          name + (visible(name, context) ? " is seen" : " is not seen"),
          List.of());
    }

    private static boolean visible(String name, ClassLoader loader) {
      try {
        Class.forName(name, false, loader);
        return true;
      } catch (ClassNotFoundException absent) {
        return false;
      }
    }
  }

  /** Sleeps as many milliseconds as the text says; a proposal tells whether it was cancelled. */
  public static final class Sleeper implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        try {
          Thread.sleep(Long.parseLong(request.text()));
        } catch (InterruptedException late) {
          Files.writeString(
              context.stateDirectory().resolve("interrupted"),
              "cancelled " + request.cancellation().cancelled());
          throw late;
        }
        return new Analysis(request.focus(), List.of());
      };
    }
  }

  /** Runs a regular expression that has no end and does not hear interrupts. */
  public static final class Deaf implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        boolean found = Pattern.matches("(.*)*(.*)*\\1\\1x", "a".repeat(2_000));
        return new Analysis(
            request.focus(), found ? List.of(proposal("mark", request.focus(), "")) : List.of());
      };
    }
  }

  /** Answers what the text asks for, mostly against the rules. */
  public static final class Wrong implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request ->
          switch (request.text().substring(0, 4)) {
            case "none" -> null;
            case "past" -> new Analysis(new TextRange(0, 1_000), List.of());
            case "half" -> answer(request, "mark", new TextRange(4, 5), "x");
            case "vary" -> answer(request, "mark", new TextRange(4, 5), "x");
            case "kind" -> answer(request, "poem", new TextRange(0, 1), "x");
            case "text" -> answer(request, "mark", new TextRange(0, 1), "\ud840");
            case "feed" -> answer(request, "mark", new TextRange(0, 1), "a\rb");
            case "bell" -> answer(request, "mark", new TextRange(0, 1), "\u0007");
            case "long" -> answer(request, "mark", new TextRange(0, 1), "長".repeat(20_000));
            case "many" -> many(request);
            case "boom" -> throw new StackOverflowError("deep");
            default -> new Analysis(request.focus(), List.of());
          };
    }

    private static Analysis answer(
        AnalysisRequest request, String category, TextRange range, String replacement) {
      TextRange all = new TextRange(0, request.text().length());
      return new Analysis(all, List.of(proposal(category, range, replacement)));
    }

    private static Analysis many(AnalysisRequest request) {
      Proposal one = proposal("mark", new TextRange(0, 1), "x");
      return new Analysis(request.focus(), java.util.Collections.nCopies(101, one));
    }
  }

  /** Cannot start. */
  public static final class Unstartable implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      throw new IllegalStateException("the model has 3 layers, 4 are needed");
    }
  }

  /** Has an authority file of one entry and counts the decisions that it hears. */
  public static final class Learner implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return new Learning();
    }

    private static final class Learning implements Analyzer, Lookup {
      private final AtomicInteger decisions = new AtomicInteger();

      @Override
      public Analysis analyze(AnalysisRequest request) {
        return new Analysis(request.focus(), List.of());
      }

      @Override
      public void decided(Decision decision) {
        decisions.incrementAndGet();
      }

      @Override
      public List<Body.Identification> lookup(String query, String type, int limit) {
        String label = query + " after " + decisions.get();
        return List.of(new Body.Identification(URI.create("local:P1"), label, "person"));
      }

      @Override
      public void close() {
        decisions.set(0);
      }
    }
  }
}
