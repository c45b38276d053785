package org.dianjiao.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.CommandResult;
import org.dianjiao.api.plugin.Commands;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;

/** One plugin with a command without a fault, and others whose command has one fault each. */
final class FlawedCommands {

  private FlawedCommands() {}

  /** The plugin of that name, if it is one of these. */
  static Optional<Class<? extends Plugin>> called(String name) {
    return Stream.of(FlawedCommands.class.getDeclaredClasses())
        .filter(type -> type.getSimpleName().equals(name) && Plugin.class.isAssignableFrom(type))
        .<Class<? extends Plugin>>map(type -> type.asSubclass(Plugin.class))
        .findFirst();
  }

  /** Proposes nothing by itself. */
  private interface ByHand extends Analyzer, Commands {
    @Override
    default Analysis analyze(AnalysisRequest request) {
      return new Analysis(request.focus(), List.of());
    }
  }

  private static Proposal stop(int at) {
    List<Candidate> candidates = List.of(new Candidate(new Replace("。"), 0.9, "。"));
    return new Proposal("mark", TextRange.at(at), candidates, "asked for", List.of());
  }

  private static List<Proposal> stops(CommandRequest request) {
    String text = request.text().text();
    TextRange chosen = request.selection();
    return IntStream.range(chosen.start(), chosen.end())
        .filter(i -> text.charAt(i) == '也' && (i + 1 == text.length() || text.charAt(i + 1) == '子'))
        .mapToObj(i -> stop(i + 1))
        .toList();
  }

  /** Has no fault. */
  public static final class Obliging implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return (ByHand)
          request -> {
            List<Proposal> stops = stops(request);
            request.progress().done(1, 1);
            return new CommandResult(stops.size() + " full stops\n", stops);
          };
    }
  }

  /** Says what is no plain text. */
  public static final class Babbling implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return (ByHand) request -> CommandResult.said("done\u0007");
    }
  }

  /** Proposes behind the end. */
  public static final class Outreaching implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return (ByHand)
          request -> new CommandResult("", List.of(stop(request.text().text().length() + 1)));
    }
  }

  /** Counts how often it was asked. */
  public static final class Fickle implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      int[] asked = {0};
      return (ByHand) request -> CommandResult.said("asked " + ++asked[0] + " times");
    }
  }

  /** Does not hear that it is stopped. */
  public static final class Stubborn implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return (ByHand)
          request -> {
            boolean isLong = request.text().text().length() >= 10_000;
            long end = System.nanoTime() + (isLong ? 1_500_000_000L : 0);
            while (System.nanoTime() - end < 0) {
              Thread.onSpinWait();
            }
            return CommandResult.said("done");
          };
    }
  }
}
