package org.dianjiao.plugin.remote.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class LogStreamTest {

  private final List<String> logged = new ArrayList<>();

  /** Keeps what is logged. */
  private final class Kept implements System.Logger {
    @Override
    public String getName() {
      return "kept";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
      logged.add(message);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... values) {
      logged.add(format);
    }
  }

  private void pump(String written) {
    byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
    new LogStream(new Kept()).pump(new ByteArrayInputStream(bytes));
  }

  @Test
  void logsLinesWithoutSignsThatSteerATerminal() {
    pump("第一\n\u001b[31mred\nlast");
    assertThat(logged).containsExactly("第一", " [31mred", "last");
  }

  @Test
  void cutsLongLinesAndCountsThoseThatAreTooMany() {
    pump("x".repeat(100_000) + "\n" + "line\n".repeat(1_000));
    assertThat(logged).hasSize(51);
    assertThat(logged.get(0)).hasSize(500);
    assertThat(logged.get(50)).isEqualTo("951 more lines were left out");
  }
}
