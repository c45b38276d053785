package org.dianjiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextReaderTest {

  private static final String CLASSICAL = "中国古重邦交。有清盛时，诸国朝聘，皆与以礼。\n";

  private final PlainTextReader reader = new PlainTextReader(Limits.defaults());

  private PlainText read(String text) {
    return reader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private UnreadableText refusal(byte[] bytes) {
    return catchThrowableOfType(UnreadableText.class, () -> reader.read(bytes));
  }

  private UnreadableText refusal(String text) {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertPlace(UnreadableText refusal, int line, int column) {
    assertThat(refusal).isNotNull();
    assertThat(List.of(refusal.line(), refusal.column())).isEqualTo(List.of(line, column));
  }

  static List<Path> texts() {
    return SharedFolder.texts();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void keepsTheRealTextsByteForByte(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);

    PlainText read = reader.read(bytes);

    assertThat(read.text().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
    assertThat(read.changes()).isEmpty();
  }

  @Test
  void keepsWhatLooksOddAndIsText() {
    String text = "<!-- x -->\n\u3000\u3000大■〈口佛〉国\uE844\t□\u2028\u200B葛\uDB40\uDD00𠲽\u00A0 \n";

    assertThat(read(text)).isEqualTo(new PlainText(text, false, 0, 0));
  }

  @Test
  void readsAnEmptyFile() {
    assertThat(read("").text()).isEmpty();
  }

  @Test
  void dropsTheByteOrderMarkAndSaysSo() {
    PlainText read = read("\uFEFF中\uFEFF国");

    assertThat(read.text()).isEqualTo("中\uFEFF国");
    assertThat(read.changes()).containsExactly("the byte order mark in front was dropped");
  }

  @Test
  void turnsEveryLineEndIntoOneLineFeedAndCountsThem() {
    PlainText read = read("一\r\n二\r三\n四\r\r\n");

    assertThat(read.text()).isEqualTo("一\n二\n三\n四\n\n");
    assertThat(read.changes())
        .containsExactly("2 line ends CR LF became LF", "2 line ends CR became LF");
  }

  @Test
  void namesByteLineAndColumnOfWhatIsNotUtf8() {
    byte[] bytes = "一\r\n𠲽二x".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xFF;

    UnreadableText refusal = refusal(bytes);

    assertPlace(refusal, 2, 3);
    assertThat(refusal).hasMessage("byte 12: FF is not UTF-8");
  }

  @Test
  void refusesACharacterThatTheEndOfTheFileCuts() {
    byte[] bytes = "a中".getBytes(StandardCharsets.UTF_8);

    UnreadableText refusal = refusal(Arrays.copyOf(bytes, 3));

    assertPlace(refusal, 1, 2);
    assertThat(refusal).hasMessageStartingWith("byte 1: E4 B8 is not UTF-8");
  }

  @Test
  void refusesHalfASurrogatePair() {
    UnreadableText refusal = refusal(new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80});

    assertPlace(refusal, 1, 2);
    assertThat(refusal).hasMessage("byte 1: half of a surrogate pair is no character of UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "Big5", "UTF-16LE", "UTF-16BE"})
  void guessesTheEncoding(String encoding) {
    String traditional = "中國古重邦交。有清盛時，諸國朝聘，皆與以禮。\n";
    String text = encoding.equals("Big5") ? traditional : CLASSICAL;

    UnreadableText refusal = refusal(text.repeat(20).getBytes(Charset.forName(encoding)));

    assertThat(refusal)
        .hasMessageEndingWith("; the file looks like " + encoding + ": convert it to UTF-8 first");
  }

  @Test
  void recognisesUtf16ByItsByteOrderMark() {
    UnreadableText refusal = refusal("条约".getBytes(StandardCharsets.UTF_16));

    assertThat(refusal).hasMessageContaining("the file looks like UTF-16:");
  }

  @Test
  void guessesUtf16BehindANullCharacter() {
    UnreadableText refusal = refusal("treaty of 1858\n".getBytes(StandardCharsets.UTF_16LE));

    assertPlace(refusal, 1, 2);
    assertThat(refusal)
        .hasMessage(
            "control character U+0000; the file looks like UTF-16LE: convert it to UTF-8 first");
  }

  @Test
  void guessesNothingFromNoise() {
    UnreadableText refusal = refusal("caf\u00E9 cr\u00E8me".getBytes(StandardCharsets.ISO_8859_1));

    assertPlace(refusal, 1, 4);
    assertThat(refusal).hasMessage("byte 3: E9 is not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x01, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x80, 0x85, 0x9F})
  void refusesControlCharacters(int codePoint) {
    UnreadableText refusal = refusal("一\n𠲽二" + Character.toString(codePoint) + "三");

    assertPlace(refusal, 2, 3);
    assertThat(refusal).hasMessage("control character U+%04X".formatted(codePoint));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF})
  void refusesWhatIsNoCharacter(int codePoint) {
    UnreadableText refusal = refusal("一" + Character.toString(codePoint));

    assertPlace(refusal, 1, 2);
    assertThat(refusal).hasMessage("U+%04X is no character".formatted(codePoint));
  }

  @Test
  void refusesTheTraceOfAnEarlierDecoding() {
    UnreadableText refusal = refusal("一\r二\uFFFD");

    assertPlace(refusal, 2, 2);
    assertThat(refusal)
        .hasMessage(
            "U+FFFD stands for a character that was lost when this text was decoded before");
  }

  @Test
  void refusesWhatIsOverTheLimits() {
    Limits small = limits(10, 2, 40);
    PlainTextReader strict = new PlainTextReader(small);

    assertThat(strict.read("12345\n789a".getBytes(StandardCharsets.UTF_8)).text()).hasSize(10);
    UnreadableText long_ = refusalOf(strict, "12345\n789ab");
    UnreadableText high = refusalOf(strict, "1\n2\n3");
    UnreadableText heavy = refusalOf(strict, "中".repeat(14));

    assertPlace(long_, 2, 5);
    assertThat(long_).hasMessage("the text has more than 10 UTF-16 units");
    assertPlace(high, 2, 2);
    assertThat(high).hasMessage("the text has more than 2 lines");
    assertThat(heavy).hasMessage("the file has 42 bytes; the limit is 40");
  }

  private static UnreadableText refusalOf(PlainTextReader strict, String text) {
    return catchThrowableOfType(
        UnreadableText.class, () -> strict.read(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Limits limits(int units, int lines, int bytes) {
    return Json.readSettings(
        """
        document-units: %d
        document-lines: %d
        import-bytes: %d
        """
            .formatted(units, lines, bytes),
        Limits.class);
  }
}
