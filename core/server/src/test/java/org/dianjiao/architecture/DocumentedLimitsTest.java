package org.dianjiao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Locale;
import java.util.stream.Stream;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operator's guide names every limit with the default that the server has. */
class DocumentedLimitsTest {

  static Stream<RecordComponent> limits() {
    return Stream.of(Limits.class.getRecordComponents());
  }

  @ParameterizedTest
  @MethodSource("limits")
  void everyLimitIsDocumentedWithItsDefault(RecordComponent limit) throws Exception {
    String key = limit.getName().replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    Object standard = limit.getAccessor().invoke(Limits.defaults());
    assertThat(Files.readString(House.file("docs/operating.md")))
        .contains("| `%s` | %s |".formatted(key, standard));
  }
}
