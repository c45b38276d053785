package org.dianjiao.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {

  @TempDir Path folder;

  private Path settings(String secret, String rights) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), secret);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    return folder.resolve("dianjiao.yaml");
  }

  @Test
  void readsWhatLiesBesideTheSettings() throws IOException {
    assertThat(SecretFile.beside(settings("q7#Lp2v9\n", "rw-------"), "secret"))
        .isEqualTo("q7#Lp2v9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
  void refusesOneThatOthersReach(String rights) throws IOException {
    Path settings = settings("q7#Lp2v9", rights);
    assertThatThrownBy(() -> SecretFile.beside(settings, "secret"))
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining("q7#Lp2v9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "secret",
        "changeme",
        "CHANGE-ME!",
        "<your-client-secret>",
        "${password}",
        "{{ }}",
        "xxxxxxxxxxxxxxxxxxxx",
        "12345678",
        "\"password\""
      })
  void refusesPlaceholders(String placeholder) throws IOException {
    Path settings = settings(placeholder, "rw-------");
    assertThatThrownBy(() -> SecretFile.beside(settings, "secret"))
        .hasMessageContaining("nothing or a placeholder");
  }
}
