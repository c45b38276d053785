package org.dianjiao.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.suggestion.Maker;

/**
 * What is to become a document: it was read and checked, by {@link PlainTextReader} or by the host
 * of the plugin that read it.
 *
 * @param annotations inside the text
 * @param reader the plugin that read the file, when one did
 */
public record BroughtIn(
    String title, String text, List<Marked> annotations, Optional<Maker.ByPlugin> reader) {

  /** Requires a title and a text. */
  public BroughtIn {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(text, "text");
    annotations = List.copyOf(annotations);
  }

  /** A plain text, which the server itself read. */
  public static BroughtIn plain(String title, String text) {
    return new BroughtIn(title, text, List.of(), Optional.empty());
  }
}
