package org.dianjiao.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the tutorial for plugin authors to the letter: takes the commands out of it, runs them in
 * an empty folder against the packed product, offline, and holds what they print against what the
 * tutorial says that they print.
 */
class TutorialTest {

  private static final Path TUTORIAL = Path.of("../docs/plugins.md");
  private static final Path PACKED = Path.of("target/dianjiao.tar.gz");
  private static final Pattern BLOCK =
      Pattern.compile("^```(sh|text)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final String MARK = "@@ block ";
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto";
  private static final long MINUTES = 5;

  @TempDir private Path temporary;
  private Path installation;
  private Path maven;
  private Path folder;

  @BeforeEach
  void unpack() throws Exception {
    installation = Files.createDirectory(temporary.resolve("installation"));
    folder = Files.createDirectory(temporary.resolve("folder"));
    Path archive = PACKED.toAbsolutePath();
    Process tar =
        new ProcessBuilder("tar", "xzf", archive.toString(), "-C", installation.toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    maven = Files.createDirectory(temporary.resolve("maven"));
    Path offline =
        Files.writeString(
            maven.resolve("mvn"),
            "#!/bin/sh\nexec \"%s/bin/mvn\" -o -Dmaven.repo.local=\"%s\" \"$@\"\n"
                .formatted(
                    System.getProperty("dianjiao.maven"),
                    System.getProperty("dianjiao.repository")));
    assertThat(offline.toFile().setExecutable(true)).isTrue();
  }

  /**
   * A block of the tutorial.
   *
   * @param commands whether it is run; else it is what the commands before it print
   */
  private record Block(boolean commands, String content) {}

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(TUTORIAL));
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1).equals("sh"), matcher.group(2)));
    }
    return blocks;
  }

  /** All commands as one script, which says where each block begins and ends at the first fault. */
  private static String script(List<Block> blocks) {
    StringBuilder script = new StringBuilder("set -euo pipefail\n");
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).commands()) {
        script.append("echo '").append(MARK).append(i).append("'\n");
        script.append(blocks.get(i).content());
      }
    }
    return script.toString();
  }

  private String run(String script) throws IOException, InterruptedException {
    Path output = temporary.resolve("output");
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    String path = System.getenv("PATH");
    bash.environment().put("PATH", installation.resolve("bin") + ":" + maven + ":" + path);
    bash.environment().put("LC_ALL", "C.UTF-8");
    bash.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
    bash.environment().put("MAVEN_OPTS", SHORT_LIVED);
    bash.environment().put("DIANJIAO_JAVA_OPTIONS", SHORT_LIVED);
    Process process = bash.start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(ended).as("still running after %d minutes: %s", MINUTES, printed).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }

  @Test
  void worksAsItIsWritten() throws Exception {
    List<Block> blocks = blocks();
    assertThat(blocks).filteredOn(Block::commands).hasSizeGreaterThan(8);

    String[] printed = run(script(blocks)).split(MARK, -1);

    int part = 0;
    for (Block block : blocks) {
      if (block.commands()) {
        part++;
      } else {
        assertThat(printed[part]).contains(block.content().lines().toList());
      }
    }
    assertThat(folder.resolve("dagger/target/conformance/dagger.xml")).exists();
    assertThat(installation.resolve("data/plugins/installed/dagger-0.2.0")).isDirectory();
    assertThat(installation.resolve("data/plugins/installed/dagger-0.1.0")).doesNotExist();
  }
}
