package org.dianjiao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.dianjiao.cli.Cli.Ran;
import org.dianjiao.plugin.PluginFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginNewTest {

  private static final Pattern BUILD_PLUGIN =
      Pattern.compile("<artifactId>(maven-\\w+-plugin)</artifactId>\\s*<version>([\\d.]+)<");

  @TempDir private Path temporary;

  private Ran write(String... arguments) {
    List<String> all = new ArrayList<>(List.of("plugin", "new"));
    all.addAll(List.of(arguments));
    return Cli.plain(all.toArray(new String[0]));
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void writesAProjectWithEverythingInIt() throws IOException {
    Path folder = temporary.resolve("titles");
    Ran ran = write("reign-titles", "--package", "org.me.reign", folder.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains(folder.toString(), "mvn verify");
    assertThat(files(folder))
        .containsExactlyInAnyOrder(
            ".gitignore",
            "README.md",
            "data/words.tsv",
            "package.xml",
            "plugin.json",
            "pom.xml",
            "src/main/java/org/me/reign/ReignTitlesAnalyzer.java",
            "src/main/java/org/me/reign/ReignTitlesPlugin.java",
            "src/main/resources/META-INF/services/org.dianjiao.api.plugin.Plugin",
            "src/test/java/org/me/reign/ConformanceTest.java",
            "texts/first.expected.json",
            "texts/first.txt");
    for (String file : files(folder)) {
      assertThat(folder.resolve(file)).content().doesNotContainPattern("@\\w+@");
    }
    PluginFolder plugin = PluginFolder.open(folder);
    assertThat(plugin.manifest().name()).isEqualTo("Reign titles");
    assertThat(plugin.manifest().sources()).hasSize(1);
  }

  @Test
  void writesCodeThatCompilesAgainstTheInterfacesAlone() throws Exception {
    Path folder = temporary.resolve("dagger");
    write("dagger", folder.toString());
    Path api =
        Path.of(
            org.dianjiao.api.Proposal.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    Path code = folder.resolve("src/main/java/org/example/dagger");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int wrong =
        compiler.run(
            null,
            null,
            null,
            "-Xlint:all",
            "-Werror",
            "-proc:none",
            "-cp",
            api.toString(),
            "-d",
            temporary.resolve("classes").toString(),
            code.resolve("DaggerPlugin.java").toString(),
            code.resolve("DaggerAnalyzer.java").toString());
    assertThat(wrong).isZero();
  }

  /** So that a machine on which the product was built needs to fetch nothing. */
  @Test
  void buildsWithWhatTheProductIsBuiltWith() throws IOException {
    Path folder = temporary.resolve("dagger");
    write("dagger", folder.toString());
    String product = Files.readString(Path.of("../../pom.xml"));
    String pom = Files.readString(folder.resolve("pom.xml"));
    Matcher plugins = BUILD_PLUGIN.matcher(pom);
    int count = 0;
    while (plugins.find()) {
      count++;
      assertThat(product)
          .containsPattern(
              "<artifactId>%s</artifactId>\\s*<version>%s<"
                  .formatted(plugins.group(1), Pattern.quote(plugins.group(2))));
    }
    assertThat(count).isEqualTo(6);
    Matcher junit = Pattern.compile("<junit.version>(.*?)<").matcher(product);
    assertThat(junit.find()).isTrue();
    assertThat(pom).contains("<version>" + junit.group(1) + "</version>");
  }

  @Test
  void leavesAFolderAloneThatHoldsSomething() throws IOException {
    Path mine = Files.writeString(temporary.resolve("mine.txt"), "mine");
    Ran ran = write("dagger", temporary.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).hasLineCount(1).contains("holds something already");
    assertThat(write("dagger", mine.toString()).err()).contains("is no folder");
    assertThat(files(temporary)).containsExactly("mine.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dagger", "a b", "../x", "-x", "", "dägger"})
  void refusesAnIdThatIsNone(String id) {
    Ran ran = write(id, temporary.resolve("x").toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(temporary).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.dianjiao.mine", "org..x", "org.class.x", "1x"})
  void refusesAPackageThatIsNone(String code) {
    Ran ran = write("dagger", "--package", code, temporary.resolve("x").toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("is no name for a package of yours");
  }
}
