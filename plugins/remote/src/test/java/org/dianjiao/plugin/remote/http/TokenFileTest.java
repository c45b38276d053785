package org.dianjiao.plugin.remote.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.dianjiao.plugin.remote.ElsewhereFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {

  @TempDir Path temporary;

  private Path file(String content, String mode) throws Exception {
    Path file = Files.writeString(temporary.resolve("token"), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  @Test
  void readsOneWord() throws Exception {
    assertThat(TokenFile.read(file("s3cret\n", "rw-------"))).isEqualTo("s3cret");
  }

  @Test
  void refusesAFileThatOthersCanRead() throws Exception {
    Path file = file("s3cret", "rw-r-----");
    assertThatThrownBy(() -> TokenFile.read(file))
        .isInstanceOf(ElsewhereFault.class)
        .hasMessageContaining("needs the mode 0600");
  }

  @Test
  void refusesWhatIsNoToken() throws Exception {
    for (String content : new String[] {"", "two words", "a\r\nX-Evil: 1", "秘密"}) {
      Path file = file(content, "rw-------");
      assertThatThrownBy(() -> TokenFile.read(file))
          .isInstanceOf(ElsewhereFault.class)
          .hasMessageContaining("one word");
    }
  }
}
