package org.dianjiao.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.document.Change;
import org.dianjiao.document.Rebase;
import org.dianjiao.document.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Java and CodeMirror on cases that nobody has seen before: the real library, run by Node, answers
 * random questions, and plays whole sessions of editors with an authority between them. It is the
 * library that the browser's part was built with; where that was not built, nothing is compared.
 * More cases: {@code -Ddianjiao.cases=500000 -Ddianjiao.seed=…}.
 */
class FreshVectorsTest {

  private static final int CASES = Integer.getInteger("dianjiao.cases", 20_000);
  private static final int ROUND = 20_000;
  private static final int KINDS = 6;
  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final Path WEBAPP = MODULE.resolve("../../webapp").normalize();

  private final long seed = Long.getLong("dianjiao.seed", System.nanoTime() & 0x3fffffff);

  @TempDir private Path folder;

  @Test
  void answersAsCodeMirrorDoes() throws IOException, InterruptedException {
    assumeTrue(
        Files.exists(WEBAPP.resolve("node_modules/@codemirror/collab")),
        () -> "CodeMirror is not installed in " + WEBAPP);
    System.out.printf("%d cases, -Ddianjiao.seed=%d%n", CASES, seed);
    for (int done = 0; done < CASES; done += ROUND) {
      compare(fresh(seed + done, Math.min(ROUND, CASES - done)));
    }
  }

  /** A tenth of the cases are sessions; the others are of the six other kinds. */
  private Vectors fresh(long from, int cases) throws IOException, InterruptedException {
    Path file = folder.resolve("vectors.jsonl.gz");
    int sessions = cases / 10;
    Process node =
        new ProcessBuilder(
                "node",
                MODULE.resolve("src/test/vectors/make-vectors.mjs").toString(),
                "--seed",
                Long.toString(from),
                "--count",
                Integer.toString((cases - sessions + KINDS - 1) / KINDS),
                "--sessions",
                Integer.toString(sessions),
                "--modules",
                WEBAPP.toString(),
                "--out",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(node.getInputStream().readAllBytes(), UTF_8);
    assertThat(node.waitFor()).as(said).isZero();
    return new Vectors(() -> Files.newInputStream(file));
  }

  private static void compare(Vectors vectors) {
    AlgebraVectorsTest algebra = AlgebraVectorsTest.on(vectors);
    algebra.makesTheSameChangeSetOfEdits();
    algebra.appliesAndInvertsAlike();
    algebra.tellsTheSameChanges();
    algebra.composesAlike();
    algebra.mapsAlikeInBothOrders();
    algebra.mapsPositionsAlikeInEveryMode();
    algebra.touchesTheSameRanges();
    algebra.writesTheSameJson();
    RebaseVectorsTest.on(vectors).rebasesAsCollabDoes();
    vectors.of("session").forEach(FreshVectorsTest::compareSession);
  }

  /**
   * The authority takes the same frames, accepts the same changes, makes the text of the editors.
   */
  private static void compareSession(JsonNode session) {
    List<Change> log = new ArrayList<>();
    for (JsonNode frame : session.get("frames")) {
      String client = frame.get("client").textValue();
      List<Update> updates = new ArrayList<>();
      frame.get("updates").forEach(one -> updates.add(new Update(Vectors.changes(one), List.of())));
      List<Change> since = List.copyOf(log.subList(frame.get("base").intValue(), log.size()));
      for (Update update : Rebase.rebase(updates, client, since)) {
        long revision = log.size() + 1L;
        log.add(
            new Change(
                revision, client, client, revision, update.changes(), List.of(), Instant.EPOCH));
      }
    }
    assertThat(log).as("%s", session).hasSameSizeAs(session.get("log"));
    Text text = Text.of(session.get("text").textValue());
    for (int i = 0; i < log.size(); i++) {
      JsonNode expected = session.get("log").get(i);
      assertThat(log.get(i).client()).isEqualTo(expected.get("client").textValue());
      assertThat(Vectors.json(log.get(i).changes()))
          .as("revision %d of %s", i + 1, session)
          .isEqualTo(expected.get("changes").toString());
      text = log.get(i).changes().apply(text);
    }
    for (JsonNode end : session.get("ends")) {
      assertThat(text).as("%s", session).hasToString(end.textValue());
    }
  }
}
