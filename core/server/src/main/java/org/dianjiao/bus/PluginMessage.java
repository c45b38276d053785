package org.dianjiao.bus;

import java.util.List;
import java.util.Map;
import org.dianjiao.api.Body;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.document.Document;
import org.dianjiao.suggestion.AnalysisPlan.Window;

/** What is said between the owner of a document and an analyzer. */
public sealed interface PluginMessage {

  /**
   * Looks at a window of text; offsets count from its start.
   *
   * @param project that the text belongs to; empty when it is asked as about none
   */
  record AnalyzeText(
      String text,
      TextRange focus,
      long revision,
      String language,
      List<Marked> annotations,
      String project)
      implements PluginMessage {

    /** The language that texts are taken to be in: Classical Chinese. */
    public static final String LANGUAGE = "lzh";

    /** Asks as about a text of no project. */
    public AnalyzeText(
        String text, TextRange focus, long revision, String language, List<Marked> annotations) {
      this(text, focus, revision, language, annotations, "");
    }

    /** Asks about a window of a document, with the annotations that lie in it. */
    public static AnalyzeText about(Document document, Window window, String project) {
      TextRange text = window.text();
      return new AnalyzeText(
          document.text().slice(text.start(), text.end()),
          window.focus().shift(-text.start()),
          document.revision(),
          LANGUAGE,
          marked(document, text),
          project);
    }

    /** What is annotated wholly inside a range, in units from its start. */
    public static List<Marked> marked(Document document, TextRange text) {
      return document.annotations(text.start(), text.end()).stream()
          .filter(a -> !a.anchor().orphaned())
          .filter(a -> text.contains(new TextRange(a.anchor().start(), a.anchor().end())))
          .map(
              a ->
                  new Marked(
                      new TextRange(a.anchor().start(), a.anchor().end()).shift(-text.start()),
                      a.body()))
          .toList();
    }
  }

  /** The answer, checked by the plugin's host; offsets count from the window's start. */
  record TextAnalyzed(long revision, String version, TextRange covered, List<Proposal> proposals)
      implements PluginMessage {}

  /** Tells what a person decided. */
  record TellDecisions(List<Decision> decisions) implements PluginMessage {}

  /** Searches the plugin's authority file. */
  record LookUp(String query, String type, int limit) implements PluginMessage {}

  /** Entries found, best first. */
  record LookedUp(List<Body.Identification> entries) implements PluginMessage {}

  /**
   * Reads a file.
   *
   * @param format one of those that the plugin declares
   * @param fileName as the person's computer had it, a label
   */
  record ReadFile(String format, String fileName, FileContent content) implements PluginMessage {}

  /** What stands in the file, checked by the plugin's host. */
  record FileRead(String version, MarkedText text) implements PluginMessage {}

  /** Writes a document as a file. */
  record WriteFile(String format, MarkedText text) implements PluginMessage {}

  /** The file, and what the plugin declares about its format. */
  record FileWritten(String extension, String mediaType, FileContent content)
      implements PluginMessage {}

  /**
   * Asks whether a command could be run so.
   *
   * @param place {@code selection}, {@code document} or {@code project}
   * @param parameters that are not left to their defaults
   */
  record CheckCommand(String command, String place, Map<String, Object> parameters)
      implements PluginMessage {}

  /** It could; how it is called for people, and all its parameters. */
  record CommandChecked(String label, Map<String, Object> parameters) implements PluginMessage {}

  /**
   * Runs a command on one document.
   *
   * @param run names this run, for telling how far it is and for stopping it
   * @param parameters that are not left to their defaults
   * @param selection what was selected; the whole text when nothing was
   * @param project that the text belongs to
   */
  record RunCommand(
      String run,
      String command,
      Map<String, Object> parameters,
      String title,
      String text,
      String language,
      List<Marked> annotations,
      TextRange selection,
      String project)
      implements PluginMessage {}

  /** What it said and proposes, checked by the plugin's host; offsets count in the text. */
  record CommandRan(String version, String report, List<Proposal> proposals)
      implements PluginMessage {}

  /** How far a command is, in a measure of its own. */
  record CommandProgressed(String run, long done, long total) implements PluginMessage {}

  /** Nobody wants to know any more. */
  record StopCommand(String run) implements PluginMessage {}

  /** Asks how an analyzer is. */
  record DescribePlugin() implements PluginMessage {}

  /**
   * How an analyzer is.
   *
   * @param plugin id of the installed plugin that it is an instance of
   * @param state one of the words of the plugin host's life cycle
   * @param reason why it is in that state, empty when all is well
   * @param before units of context that it wants before the focus
   * @param after units of context that it wants after the focus
   * @param runs where its code runs: {@code server}, {@code process} or {@code remote}
   * @param destination the machine that texts go to when it is asked; empty when they stay here
   * @param start differs with each start, so that one that was started anew is known; empty when it
   *     never was
   * @param configured the same as long as its version and settings are, so that its answers are,
   *     too; empty when it cannot run
   */
  record PluginDescribed(
      String id,
      String plugin,
      String name,
      String version,
      String state,
      String reason,
      List<String> categories,
      int before,
      int after,
      String runs,
      String destination,
      String start,
      String configured)
      implements PluginMessage {

    /** What the id of one begins with that is only tried; no instance can have such a name. */
    public static final String TRIAL = "trial.";

    /** Whether it is only tried: no document may use it. */
    public boolean isTrial() {
      return id.startsWith(TRIAL);
    }

    /** Whether it answers. */
    public boolean isStarted() {
      return state.equals("started");
    }
  }
}
