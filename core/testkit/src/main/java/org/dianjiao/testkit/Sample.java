package org.dianjiao.testkit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dianjiao.api.TextRange;
import org.dianjiao.exchange.GivenText;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Text;

/**
 * A text to ask a plugin about.
 *
 * @param name told when something fails
 * @param text with LF at the ends of lines
 */
record Sample(String name, String text) {

  /** Units of a long text. */
  static final int LONG = 10_000;

  /** Units that are taken of a text from a file. */
  private static final int FROM_FILE = 3_000;

  private static final String PROSE =
      "子曰學而時習之不亦說乎有朋自遠方來不亦樂乎人不知而不慍不亦君子乎有子曰其為人也孝弟而好犯上者鮮矣不好犯上" + "而好作亂者未之有也君子務本本立而道生孝弟也者其為仁之本與";
  private static final String MARKED = "子曰：「學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？」\n";
  private static final String EXTENSION_B = "\ud840\udc00\ud840\udc0b\ud869\uded6於\ud87e\udc00。\n";
  private static final String VARIATIONS = "葛\udb40\udd00飾區辻\udb40\udd01飴\ufe00曰\n";
  private static final String MIXED =
      "Treaty of 天津條約 (1858)：俄國Россія、■〈口佛〉國 𠀀 ア가ا ้ e\u0301 \u200d 👩\u200d👩\u200d👧 \ue000\n";

  private static final List<String> PIECES =
      List.of(
          "之",
          "曰",
          "於",
          "大清",
          "俄國",
          "，",
          "。",
          "「",
          "」",
          "\n",
          "　",
          " ",
          "a",
          "9",
          "\t",
          "\ud840\udc00",
          "葛\udb40\udd00",
          "飴\ufe00",
          "□",
          "■〈口佛〉",
          "\ue000",
          "\ufffd",
          "é",
          "e\u0301",
          "\u202e",
          "台灣");

  /** Texts that have broken programs before, and random ones from a seed. */
  static List<Sample> standard(long seed) {
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample("an empty text", ""));
    samples.add(new Sample("one character", "曰"));
    samples.add(new Sample("one character of two units", "\ud840\udc00"));
    samples.add(new Sample("only spaces", " 　\n\n　　 \t\n"));
    samples.add(new Sample("ASCII", "The Treaty of Tientsin, June 1858.\nArticle 1.\n"));
    samples.add(new Sample("prose without marks", PROSE));
    samples.add(new Sample("prose with marks", MARKED.repeat(5)));
    samples.add(new Sample("characters of Extension B", EXTENSION_B.repeat(10)));
    samples.add(new Sample("ideographic variation sequences", VARIATIONS.repeat(10)));
    samples.add(new Sample("a selector without a character", "\ufe00曰\n\udb40\udd00之"));
    samples.add(new Sample("mixed scripts", MIXED.repeat(5)));
    samples.add(new Sample("a very long line", longText(PROSE)));
    samples.add(new Sample("many short lines", longText("之\n曰\n\n")));
    for (int i = 0; i < 3; i++) {
      samples.add(random(seed + i));
    }
    return samples;
  }

  private static Sample random(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return new Sample("random text of seed " + seed, text.toString());
  }

  private static String longText(String piece) {
    return piece.repeat(LONG / piece.length() + 1).substring(0, LONG);
  }

  /** A text of {@value #LONG} units. */
  static Sample longest() {
    return new Sample("10000 units", longText(PROSE + "\n"));
  }

  /** The beginnings of all texts in a folder. */
  static List<Sample> in(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.txt")) {
      found.forEach(files::add);
    }
    files.sort(null);
    List<Sample> samples = new ArrayList<>();
    for (Path file : files) {
      String text = GivenText.read(Files.readAllBytes(file)).text();
      int end = CodeUnits.floor(Text.of(text), Math.min(text.length(), FROM_FILE));
      samples.add(new Sample(file.getFileName().toString(), text.substring(0, end)));
    }
    return samples;
  }

  /** All of it. */
  TextRange all() {
    return new TextRange(0, text.length());
  }

  /** The third in the middle, cut where a text may be cut. */
  TextRange middle() {
    Text whole = Text.of(text);
    int start = CodeUnits.floor(whole, text.length() / 3);
    return new TextRange(start, CodeUnits.ceiling(whole, Math.max(start, text.length() * 2 / 3)));
  }
}
