package org.dianjiao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type that a plugin can name says by an example how it is used, and since when it is. */
class DocumentedTest {

  private static final Path SOURCES = Path.of("src/main/java");

  /** A type outside of comments and methods, with what stands before it. */
  private static final Pattern TYPE =
      Pattern.compile(
          "^(?: {2})?(?:public |static |final |sealed |abstract )*"
              + "(?:class|interface|record|enum|@interface) (\\w+)",
          Pattern.MULTILINE);

  /**
   * A declared type.
   *
   * @param name of the type
   * @param words the comment before it, empty when there is none
   */
  record Declared(String name, String words) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Declared> types() throws IOException {
    List<Declared> types = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        String source = Files.readString(file);
        Matcher matcher = TYPE.matcher(source);
        while (matcher.find()) {
          types.add(new Declared(matcher.group(1), commentBefore(source, matcher.start())));
        }
      }
    }
    return types;
  }

  /** The last comment before a place, unless a member ends between the two. */
  private static String commentBefore(String source, int place) {
    int start = source.lastIndexOf("/**", place);
    if (start < 0) {
      return "";
    }
    int end = source.indexOf("*/", start);
    String between = source.substring(end + 2, place);
    return between.contains(";") || between.contains("\n  }") ? "" : source.substring(start, end);
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeHasAnExampleAndSaysSinceWhen(Declared type) {
    assertThat(type.words()).contains("<pre>{@code", "}</pre>", "@since ");
  }

  @Test
  void findsTheTypesThatAreThere() throws IOException {
    assertThat(types())
        .extracting(Declared::name)
        .contains("Plugin", "Analyzer", "Body", "Regularization", "Outcome", "Experimental")
        .doesNotHaveDuplicates()
        .hasSizeBetween(30, 40);
  }
}
