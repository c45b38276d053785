package org.dianjiao.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.document.Document;
import org.dianjiao.text.BareText;
import org.dianjiao.text.Digest;

/**
 * What a reviewer sees of a passage: its text, and all that is said about it. Written down in one
 * form, so that server and client can be sure to mean the same by a hash.
 */
public final class SeenPassage {

  private static final ObjectMapper MAPPER = Json.copy();

  private record Said(JsonNode body, int end, boolean orphaned, int start) {

    String bodyForm() {
      return CanonicalJson.of(body);
    }
  }

  private record Seen(List<Said> annotations, String text) {}

  private SeenPassage() {}

  /**
   * The form that is hashed; docs/protocol.md describes it. Places count from the passage's start.
   */
  public static String form(Document document, int start, int end) {
    List<Said> said =
        document.annotations(start, end).stream()
            .map(annotation -> said(annotation, start))
            .sorted(
                Comparator.comparingInt(Said::start)
                    .thenComparingInt(Said::end)
                    .thenComparing(Said::orphaned)
                    .thenComparing(Said::bodyForm))
            .toList();
    Seen seen = new Seen(said, document.text().slice(start, end));
    return CanonicalJson.of(MAPPER.valueToTree(seen));
  }

  private static Said said(Annotation annotation, int start) {
    Anchor anchor = annotation.anchor();
    return new Said(
        MAPPER.valueToTree(annotation.body()),
        anchor.end() - start,
        anchor.orphaned(),
        anchor.start() - start);
  }

  /** Lower-case hex SHA-256 of the form in UTF-8. */
  public static String hash(Document document, int start, int end) {
    return Digest.of(form(document, start, end));
  }

  /** Whether the passage has neither a punctuation mark nor an annotation. */
  public static boolean isUnmarked(Document document, int start, int end) {
    String text = document.text().slice(start, end);
    return document.annotations(start, end, 1).isEmpty()
        && BareText.of(text).length() == text.length();
  }
}
