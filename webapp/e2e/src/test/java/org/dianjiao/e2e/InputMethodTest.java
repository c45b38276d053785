package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words written with input methods, by real compositions in Chromium, while somebody else edits.
 *
 * <p>Without {@code dianjiao.schedules} as many random schedules are gone through as fit into a
 * short time; with it, that many, from {@code dianjiao.first} on. {@code dianjiao.seed} repeats
 * them; the text is a fresh one at each eighth.
 */
class InputMethodTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SCHEDULES = Integer.getInteger("dianjiao.schedules", 0);
  private static final int FIRST = Integer.getInteger("dianjiao.first", 0);
  private static final int LEAST = 16;
  private static final long SEED = Long.getLong("dianjiao.seed", 2026);

  /** The wire of the test edits faster than a person may. */
  private static final String QUICKER_THAN_PEOPLE =
      "limits: {messages-per-second: 10000, message-burst: 10000}";

  private static final Duration BRIEFLY = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static Product product;
  private static Team team;
  private static String document;

  private final List<String> sent = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    Path settings = Files.writeString(folder.resolve("quick.yaml"), QUICKER_THAN_PEOPLE);
    product = Product.start(folder.resolve("data"), "--config", settings.toString());
    team = Team.gather(product);
    team.join("Lin", "editor");
    team.join("Bao", "editor");
    team.join("Gu", "annotator");
    document = team.document("無標點");
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void keepsEveryWordWholeAndEveryLetterHereWhateverOthersDo() {
    goThroughSchedules("Lin", false);
  }

  @Test
  void keepsEveryWordWholeAndEveryLetterHereWhileSuggesting() {
    goThroughSchedules("Gu", true);
  }

  private void goThroughSchedules(String name, boolean proposes) {
    Desk lin = sitDown(name);
    Ime ime = new Ime(lin.page());
    try (Wire bao = Wire.open(product.address(), team.signIn("Bao"), document)) {
      bao.follow(0);
      int done = 0;
      long until = System.nanoTime() + BRIEFLY.toNanos();
      while (done < Math.max(LEAST, SCHEDULES) || (SCHEDULES == 0 && System.nanoTime() < until)) {
        Writing writing =
            new Writing(SEED, FIRST + done, ime, lin.page().keyboard(), bao, proposes);
        try {
          writing.perform();
        } catch (AssertionError | IllegalStateException failure) {
          String which =
              "schedule %d of seed %d:%n%s".formatted(FIRST + done, SEED, writing.told());
          throw new AssertionError(which, failure);
        }
        done++;
      }
      long changes = bao.byOthers().size();
      System.out.printf(
          "%d schedules with input methods%s, seed %d: %d changes by the one who wrote, %d in all%n",
          done, proposes ? " while suggesting" : "", SEED, changes, bao.log().size());
      assertNoLetters(bao, proposes);
    }
    assertThat(lin.faults().seen()).isEmpty();
  }

  @Test
  void writesOverMarkedTextWithoutLosingALetter() {
    withText(
        "天下太平\n四海晏然",
        (lin, ime, bao) -> {
          ObjectNode effect = JSON.createObjectNode().put("is", "add-annotation");
          effect.put("id", "a-place-to-write-over").put("start", 0).put("end", 2);
          effect.putObject("body").put("is", "tag").put("name", "place");
          bao.does(effect);
          assertThat(lin.page().locator(".annotation.kind-place")).hasText("天下");
          ime.select(0, 0, 2);
          ime.spell("ㄓ");
          ime.spell("ㄓㄨ");
          ime.choose("中國");
          assertOneComposition(ime.look().events(), "中國");
          bao.awaitInserted("中國", 0);
          ime.converge(bao::text);
        });
  }

  @Test
  void writesOverSeveralPassages() {
    withText(
        "天下太平\n四海晏然\n往來",
        (lin, ime, bao) -> {
          lin.editor().press("Control+Home");
          for (int unit = 0; unit < "天下太平\n".length(); unit++) {
            lin.page().keyboard().press("Shift+ArrowRight");
          }
          ime.spell("ni");
          bao.awaitDeletion(1);
          bao.replace(0, 0, "一");
          ime.spell("nihao");
          ime.choose("你好");
          assertOneComposition(ime.look().events(), "你好");
          bao.awaitInserted("你好", 0);
          ime.converge(bao::text);
          assertThat(bao.text()).isEqualTo("一你好四海晏然\n往來");
        });
  }

  @Test
  void takesForTextWhatTheBrowserKeepsWhenTheCursorLeaves() {
    withText(
        "天下太平",
        (lin, ime, bao) -> {
          ime.select(0, 2, 2);
          ime.spell("CHANG");
          lin.editor().blur();
          bao.awaitInserted("CHANG", 0);
          ime.converge(bao::text);
          assertThat(bao.text()).isEqualTo("天下CHANG太平");
        });
  }

  @Test
  void sendsNothingWhenTheDocumentIsLeftInTheMiddleOfAWord() {
    withText(
        "天下太平",
        (lin, ime, bao) -> {
          int before = bao.byOthers().size();
          ime.select(0, 2, 2);
          ime.spell("chang");
          lin.page().reload();
          assertThat(lin.state()).hasText("Saved");
          new Ime(lin.page()).converge(bao::text);
          assertThat(bao.byOthers()).hasSize(before);
          assertThat(bao.text()).isEqualTo("天下太平");
        });
  }

  @Test
  void doesNotUndoInTheMiddleOfAWord() {
    withText(
        "天下太平",
        (lin, ime, bao) -> {
          ime.select(0, 2, 2);
          ime.spell("chang");
          lin.page().keyboard().press("Control+z");
          assertThat(ime.look().text()).isEqualTo("天下chang太平");
          ime.giveUp();
          ime.converge(bao::text);
          ime.choose("長");
          bao.awaitInserted("長", 0);
          ime.converge(bao::text);
          lin.page().keyboard().press("Control+z");
          ime.converge(bao::text);
          assertThat(bao.text()).isEqualTo("天下太平");
        });
  }

  @Test
  void pastesInTheMiddleOfAWord() {
    withText(
        "天下太平",
        (lin, ime, bao) -> {
          ime.select(0, 0, 1);
          lin.page().keyboard().press("Control+c");
          ime.select(0, 2, 2);
          ime.spell("CHANG");
          lin.page().keyboard().press("Control+v");
          bao.awaitInserted("CHANG天", 0);
          ime.converge(bao::text);
          assertThat(bao.text()).isEqualTo("天下CHANG天太平");
          lin.type("長");
          bao.awaitInserted("長", 0);
          ime.converge(bao::text);
          assertThat(bao.text()).isEqualTo("天下CHANG天長太平");
        });
  }

  /** What is done in Lin's window, with Bao at the other end of the wire. */
  private interface Scene {
    void play(Desk lin, Ime ime, Wire bao);
  }

  private void withText(String text, Scene scene) {
    Desk lin = sitDown();
    Ime ime = new Ime(lin.page());
    try (Wire bao = Wire.open(product.address(), team.signIn("Bao"), document)) {
      bao.replace(0, bao.text().length(), text);
      bao.awaitConfirmed();
      ime.converge(bao::text);
      scene.play(lin, ime, bao);
    }
    assertThat(lin.faults().seen()).isEmpty();
  }

  private static void assertOneComposition(List<String> events, String word) {
    assertThat(events).filteredOn(event -> event.startsWith("start")).hasSize(1);
    assertThat(events).filteredOn(event -> event.startsWith("end")).containsExactly("end " + word);
  }

  /** Neither in what the window sent nor in the log; nor is anything sent that changes nothing. */
  private void assertNoLetters(Wire wire, boolean proposes) {
    for (String frame : sent) {
      for (JsonNode update : json(frame).path("updates")) {
        Edit edit = Edit.parse(update.get("changes"));
        assertThat(Spelling.isIn(edit.inserted())).as(frame).isFalse();
        assertThat(edit.isIdle()).as("changes the text: %s", frame).isEqualTo(proposes);
        assertThat(Spelling.isIn(proposed(update))).as(frame).isFalse();
      }
    }
    assertThat(sent).isNotEmpty();
    for (JsonNode change : wire.byOthers()) {
      assertThat(Spelling.isIn(change.get("changes").toString())).as("%s", change).isFalse();
      assertThat(Spelling.isIn(proposed(change))).as("%s", change).isFalse();
    }
  }

  private static String proposed(JsonNode update) {
    StringBuilder texts = new StringBuilder();
    for (JsonNode effect : update.get("effects")) {
      texts.append(effect.at("/candidates/0/action/text").asText());
    }
    return texts.toString();
  }

  private Desk sitDown() {
    return sitDown("Lin");
  }

  private Desk sitDown(String name) {
    Desk lin = CHROMIUM.desk(product.address(), name);
    Page page = lin.page();
    page.onWebSocket(
        socket ->
            socket.onFrameSent(
                frame -> {
                  if (frame.text() != null && frame.text().contains("\"type\":\"submit\"")) {
                    sent.add(frame.text());
                  }
                }));
    lin.signIn(Team.PASSWORD);
    lin.open(document);
    return lin;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
