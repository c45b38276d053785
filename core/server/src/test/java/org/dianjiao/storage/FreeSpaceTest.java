package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {

  private static final int MORE_THAN_ANY_DISK_MIB = Integer.MAX_VALUE;

  @TempDir private Path directory;

  private FreeSpace space(SpaceSettings settings) {
    return new FreeSpace(StorageSettings.defaults(directory).withSpace(settings));
  }

  @Test
  void refusesWhatCanWaitAndNamesBothNumbers() {
    FreeSpace little = space(new SpaceSettings(0, 0, MORE_THAN_ANY_DISK_MIB, 0, 64));
    assertThatThrownBy(() -> little.require("imports"))
        .isInstanceOf(StorageFull.class)
        .hasMessageMatching("the disk of the server has \\d+ MiB left; imports are refused.*")
        .hasMessageEndingWith("under " + MORE_THAN_ANY_DISK_MIB + " MiB");
    assertThatCode(() -> space(new SpaceSettings(0, 0, 0, 0, 64)).require("imports"))
        .doesNotThrowAnyException();
  }

  @Test
  void ballastTakesTheRoomThatItSays() throws IOException {
    space(new SpaceSettings(0, 0, 0, 2, 64)).look();
    assertThat(directory.resolve(FreeSpace.BALLAST)).hasSize(2 << 20);
    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void noBallastIsMadeWhereThereIsLittleRoom() {
    space(new SpaceSettings(0, 0, MORE_THAN_ANY_DISK_MIB, 2, 64)).look();
    assertThat(directory.resolve(FreeSpace.BALLAST)).doesNotExist();
  }
}
