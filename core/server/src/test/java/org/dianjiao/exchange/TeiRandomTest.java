package org.dianjiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.api.Replace;
import org.dianjiao.document.Effect;
import org.dianjiao.document.ProvenanceLog;
import org.dianjiao.exchange.TeiFile.Element;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is annotated wherever: the file is valid, holds the text, and loses no annotation. */
class TeiRandomTest {

  private static final String[] CHARACTERS = {
    "中",
    "国",
    "𠲽",
    "𠸄",
    "葛\uDB40\uDD00",
    "\uE844",
    "□",
    "■〈口佛〉",
    "，",
    "。",
    "「",
    "」",
    "\n",
    "\u3000",
    "&",
    "<",
    ">",
    "\"",
    "\t",
    " ",
    "]]>"
  };

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 150);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(60);
    for (int i = 0; i < length; i++) {
      text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
    }
    return text.toString();
  }

  private static Body body(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> new Body.Regularization("于<&\"", "variant");
      case 1 ->
          new Body.Identification(
              URI.create("local:P%d?a=b&c".formatted(random.nextInt(3))), "奕 山", "person");
      case 2 -> new Body.Tag("place");
      case 3 -> new Body.Tag("two words");
      case 4 -> new Body.Glyph("⿰口佛", random.nextBoolean() ? "𠲽" : "");
      case 5 -> new Body.Gap("lost", random.nextInt(3));
      case 6 ->
          new Body.Identification(
              URI.create("https://example.org/" + random.nextInt(3)), "书", "work");
      case 7 -> new Body.Regularization("寧", "misprint");
      case 8 -> new Body.Regularization("寧<", "reading: 清史稿 <1> & 2");
      case 9 -> new Body.Date("同治元年 八月", "1862-08-25", "1862-09-23", true, "");
      case 10 -> new Body.Date("八月<", "", "", true, "nothing tells the year & \"reign\"");
      default -> new Body.Note("]]> & <note>\n" + random.nextInt(9));
    };
  }

  private static ProvenanceLog log(Random random) {
    ProvenanceLog log = new ProvenanceLog();
    log.importText("ann", text(random));
    int steps = random.nextInt(60);
    for (int i = 0; i < steps; i++) {
      String id = "random-%012d".formatted(i);
      Text text = log.now().text();
      int start = random.nextInt(text.length() + 1);
      int end = start + random.nextInt(text.length() - start + 1);
      if (random.nextInt(3) > 0) {
        end = Math.min(end, start + random.nextInt(8));
      }
      switch (random.nextInt(12)) {
        case 0 -> log.edit("ben", whole(text, start), whole(text, end), "");
        case 1 -> log.edit("cai", whole(text, start), whole(text, start), "，");
        case 2 -> {
          Maker maker = new Maker.ByPlugin("punctuation", "1.2.3.4.5");
          log.accept(
              "rui",
              ProvenanceLog.suggestion(
                  whole(text, start), whole(text, start), maker, new Replace("；")));
        }
        case 3 ->
            log.edit(
                "rui",
                0,
                0,
                "",
                new Effect.Approve(id, whole(text, start), whole(text, end), false));
        default -> log.annotate("dan-" + random.nextInt(3), id, start, end, body(random));
      }
    }
    return log;
  }

  private static int whole(Text text, int offset) {
    return CodeUnits.floor(text, offset);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isValidHoldsTheTextAndLosesNothing(long seed) throws Exception {
    ProvenanceLog log = log(new Random(seed));

    String xml =
        TeiWriter.write(
            new TeiSource("t", "p", "0.1.0", log.now(), log.provenance(), Map.of("ben", "本")));
    TeiFile file = new TeiFile(xml);

    assertThat(TeiSchema.faults(xml)).as("seed %d\n%s", seed, xml).isEmpty();
    assertThat(file.body).as("seed %d", seed).hasToString(log.now().text().toString());
    assertThat(file.dangling).as("seed %d", seed).isEmpty();
    assertThat(file.repeated).as("seed %d", seed).isEmpty();
    for (Annotation annotation : log.now().annotations()) {
      Element element = file.byId("a-" + annotation.id());
      assertThat(element.attribute("resp")).as("seed %d", seed).startsWith("#person-");
      assertWords(log.now().text(), annotation, element, seed);
    }
    long approved =
        file.all("change").stream().filter(c -> c.attribute("status").equals("approved")).count();
    assertThat(approved).as("seed %d", seed).isEqualTo(log.now().approvals().size());
  }

  private static void assertWords(Text text, Annotation annotation, Element element, long seed) {
    if (element.name().equals("note") || annotation.anchor().isEmpty()) {
      return;
    }
    int start = CodeUnits.floor(text, annotation.anchor().start());
    int end = CodeUnits.ceiling(text, annotation.anchor().end());
    String words = text.slice(start, end);
    if (words.length() <= 100) {
      assertThat(element.words()).as("seed %d, %s", seed, annotation).hasToString(words);
    } else {
      String begin = element.words().toString().replace("…", "");
      assertThat(words).as("seed %d, %s", seed, annotation).startsWith(begin);
    }
  }
}
