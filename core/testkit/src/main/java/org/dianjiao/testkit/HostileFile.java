package org.dianjiao.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dianjiao.bus.FileContent;

/**
 * A file that is not what its format says.
 *
 * @param name told when something fails
 * @param fileName as a person's computer might have it
 */
record HostileFile(String name, String fileName, FileContent content) {

  private static final int PIECES = 7;
  private static final int RANDOM = 5_000;
  private static final int DEEP = 100_000;

  private static final String LAUGHS =
      "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
          + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]>"
          + "<a>&c;&d;</a>";

  /**
   * Files that have broken programs before.
   *
   * @param sound one that is right, to be cut and spoilt
   */
  static List<HostileFile> all(byte[] sound) {
    List<HostileFile> files = new ArrayList<>();
    files.add(new HostileFile("an empty file", "", FileContent.of(new byte[0])));
    files.add(
        new HostileFile(
            "an empty file with a path", "../../etc/passwd", FileContent.of(new byte[0])));
    for (int piece = 1; piece < PIECES; piece++) {
      byte[] cut = Arrays.copyOf(sound, sound.length * piece / PIECES);
      files.add(
          new HostileFile("a file cut after " + cut.length + " bytes", "cut", FileContent.of(cut)));
    }
    for (int seed = 1; seed <= 3; seed++) {
      byte[] noise = new byte[RANDOM];
      new Random(seed).nextBytes(noise);
      files.add(new HostileFile("random bytes of seed " + seed, "noise", FileContent.of(noise)));
      files.add(
          new HostileFile(
              "a file spoilt by seed " + seed, "spoilt", FileContent.of(spoilt(sound, seed))));
    }
    files.add(of("bytes that are no UTF-8", new byte[] {(byte) 0xD6, (byte) 0xD0, '\n', 0x41}));
    files.add(of("zeros", new byte[RANDOM]));
    files.add(of("only line ends", "\r\n\n\r".repeat(RANDOM)));
    files.add(of("only tabs", "\t".repeat(RANDOM)));
    files.add(of("a very long line", "之".repeat(DEEP)));
    files.add(of("deep brackets", "[".repeat(DEEP)));
    files.add(of("deep elements", "<a>".repeat(DEEP)));
    files.add(of("entities within entities", LAUGHS));
    files.add(of("a packed file", "PK\u0003\u0004" + "\u0000".repeat(100)));
    files.add(of("a web page", "<html><script>alert(1)</script></html>"));
    files.add(of("a formula", "=cmd|' /C calc'!A0\tO\n"));
    return files;
  }

  private static HostileFile of(String name, String content) {
    return of(name, utf8(content));
  }

  private static HostileFile of(String name, byte[] content) {
    return new HostileFile(name, name + ".txt", FileContent.of(content));
  }

  private static byte[] spoilt(byte[] sound, int seed) {
    Random random = new Random(seed);
    byte[] spoilt = sound.clone();
    for (int i = 0; i < sound.length / 50; i++) {
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
    }
    return spoilt;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
