package org.dianjiao.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentReply.DocumentOpened;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.exchange.DocumentImport;
import org.dianjiao.exchange.Replay;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.dianjiao.storage.AppendResult;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.Head;
import org.dianjiao.storage.NewEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents whose logs were damaged. None may take the server or another document with it, each is
 * shut away with a reason at the first attempt, and what is good of it can still be read.
 */
class PoisonTest {

  /** Nine units, one character of two. */
  private static final String TEXT = "天津條約𠀋大清。";

  private static final String GOOD = "{\"changes\":[9,[0,\"第\"]],\"effects\":[]}";

  @TempDir private static Path folder;
  private static OwnedDocument server;
  private static Account editor;
  private static long edits;

  @BeforeAll
  static void start() {
    server = new OwnedDocument(folder, TEXT);
    editor = server.person("editor", Role.REVIEWER);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.close();
  }

  static Stream<Arguments> operations() {
    String ten = "\"changes\":[10]";
    return Stream.of(
        op("no JSON", "{"),
        op("nothing", " "),
        op("null", "null"),
        op("a list", "[]"),
        op("words behind the end", "{" + ten + ",\"effects\":[]} and more"),
        op("no changes", "{\"effects\":[]}"),
        op("another length", "{\"changes\":[99],\"effects\":[]}"),
        op("a negative length", "{\"changes\":[-10],\"effects\":[]}"),
        op("lengths that overflow", "{\"changes\":[2147483647,2147483647,12],\"effects\":[]}"),
        op("a fraction", "{\"changes\":[9.5,0.5],\"effects\":[]}"),
        op("words for a length", "{\"changes\":[\"ten\"],\"effects\":[]}"),
        op("half a character put in", "{\"changes\":[10,[0,\"\\ud840\"]],\"effects\":[]}"),
        op("half a character cut off", "{\"changes\":[4,[1],5],\"effects\":[]}"),
        op("a carriage return", "{\"changes\":[10,[0,\"a\\rb\"]],\"effects\":[]}"),
        op("deep nesting", "{\"changes\":" + "[".repeat(50_000) + "}"),
        op("a huge number", "{\"changes\":[" + "9".repeat(100_000) + "],\"effects\":[]}"),
        op("an unknown effect", "{" + ten + ",\"effects\":[{\"is\":\"dance\"}]}"),
        op("an effect without a kind", "{" + ten + ",\"effects\":[{}]}"),
        op("effects that are none", "{" + ten + ",\"effects\":[7]}"),
        op("an annotation taken away that is not there", effect("remove-annotation", "")),
        op("a proposal withdrawn that is not there", effect("withdraw-proposal", "")),
        op("an approval outside the text", effect("approve", ",\"start\":5,\"end\":500")),
        op("an approval turned round", effect("approve", ",\"start\":5,\"end\":2")));
  }

  private static String effect(String kind, String more) {
    return "{\"changes\":[10],\"effects\":[{\"is\":\"%s\",\"id\":\"one-that-is-wrong\"%s}]}"
        .formatted(kind, more);
  }

  private static Arguments op(String name, String op) {
    return Arguments.of(name, op);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void shutsAwayADocumentWithAnOperationThatIsWrong(String name, String op) {
    String document = document(List.of(entry(2, 1, GOOD), entry(3, 1, op)));
    assertShutAway(document, 2);
    assertThat(reason(document)).contains("revision 3: it cannot be done again");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(ints = {0, 2, Integer.MAX_VALUE})
  void shutsAwayADocumentOfAnotherFormat(int format) {
    String document = document(List.of(entry(2, 1, GOOD), entry(3, format, GOOD)));
    assertShutAway(document, 2);
    assertThat(reason(document)).contains("format " + format, "this version reads 1");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource(
      delimiter = '|',
      value = {
        "UPDATE change_log SET op = replace(op, '第', '款') WHERE revision = 3 | 2",
        "UPDATE change_log SET author_id = 'another' WHERE revision = 3 | 2",
        "UPDATE change_log SET created_at = created_at + 1 WHERE revision = 2 | 1",
        "UPDATE change_log SET chain_hash = '00' WHERE revision = 4 | 3",
        "UPDATE change_log SET epoch = 0 WHERE revision = 3 | 2",
        "DELETE FROM change_log WHERE revision = 3 | 2",
        "DELETE FROM change_log WHERE revision = 2 | 1",
      })
  void shutsAwayADocumentWhoseRowsWereChanged(String statement, long good) throws Exception {
    String document =
        document(List.of(entry(2, 1, GOOD), entry(3, 1, longer(10)), entry(4, 1, longer(11))));
    sql(statement + " AND document_id = '" + document + "'");
    assertShutAway(document, good);
  }

  @Test
  void stopsAtALogThatTakesTooMuchWork() {
    String document = document(List.of(entry(2, 1, GOOD), entry(3, 1, longer(10))));
    Head head = server.database.changeLog().claim(document, "node");
    AtomicLong worked = new AtomicLong();
    long each = TimeUnit.SECONDS.toNanos(Limits.defaults().loadSeconds()) * 2 / 3;
    assertThatThrownBy(
            () ->
                new BoundedReplay(
                        server.database, head, Limits.defaults(), () -> worked.getAndAdd(each))
                    .run())
        .isInstanceOf(BadLog.class)
        .hasMessage("after 10 seconds of work only revision 3 of 3 was reached");
  }

  @Test
  void shutsAwayADocumentThatTookTheServerWithItAgainAndAgain() {
    String document = document(List.of());
    for (int i = 0; i < 3; i++) {
      server.database.quarantine().attempt(document, Instant.now(), Duration.ofMinutes(10));
    }
    assertShutAway(document, 1);
    assertThat(reason(document)).contains("began to open it 3 times");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(
      strings = {
        "body = '{'",
        "body = ''",
        "format = 99",
        "body = '{\"text\":7}'",
        "chain_hash = ''"
      })
  void opensADocumentFromItsLogWhenASnapshotIsLost(String damage) throws Exception {
    String document = document(List.of(entry(2, 1, GOOD)));
    sql("UPDATE snapshot SET " + damage + " WHERE document_id = '" + document + "'");
    assertThat(open(document).content().orElseThrow().text()).isEqualTo(TEXT + "第");
  }

  @Test
  void opensItAgainWhenItIsMendedAndLetOut() throws Exception {
    String document = document(List.of(entry(2, 1, GOOD), entry(3, 1, longer(10))));
    sql("UPDATE change_log SET author_id = 'another' WHERE document_id = '" + document + "'");
    assertShutAway(document, 1);
    sql("UPDATE change_log SET author_id = '' WHERE document_id = '" + document + "'");
    assertThat(refusal(document)).isEqualTo(FailureCode.QUARANTINED);
    assertThat(server.database.quarantine().release(document)).isTrue();
    assertThat(open(document).content().orElseThrow().text()).isEqualTo(TEXT + "第第");
  }

  private static String longer(int length) {
    return GOOD.replace("9", Integer.toString(length));
  }

  private static NewEntry entry(long revision, int format, String op) {
    return new NewEntry(
        revision, DocumentImport.SYSTEM, "client", revision, format, op, "hash", Instant.EPOCH);
  }

  private static String document(List<NewEntry> entries) {
    String document =
        DocumentImport.store(server.database, server.project, "Text", TEXT, DocumentImport.SYSTEM)
            .id();
    if (!entries.isEmpty()) {
      Head head = server.database.changeLog().claim(document, "test");
      AppendResult result =
          server
              .database
              .changeLog()
              .append(List.of(new Batch(document, head.epoch(), head.aclVersion(), entries)))
              .get(0);
      assertThat(result).isInstanceOf(AppendResult.Committed.class);
    }
    return document;
  }

  private static void sql(String statement) throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("dianjiao.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement execution = connection.createStatement()) {
      assertThat(execution.executeUpdate(statement)).isPositive();
    }
  }

  private static DocumentOpened open(String document) {
    return OwnedDocument.await(
        server.client.open(
            new DocumentCommand.OpenDocument(
                document, editor.id(), "session", OwnedDocument.CLIENT, Optional.empty())));
  }

  private static FailureCode refusal(String document) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> open(document));
    assertThat(refusal).isNotNull();
    return refusal.code();
  }

  private static String reason(String document) {
    return server.database.quarantine().find(document).orElseThrow().reason();
  }

  private static void assertShutAway(String document, long good) {
    List<FailureCode> answers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      answers.add(refusal(document));
    }
    assertThat(answers).containsOnly(FailureCode.QUARANTINED);
    Replay past = new Replay(server.database, document);
    assertThat(past.checked(4, done -> {}).state().revision()).isEqualTo(good);
    edits++;
    long revision =
        OwnedDocument.await(
                server.submit(
                    editor,
                    OwnedDocument.CLIENT,
                    edits,
                    edits,
                    server.insert((int) (TEXT.length() + edits - 1), 0, "也")))
            .revision();
    assertThat(revision).isEqualTo(edits + 1);
  }
}
