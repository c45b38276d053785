package org.dianjiao.api.plugin;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dianjiao.api.TextRange;

/**
 * A question to an analyzer: a window of text and the part of it in which proposals are wanted.
 *
 * <pre>{@code
 * for (int i = request.focus().start(); i < request.focus().end(); i++) {
 *   if (request.cancellation().cancelled()) break;
 *   … request.text().charAt(i) …
 * }
 * }</pre>
 *
 * @param text the window, as it stands in the document, line ends as LF
 * @param focus where proposals are wanted; the rest of the window is context
 * @param revision how many changes lie behind the document that the window was cut from
 * @param language of the text, for example {@code lzh}
 * @param annotations that the window has already
 * @param cancellation turns true when nobody waits for the answer any more
 * @param project which project the text belongs to: a word without meaning, the same for all its
 *     texts and for ever; empty when that is not known; since 1.1
 * @since 1.0
 */
public record AnalysisRequest(
    String text,
    TextRange focus,
    long revision,
    Locale language,
    List<Marked> annotations,
    Cancellation cancellation,
    String project) {

  /** Requires a focus inside the text. */
  public AnalysisRequest {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(cancellation, "cancellation");
    Objects.requireNonNull(project, "project");
    annotations = List.copyOf(annotations);
    if (focus.end() > text.length()) {
      throw new IllegalArgumentException(
          "focus ends at " + focus.end() + ", behind the text of " + text.length() + " units");
    }
  }

  /** A question about a text of which no project is known. */
  public AnalysisRequest(
      String text,
      TextRange focus,
      long revision,
      Locale language,
      List<Marked> annotations,
      Cancellation cancellation) {
    this(text, focus, revision, language, annotations, cancellation, "");
  }
}
