package org.dianjiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Keyboard;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * One random schedule: somebody writes with an input method while somebody else changes the text
 * before, at, around and after the place.
 */
final class Writing {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT =
      """
      天下太平四海晏然
      此後兩國不必由薩那特衙門及理藩院行文
      由俄國總理各國事務大臣
      或徑行大清之軍機大臣

      往來照會俱按平等""";
  private static final List<String> STRANGE = List.of("也", "者\n也", "\n", "焉哉", "，");

  private final SplittableRandom random;
  private final int number;
  private final Ime ime;
  private final Keyboard keyboard;
  private final Wire other;
  private final boolean proposes;
  private final List<String> told = new ArrayList<>();
  private int words;
  private boolean unsent;

  /**
   * A schedule.
   *
   * @param proposes whether what is written is only proposed
   */
  Writing(long seed, int number, Ime ime, Keyboard keyboard, Wire other, boolean proposes) {
    this.random = new SplittableRandom(seed * 1_000_003 + number);
    this.number = number;
    this.ime = ime;
    this.keyboard = keyboard;
    this.other = other;
    this.proposes = proposes;
  }

  /** What was done, in its order. */
  String told() {
    return String.join("\n", told);
  }

  /** Goes through it and checks what the window shows at each step and all see in the end. */
  void perform() {
    if (number % 8 == 0 || other.text().length() > 200 || other.text().lines().count() < 3) {
      startAfresh();
    }
    putCursorSomewhere();
    int log = other.log().size();
    String last = "";
    int compositions = random.nextInt(1, 4);
    for (int composition = 0; composition < compositions; composition++) {
      last = write();
    }
    if (random.nextInt(4) == 0) {
      replace(other.place(), other.place(), "亦");
    }
    if (last.isEmpty()) {
      converge();
      return;
    }
    if (proposes) {
      other.awaitProposed(last, log);
    } else {
      other.awaitInserted(last, log);
    }
    converge();
    assertStandsOnce(last);
    if (random.nextInt(4) == 0 && ime.look().text().contains(last)) {
      takeBackAndForth(last);
    }
  }

  /** In the text, or in one proposal and not in the text. */
  private void assertStandsOnce(String word) {
    if (!proposes) {
      assertThat(other.text()).containsOnlyOnce(word);
      return;
    }
    assertThat(other.text()).doesNotContain(word);
    assertThat(other.proposals().values()).filteredOn(text -> text.contains(word)).hasSize(1);
  }

  private void startAfresh() {
    replace(0, other.text().length(), TEXT);
    converge();
  }

  private void converge() {
    other.awaitConfirmed();
    ime.converge(other::text);
    assertThat(Spelling.isIn(other.text())).as(other.text()).isFalse();
  }

  private void putCursorSomewhere() {
    String[] passages = other.text().split("\n", -1);
    int passage = random.nextInt(passages.length);
    int from = random.nextInt(passages[passage].length() + 1);
    int most = random.nextInt(4) == 0 ? random.nextInt(4) : 0;
    int to = Math.min(from + most, passages[passage].length());
    unsent = to == from;
    ime.select(passage, from, to);
    told.add("%s%n%d–%d selected in passage %d".formatted(other.text(), from, to, passage));
    int before = 0;
    for (int index = 0; index < passage; index++) {
      before += passages[index].length() + 1;
    }
    other.follow(before + from);
  }

  /** One word, from its first letter on; answers the word, or nothing when it was given up. */
  private String write() {
    boolean first = true;
    for (String letters : Spelling.any(random)) {
      if (random.nextInt(3) > 0) {
        meddle();
      }
      told.add("letters " + letters);
      ime.spell(letters);
      watch(letters, first);
      if (random.nextInt(3) == 0) {
        meddle();
        other.awaitConfirmed();
        watch(letters, false);
      }
      first = false;
    }
    if (random.nextInt(2) == 0) {
      meddle();
    }
    boolean chosen = random.nextInt(4) > 0;
    String word = chosen ? word() : "";
    told.add("word " + word);
    if (chosen) {
      ime.choose(word);
    } else {
      ime.giveUp();
    }
    unsent &= !chosen;
    Ime.Look look = ime.look();
    assertThat(look.events().stream().filter(event -> event.startsWith("end")))
        .as("ends of the composition: %s", look.events())
        .containsExactly("end " + word);
    assertThat(Spelling.isIn(look.text())).as(look.text()).isFalse();
    return word;
  }

  /** Two units that no other word has: what was proposed long ago is still there. */
  private String word() {
    int which = number * 7 + words++;
    return Character.toString('你' + which / 6_500) + Character.toString(0x3400 + which % 6_500);
  }

  /** The composition goes on, and the letters stand once where they were begun. */
  private void watch(String letters, boolean first) {
    Ime.Look look = ime.look();
    assertThat(look.events()).as("compositions").noneMatch(event -> event.startsWith("end"));
    assertThat(look.events().stream().filter(event -> event.startsWith("start")).count())
        .as("beginnings: %s", look.events())
        .isEqualTo(first ? 1 : 0);
    String struck = proposes ? look.selected() : "";
    String whole = look.before() + struck + letters + look.after();
    if (struck.isEmpty()) {
      assertThat(look.passage()).isEqualTo(whole);
    } else { // somebody may have broken the line in what is struck out
      assertThat(whole).endsWith(look.passage());
      assertThat(look.passage()).endsWith(letters + look.after());
    }
    String around = look.text().replace(look.passage(), look.before() + struck + look.after());
    assertThat(Spelling.isIn(around)).as(look.text()).isFalse();
    if (unsent && !look.state().equals("Saved")) {
      ime.awaitSaved();
    }
  }

  /** Somebody else changes something, most often near. */
  private void meddle() {
    other.awaitConfirmed();
    int place = other.place();
    int length = other.text().length();
    String strange = STRANGE.get(random.nextInt(STRANGE.size()));
    int near = place + random.nextInt(-6, 7);
    switch (random.nextInt(10)) {
      case 0 -> replace(place, place, strange);
      case 1 -> replace(place - 1, place, random.nextBoolean() ? "" : strange);
      case 2 -> replace(place, place + 1, random.nextBoolean() ? "" : strange);
      case 3 -> replace(place - 2, place + 2, random.nextBoolean() ? "" : strange);
      case 4 -> replace(near, near + random.nextInt(4), "");
      case 5 -> replace(near, near, strange);
      case 6 -> replace(0, random.nextInt(3), strange);
      case 7 -> replace(length - random.nextInt(3), length, strange);
      case 8 -> mark(near, near + 1 + random.nextInt(4));
      default -> {
        int anywhere = random.nextInt(length + 1);
        replace(anywhere, anywhere + random.nextInt(12), strange);
      }
    }
  }

  private void replace(int from, int to, String insert) {
    told.add("%d–%d replaced by %s, the place is %d".formatted(from, to, insert, other.place()));
    other.replace(from, to, insert);
  }

  /** An annotation, or a proposal that is shown in the text without being text. */
  private void mark(int from, int to) {
    int length = other.text().length();
    int start = Math.max(0, Math.min(from, length));
    ObjectNode effect = JSON.createObjectNode().put("id", UUID.randomUUID().toString());
    effect.put("start", start);
    if (random.nextBoolean()) {
      effect.put("is", "add-annotation").put("end", Math.max(start, Math.min(to, length)));
      effect.putObject("body").put("is", "tag").put("name", "place");
    } else {
      effect.put("is", "propose").put("end", start).put("category", "proposal");
      effect.put("explanation", "");
      ObjectNode candidate = effect.putArray("candidates").addObject();
      candidate.putObject("action").put("is", "replace").put("text", "。");
      candidate.put("confidence", 1).put("label", "。");
    }
    told.add(effect.toString());
    other.does(effect);
  }

  private void takeBackAndForth(String word) {
    keyboard.press("Control+z");
    boolean struck = proposes && ime.look().text().contains(word);
    if (struck) { // what it was written over stands again first
      keyboard.press("Control+z");
    }
    assertThat(ime.look().text()).doesNotContain(word);
    converge();
    keyboard.press("Control+y");
    if (struck) {
      keyboard.press("Control+y");
    }
    assertThat(ime.look().text()).containsOnlyOnce(word);
    converge();
  }
}
