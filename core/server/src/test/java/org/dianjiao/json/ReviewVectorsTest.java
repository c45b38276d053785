package org.dianjiao.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.document.ReviewStory;
import org.dianjiao.exchange.Operation;
import org.dianjiao.review.Approval;
import org.dianjiao.review.Readiness;
import org.dianjiao.text.Line;
import org.junit.jupiter.api.Test;

/**
 * Histories with what the server derives of them: which approvals and words of readiness hold, and
 * what a reviewer sees of each line. The browser's tests derive the same from the same file.
 * Written anew with {@code -Ddianjiao.write-vectors=true}.
 */
class ReviewVectorsTest {

  private static final Path FILE = Path.of("src/test/resources/vectors/reviews.jsonl");
  private static final int STORIES = 40;
  private static final int STEPS = 30;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static String story(long seed) {
    try {
      ReviewStory story = new ReviewStory(seed);
      ObjectNode written = JSON.createObjectNode();
      for (int i = 0; i < STEPS; i++) {
        story.step();
      }
      ArrayNode changes = written.putArray("changes");
      for (Change change : story.changes()) {
        ObjectNode one = changes.addObject().put("author", change.author());
        Operation operation = new Operation(change.changes(), change.effects());
        one.setAll((ObjectNode) JSON.readTree(Json.text(operation)));
      }
      Document now = story.now();
      ArrayNode holding = written.putArray("holding");
      now.approvals().forEach(word -> holding.add(words(word)));
      now.ready(0, now.text().length()).forEach(word -> holding.add(words(word)));
      ArrayNode hashes = written.putArray("hashes");
      for (int index = 0; index < now.text().lineCount(); index++) {
        Line line = now.text().line(index);
        hashes.add(SeenPassage.hash(now, line.start(), line.end()));
      }
      return JSON.writeValueAsString(written);
    } catch (com.fasterxml.jackson.core.JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static String words(Approval word) {
    return "%s %d–%d by %s at %d"
        .formatted(word.id(), word.start(), word.end(), word.account(), word.revision());
  }

  private static String words(Readiness word) {
    return "%s %d–%d by %s at %d, ready"
        .formatted(word.id(), word.start(), word.end(), word.account(), word.revision());
  }

  @Test
  void theFileSaysWhatTheServerDerives() throws Exception {
    List<String> stories = IntStream.range(0, STORIES).mapToObj(ReviewVectorsTest::story).toList();
    if (Boolean.getBoolean("dianjiao.write-vectors")) {
      Files.write(FILE, stories);
    }
    assertThat(Files.readAllLines(FILE)).isEqualTo(stories);
  }
}
