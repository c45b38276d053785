package org.dianjiao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Locale;
import java.util.stream.Stream;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operator's guide names every limit with the default that the server has. */
class DocumentedLimitsTest {

  static Stream<RecordComponent> limits() {
    return Stream.of(Limits.class.getRecordComponents());
  }

  static Stream<RecordComponent> accountLimits() {
    return Stream.of(AccountLimits.class.getRecordComponents());
  }

  @ParameterizedTest
  @MethodSource("limits")
  void everyLimitIsDocumentedWithItsDefault(RecordComponent limit) throws Exception {
    isDocumented(limit, Limits.defaults());
  }

  @ParameterizedTest
  @MethodSource("accountLimits")
  void everyLimitOfAccountsIsDocumentedWithItsDefault(RecordComponent limit) throws Exception {
    isDocumented(limit, AccountLimits.defaults());
  }

  private static void isDocumented(RecordComponent limit, Object defaults) throws Exception {
    String key = limit.getName().replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    Object standard = limit.getAccessor().invoke(defaults);
    assertThat(Files.readString(House.file("docs/operating.md")))
        .contains("| `%s` | %s |".formatted(key, standard));
  }
}
