package org.dianjiao.exchange;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says which encoding bytes that are not UTF-8 probably are, for a hint in a message; nothing is
 * ever decoded by it.
 *
 * <p>An encoding is plausible when the beginning of the file decodes without fault and hardly
 * anything in it is neither Han, kana, ASCII nor East Asian punctuation. Of several, the one with
 * the most of the commonest characters of Chinese is named.
 */
final class EncodingGuess {

  private static final List<String> ENCODINGS = List.of("GB18030", "Big5", "UTF-16LE", "UTF-16BE");
  private static final String COMMON = "，。、；：\n\u3000 之不以人大國国為为有其于於而者也年月日中所一二三十上下事在此與与各";
  private static final int SAMPLE_BYTES = 65_536;
  private static final double PLAUSIBLE = 0.95;

  private record Guess(String encoding, double common) {}

  private EncodingGuess() {}

  /** The name of the likeliest encoding; empty when none is plausible. */
  static Optional<String> of(byte[] bytes) {
    if (bytes.length < 2) {
      return Optional.empty();
    }
    int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    if (mark == 0xFEFF || mark == 0xFFFE) {
      return Optional.of("UTF-16");
    }
    byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE_BYTES));
    return ENCODINGS.stream()
        .filter(Charset::isSupported)
        .flatMap(encoding -> guess(encoding, sample, sample.length == bytes.length).stream())
        .max(Comparator.comparingDouble(Guess::common))
        .map(Guess::encoding);
  }

  private static Optional<Guess> guess(String encoding, byte[] sample, boolean whole) {
    CharBuffer out = CharBuffer.allocate(sample.length + 1);
    CharsetDecoder decoder =
        Charset.forName(encoding)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(ByteBuffer.wrap(sample), out, whole);
    out.flip();
    if (result.isError() || out.length() == 0) {
      return Optional.empty();
    }
    double all = out.codePoints().count();
    double expected = out.codePoints().filter(EncodingGuess::isExpected).count();
    double common = out.codePoints().filter(one -> COMMON.indexOf(one) >= 0).count();
    boolean plausible = expected / all >= PLAUSIBLE && common > 0;
    return plausible ? Optional.of(new Guess(encoding, common / all)) : Optional.empty();
  }

  private static boolean isExpected(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint >= ' ' || Character.isWhitespace(codePoint);
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default ->
          (codePoint >= 0x2010 && codePoint <= 0x2027)
              || (codePoint >= 0x3000 && codePoint <= 0x303F)
              || (codePoint >= 0xFF00 && codePoint <= 0xFFEF);
    };
  }
}
