package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dianjiao.mail.MailSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The daily message, as it leaves a server that really runs for a mail server that really runs. A
 * round is made at each start.
 */
class DigestTest {

  /** At the database, 50 ms apart, until what is waited for counts as missing. */
  private static final int LOOKS = 1_200;

  private static final String HERE = "127.0.0.1";
  private static final int TRIES = 3;

  /** Behind all ids that the server makes. */
  private static final String LAST = "zzzzzzzzzzzzzzzzzzzzzzzzzz";

  private static final String HOSTILE = "天津\u202e<img src=x onerror=alert(1)>";

  @TempDir(factory = InMemory.class)
  static Path folder;

  private static int port;
  private static RunningServer server;
  private static Rows rows;
  private static Browser reader;
  private static Browser writer;

  private GreenMail post;
  private String document;
  private int said;

  @BeforeAll
  static void start() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    MailSettings.Relay relay =
        new MailSettings.Relay(
            HERE,
            port,
            MailSettings.Security.NONE,
            Optional.of(new MailSettings.Login("dianjiao", "a secret of ours")),
            5);
    MailSettings mail =
        new MailSettings(
            relay, "dianjiao@example.org", URI.create("https://dianjiao.example/"), 0, TRIES, 0, 2);
    server =
        new RunningServer(
            folder, RunningServer.LIMITS, RunningServer.QUICK, Optional.empty(), Optional.of(mail));
    rows = new Rows(folder.resolve("data"));
    reader = server.member("reader", "annotator");
    writer = server.member("writer", "annotator");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Nobody wants a message so far; what is older than the wish for one is in none. */
  @BeforeEach
  void bring() throws Exception {
    openPost();
    rows.change("DELETE FROM digest");
    document = server.document("天津條約");
    rows.change("UPDATE document SET title = '" + HOSTILE + "'");
  }

  private void openPost() throws UserException {
    post = new GreenMail(new ServerSetup(port, HERE, ServerSetup.PROTOCOL_SMTP));
    post.start();
    post.getUserManager().createUser("dianjiao@example.org", "dianjiao", "a secret of ours");
  }

  @AfterEach
  void closePost() {
    post.stop();
  }

  private void wants(boolean wanted) {
    JsonObject profile =
        new JsonObject()
            .put("name", "reader")
            .put("colour", "#2456a8")
            .put("email", "reader@example.org")
            .put("digest", wanted);
    reader.expect(200, reader.put("/api/me/profile", profile));
  }

  private void mention(String words) {
    said++;
    Tab tab = writer.tab(document);
    JsonObject talk =
        new JsonObject()
            .put("is", "start-thread")
            .put("thread", "thread-%010d".formatted(said))
            .put("id", "comment-%010d".formatted(said))
            .put("start", 0)
            .put("end", 2)
            .put("text", words)
            .put(
                "mentions",
                new JsonArray()
                    .add(rows.query("SELECT id FROM account WHERE name = 'reader'").get(0).get(0)));
    tab.send(
        Tab.frame("talk", document)
            .put("client", "talk-of-" + tab.client)
            .put("sequence", 1)
            .put("revision", 1)
            .put("talk", talk));
    tab.next("done");
    tab.close();
  }

  /**
   * Starts the server again and waits until its round is over: until it has come to somebody who
   * stands last in it, and to whom nothing is to be told.
   */
  private void wholeRound() throws InterruptedException {
    rows.change("DELETE FROM digest WHERE account_id = '" + LAST + "'");
    rows.change(
        "INSERT INTO account (id, name, name_key, colour, administrator, password_hash, created_at,"
            + " email) VALUES ('%1$s', '%1$s', '%1$s', '#000000', 0, 'none', 1, 'last@example.org')"
                .formatted(LAST)
            + " ON CONFLICT DO NOTHING");
    rows.change("INSERT INTO digest VALUES ('" + LAST + "', 1, 0, 'untouched', 0, 0, 0)");
    server.restart();
    String look = "SELECT state FROM digest WHERE account_id = '" + LAST + "'";
    for (int i = 0; i < LOOKS && !rows.query(look).equals(List.of(List.of("sent"))); i++) {
      Thread.sleep(50);
    }
    assertThat(rows.query(look)).containsExactly(List.of("sent"));
    rows.change("DELETE FROM digest WHERE account_id = '" + LAST + "'");
  }

  /** Starts the server again and waits until its round has come to this state. */
  private void round(String state, int tries) throws InterruptedException {
    server.restart();
    List<String> wanted = List.of(state, Integer.toString(tries));
    String look = "SELECT state, tries FROM digest";
    for (int i = 0; i < LOOKS && !rows.query(look).equals(List.of(wanted)); i++) {
      Thread.sleep(50);
    }
    assertThat(rows.query(look)).containsExactly(wanted);
  }

  private String onlyMessage() throws Exception {
    MimeMessage[] all = post.getReceivedMessages();
    for (int i = 0; i < LOOKS && all.length == 0; i++) {
      Thread.sleep(50);
      all = post.getReceivedMessages();
    }
    assertThat(all).hasSize(1);
    return String.valueOf(all[0].getContent());
  }

  @Test
  void tellsOnceADayWhatWasNotReadToWhoAskedForIt() throws Exception {
    wants(true);
    mention("before\r\nBcc: everybody@example.org\r\n\r\n<b>see</b>");
    mention("and this");
    mention("and that");
    round("sent", 1);
    MimeMessage message = post.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("Dianjiao: 3 new in your inbox");
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(message.getAllRecipients()[0]).hasToString("reader@example.org");
    assertThat(message.getContentType()).startsWith("text/plain");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(onlyMessage())
        .contains("https://dianjiao.example/documents/" + document)
        .contains("writer mentioned you, in 天津 <img src=x onerror=alert(1)>")
        .contains("> and that", "> and this", "and 1 more.")
        .contains("To get no more of them: https://dianjiao.example/account")
        .doesNotContain("\u202e");

    mention("later on the same day");
    wholeRound();
    onlyMessage();
    rows.change("UPDATE digest SET day = day - 1, tries = 0");
    round("sent", 1);
    assertThat(post.getReceivedMessages()).hasSize(2);
    assertThat(String.valueOf(post.getReceivedMessages()[1].getContent()))
        .contains("> later on the same day")
        .doesNotContain("and that");
  }

  @Test
  void tellsOfWorkThatWasGivenAndOfRoundsOfDoubleWork() throws Exception {
    wants(true);
    JsonObject work =
        new JsonObject()
            .put("account", BlindWork.account(reader))
            .put("task", "punctuate")
            .put("note", "the first treaty");
    Browser manager = server.administrator;
    manager.expect(200, manager.post("/api/documents/" + document + "/assignments", work));
    BlindWork.start(manager, document, "punctuate", reader, writer);
    round("sent", 1);
    assertThat(onlyMessage())
        .contains("keeper gave you work, in 天津", "> the first treaty")
        .contains("keeper started double work with you, in 天津");
  }

  @Test
  void whatComesFromALineBreakIsOneLine() throws Exception {
    wants(true);
    mention("before\r\n\r\n* keeper mentioned you, in nothing\r\n    https://elsewhere.example");
    round("sent", 1);
    assertThat(onlyMessage().lines().filter(line -> line.startsWith("* "))).hasSize(1);
    assertThat(onlyMessage().lines().filter(line -> line.strip().startsWith("https://elsewhere")))
        .isEmpty();
  }

  @Test
  void tellsNobodyWhoDidNotAskOrHasReadItOrAskedForNoMore() throws Exception {
    mention("not asked for");
    wants(true);
    round("sent", 1);
    wants(false);
    mention("no more");
    rows.change("UPDATE digest SET day = 0, state = 'untouched'");
    wholeRound();
    assertThat(rows.query("SELECT state FROM digest")).containsExactly(List.of("untouched"));
    wants(true);
    JsonObject read = new JsonObject().put("revision", 3);
    reader.expect(200, reader.put("/api/documents/" + document + "/inbox", read));
    round("sent", 1);
    assertThat(post.getReceivedMessages()).isEmpty();
  }

  @Test
  void triesAgainAFewTimesAndThenTheNextDay() throws Exception {
    wants(true);
    mention("through a post that was closed");
    post.stop();
    round("failed", 1);
    round("failed", 2);
    openPost();
    round("sent", 3);
    onlyMessage();
    post.stop();
    mention("too often");
    rows.change("UPDATE digest SET state = 'failed', tries = " + TRIES);
    wholeRound();
    assertThat(rows.query("SELECT tries FROM digest")).containsExactly(List.of("" + TRIES));
  }

  @Test
  void aMessageThatWasBegunWhenTheServerEndedIsNotSentTwice() throws Exception {
    wants(true);
    mention("begun");
    rows.change(
        "UPDATE digest SET state = 'sending', tries = 1, day = "
            + System.currentTimeMillis() / 86_400_000L);
    wholeRound();
    assertThat(post.getReceivedMessages()).isEmpty();
    rows.change("UPDATE digest SET day = day - 1, tries = 0");
    round("sent", 1);
    assertThat(onlyMessage()).contains("> begun");
  }
}
