package org.dianjiao.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dianjiao.limits.Limits;
import org.dianjiao.storage.SpaceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSettingsTest {

  @TempDir private Path home;

  @Test
  void keepsTheDefaultOfEveryLimitThatTheFileDoesNotName() throws IOException {
    Limits limits = read("limits:\n  message-burst: 7\n").limits();

    assertThat(limits.messageBurst()).isEqualTo(7);
    assertThat(limits.messageBytes()).isEqualTo(Limits.defaults().messageBytes());
  }

  @Test
  void refusesALimitThatDoesNotExist() {
    assertThatThrownBy(() -> read("limits:\n  message-bursts: 7\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("message-bursts");
  }

  @Test
  void keepsTheDefaultOfEveryRuleOfSpaceThatTheFileDoesNotName() throws IOException {
    SpaceSettings space = read("space:\n  ballast-mib: 0\n").storage().space();

    assertThat(space).isEqualTo(new SpaceSettings(1_024, 10, 256, 0, 64));
  }

  private ServerSettings read(String settings) throws IOException {
    Path file = Files.writeString(home.resolve("dianjiao.yaml"), settings);
    return ServerSettings.read(home, file, ServerSettings.Overrides.NONE);
  }
}
