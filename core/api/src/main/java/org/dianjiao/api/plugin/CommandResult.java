package org.dianjiao.api.plugin;

import java.util.List;
import java.util.Objects;
import org.dianjiao.api.Proposal;

/**
 * What a command found: words for the person who asked, and proposals, which are offered like those
 * of an analysis and change nothing until a person accepts.
 *
 * <pre>{@code
 * return new CommandResult("3 dates converted", proposals);
 * }</pre>
 *
 * @param report plain text, shown as it is and kept as a file on request; may be empty
 * @param proposals in units of the text that was given
 * @since 1.0
 */
@Experimental
public record CommandResult(String report, List<Proposal> proposals) {

  /** Requires a report, even an empty one, and a list. */
  public CommandResult {
    Objects.requireNonNull(report, "report");
    proposals = List.copyOf(proposals);
  }

  /** A result of words alone. */
  public static CommandResult said(String report) {
    return new CommandResult(report, List.of());
  }
}
