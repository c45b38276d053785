package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.dianjiao.limits.Limits;
import org.dianjiao.text.BareText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two people punctuate a whole chapter, and differ in thousands of places: decided by the hundred,
 * and one change of the chapter in the end. Prints how long it took.
 */
class LargeRoundTest {

  private static final Path CHAPTER =
      Path.of("..", "..", "config", "demo", "000_e7da4800d09583c2.txt");

  @TempDir static Path folder;

  /** Marks of a text as changes of the same text without them, and each so many others. */
  private static JsonArray marks(BareText marked, String full, int also, String mark) {
    JsonArray sections = new JsonArray();
    int kept = 0;
    for (int place = 0; place <= marked.length(); place++) {
      String here = full.substring(marked.endOf(place), marked.startOf(place));
      String put = place % also == 0 && place < marked.length() ? mark + here : here;
      if (!put.isEmpty()) {
        if (kept > 0) {
          sections.add(kept);
        }
        sections.add(inserted(put));
        kept = 0;
      }
      kept++;
    }
    return kept > 1 ? sections.add(kept - 1) : sections;
  }

  private static JsonArray inserted(String text) {
    JsonArray section = new JsonArray().add(0);
    text.lines().forEach(section::add);
    return section;
  }

  private static <T> T timed(String what, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    System.out.printf("%s: %d ms%n", what, (System.nanoTime() - start) / 1_000_000);
    return result;
  }

  @Test
  void thousandsOfDifferencesAreDecidedAtOnce() throws IOException {
    String full = Files.readString(CHAPTER).lines().reduce("", String::concat);
    BareText bare = BareText.of(full);
    try (RunningServer server = new RunningServer(folder, Limits.defaults())) {
      Browser manager = server.member("manager", "manager");
      Browser one = server.member("one", "annotator");
      Browser other = server.member("other", "annotator");
      Browser judge = server.member("judge", "reviewer");
      String document = server.document(bare.content());
      BlindWork work = BlindWork.start(manager, document, "punctuate", one, other);
      work.types(one, marks(bare, full, 7, "、").stream().toArray());
      work.types(other, marks(bare, full, 5, "，").stream().toArray());
      work.done(one);
      timed("the last is done", () -> work.path().isEmpty() || done(work, other));
      List<String> differing = new ArrayList<>();
      JsonObject seen = timed("compared and shown", () -> work.seenBy(judge));
      for (Object each : seen.getJsonArray("differences")) {
        JsonObject difference = (JsonObject) each;
        if (!difference.getBoolean("agreed")) {
          differing.add(difference.getString("id"));
        }
      }
      System.out.printf("%d differences, %d bytes%n", differing.size(), seen.encode().length());
      assertThat(differing).hasSizeGreaterThan(4_000);
      timed("one decided", () -> rule(work, judge, differing.subList(0, 1), one));
      timed("all decided", () -> rule(work, judge, differing, one));
      timed("all of them otherwise", () -> rule(work, judge, differing, other));
      JsonObject merged = timed("put into the text", () -> work.close(judge));
      assertThat(merged.getJsonObject("left")).isEmpty();
      String text = judge.get("/api/documents/" + document + "/export?format=text").bodyAsString();
      String copy =
          work.seenBy(other).getJsonObject("round").getJsonObject("mine").getString("document");
      assertThat(text.strip())
          .isEqualTo(
              other.get("/api/documents/" + copy + "/export?format=text").bodyAsString().strip());
    }
  }

  private static boolean done(BlindWork work, Browser worker) {
    work.done(worker);
    return true;
  }

  private static boolean rule(BlindWork work, Browser judge, List<String> ids, Browser worker) {
    JsonObject ruling =
        new JsonObject().put("choice", "reading").put("worker", BlindWork.account(worker));
    JsonObject all = BlindWork.ruling(ruling, ids.toArray(String[]::new));
    judge.expect(200, judge.put(work.path() + "/rulings", all));
    return true;
  }
}
