package org.dianjiao.testkit;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
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
          new Analysis(request.focus(), asked[0]++ % 7 == 6 ? List.of() : stops(request));
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
        String text = request.text();
        boolean prose = text.length() >= 10_000 && text.startsWith("子") && text.contains("\n");
        long end = System.nanoTime() + (prose ? 1_700_000_000L : 0);
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
      Thread thread = new Thread(() -> sleep(), "litter");
      thread.setDaemon(true);
      thread.start();
      return request -> new Analysis(request.focus(), stops(request));
    }

    private static void sleep() {
      try {
        Thread.sleep(8_000);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
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
}
