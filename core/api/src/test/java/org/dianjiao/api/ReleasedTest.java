package org.dianjiao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The release that changes are held against is there, and is the one that it says. */
class ReleasedTest {

  private static final String VERSION = "org/dianjiao/api/version";

  private static String version(InputStream file) throws IOException {
    return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static Path released() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("baseline"))) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
      assertThat(jars).as("one release in baseline").hasSize(1);
      return jars.get(0);
    }
  }

  @Test
  void isOfTheSameMajorVersionAndNotNewer() throws IOException {
    String now;
    try (InputStream file = Proposal.class.getResourceAsStream("version")) {
      now = version(file);
    }
    Path jar = released();
    String then;
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      then = version(zip.getInputStream(zip.getEntry(VERSION)));
    }
    assertThat(jar).hasFileName("dianjiao-api-" + then + ".0.jar");
    assertThat(major(now)).isEqualTo(major(then));
    assertThat(minor(now)).isGreaterThanOrEqualTo(minor(then));
  }

  private static int major(String version) {
    return Integer.parseInt(version.split("\\.", -1)[0]);
  }

  private static int minor(String version) {
    return Integer.parseInt(version.split("\\.", -1)[1]);
  }
}
