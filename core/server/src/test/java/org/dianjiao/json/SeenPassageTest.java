package org.dianjiao.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dianjiao.api.Body;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.document.Effect;
import org.dianjiao.text.ChangeSet;
import org.junit.jupiter.api.Test;

class SeenPassageTest {

  private static final String FORM =
      "{\"annotations\":[{\"body\":{\"is\":\"note\",\"text\":\"“一”\"},\"end\":6,\"orphaned\":false,"
          + "\"start\":-2},{\"body\":{\"is\":\"tag\",\"name\":\"place\"},\"end\":2,\"orphaned\":false,"
          + "\"start\":0}],\"text\":\"天津條約\"}";

  private static Document document(String text, Effect... effects) {
    return Document.empty()
        .apply(
            new Change(
                1,
                "wang",
                "client",
                1,
                ChangeSet.replace(0, 0, 0, text),
                List.of(effects),
                Instant.EPOCH));
  }

  private static Effect annotation(String id, int start, int end, Body body) {
    return new Effect.AddAnnotation(id + "-0123456789abcde", start, end, false, body);
  }

  @Test
  void isWrittenAsTheProtocolSays() throws Exception {
    Document document =
        document(
            "議將從前\n天津條約\n第一款",
            annotation("b", 5, 7, new Body.Tag("place")),
            annotation("a", 3, 11, new Body.Note("“一”")),
            annotation("c", 0, 2, new Body.Tag("person")));
    assertThat(SeenPassage.form(document, 5, 9)).isEqualTo(FORM);
    assertThat(Files.readString(Path.of("../../docs/protocol.md")))
        .contains("`" + FORM + "`")
        .contains("and the hash `" + SeenPassage.hash(document, 5, 9) + "`");
  }

  @Test
  void escapesAsEcmascriptDoes() {
    Document document =
        document("一", annotation("a", 0, 1, new Body.Note("\b\t\n\f\r\"\\/\u0001\u007f\u2028𠀋é")));
    assertThat(SeenPassage.form(document, 0, 1))
        .contains("\"\\b\\t\\n\\f\\r\\\"\\\\/\\u0001\u007f\u2028𠀋é\"");
  }

  @Test
  void doesNotDependOnTheOrderInWhichAnnotationsWereMade() {
    Effect one = annotation("a", 0, 1, new Body.Tag("person"));
    Effect two = annotation("b", 0, 1, new Body.Tag("place"));
    Effect three = annotation("c", 0, 1, new Body.Gap("lost", 2));
    assertThat(SeenPassage.hash(document("一", one, two, three), 0, 1))
        .isEqualTo(SeenPassage.hash(document("一", three, two, one), 0, 1));
  }

  @Test
  void changesWithWhatIsSaidAndWhere() {
    Document none = document("一二");
    Document tag = document("一二", annotation("a", 0, 1, new Body.Tag("person")));
    Document moved = document("一二", annotation("a", 0, 2, new Body.Tag("person")));
    Document other = document("一二", annotation("a", 0, 1, new Body.Tag("place")));
    assertThat(List.of(none, tag, moved, other))
        .extracting(document -> SeenPassage.hash(document, 0, 2))
        .doesNotHaveDuplicates();
  }

  @Test
  void knowsWhenThereIsNothingToMark() {
    assertThat(SeenPassage.isUnmarked(document("一二"), 0, 2)).isTrue();
    assertThat(SeenPassage.isUnmarked(document("一，"), 0, 2)).isFalse();
    Effect tag = annotation("a", 0, 1, new Body.Tag("person"));
    assertThat(SeenPassage.isUnmarked(document("一二", tag), 0, 2)).isFalse();
  }
}
