package org.dianjiao.api.plugin;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dianjiao.api.TextRange;

/**
 * A whole text with its annotations: what an {@link Importer} gives, what an {@link Exporter} and
 * {@link Commands} are given.
 *
 * <pre>{@code
 * new MarkedText(
 *     "卷一",
 *     "奕山奏\n",
 *     Locale.forLanguageTag("lzh"),
 *     List.of(new Marked(new TextRange(0, 2), new Body.Tag("person"))));
 * }</pre>
 *
 * @param title for people, empty when none is known
 * @param text exactly as it is to stand, line ends as LF
 * @param language of the text, for example {@code lzh}
 * @param annotations each inside the text, in UTF-16 units from its start
 * @since 1.0
 */
@Experimental
public record MarkedText(String title, String text, Locale language, List<Marked> annotations) {

  /** Requires every annotation inside the text. */
  public MarkedText {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(language, "language");
    annotations = List.copyOf(annotations);
    for (Marked one : annotations) {
      TextRange range = one.range();
      if (range.end() > text.length()) {
        throw new IllegalArgumentException(
            String.format(
                "annotation at %d–%d ends behind the text of %d units",
                range.start(), range.end(), text.length()));
      }
    }
  }
}
