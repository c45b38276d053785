package org.dianjiao.api.plugin;

import java.util.Objects;
import org.dianjiao.api.TextRange;

/**
 * A command that a person gave.
 *
 * <pre>{@code
 * String chosen = request.selection().of(request.text().text());
 * double least = request.parameters().number("least");
 * }</pre>
 *
 * @param command one of the names that {@code plugin.json} declares
 * @param parameters what the person filled in, checked against the declaration
 * @param text the document as it stands
 * @param selection what was selected, in UTF-16 units; the whole text when nothing was
 * @param progress to tell how far it is
 * @param project which project the text belongs to, as in {@link AnalysisRequest#project}; since
 *     1.1
 * @since 1.0
 */
@Experimental
public record CommandRequest(
    String command,
    Settings parameters,
    MarkedText text,
    TextRange selection,
    Progress progress,
    String project) {

  /** Requires a selection inside the text. */
  public CommandRequest {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(project, "project");
    if (selection.end() > text.text().length()) {
      throw new IllegalArgumentException(
          String.format(
              "selection %d–%d ends behind the text of %d units",
              selection.start(), selection.end(), text.text().length()));
    }
  }

  /** A command on a text of which no project is known. */
  public CommandRequest(
      String command,
      Settings parameters,
      MarkedText text,
      TextRange selection,
      Progress progress) {
    this(command, parameters, text, selection, progress, "");
  }
}
