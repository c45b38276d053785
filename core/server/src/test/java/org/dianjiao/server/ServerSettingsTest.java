package org.dianjiao.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.limits.Limits;
import org.dianjiao.plugin.Isolation;
import org.dianjiao.storage.SpaceSettings;
import org.dianjiao.web.openid.OpenIdSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void keepsPluginsToTheirProcessesAndLetsThemNowhereUnlessTheFileSaysSo() throws IOException {
    assertThat(read("").isolation()).isEqualTo(Isolation.DEFAULTS);
    assertThat(Isolation.DEFAULTS.allow()).isEmpty();
    Isolation set =
        read("plugin-process: {heap-mib: 512}\noutbound: {allow: ['names.example:443']}\n")
            .isolation();
    assertThat(set).isEqualTo(new Isolation(512, 8, List.of("names.example:443")));
  }

  @Test
  void keepsTheDefaultOfEveryRuleOfSpaceThatTheFileDoesNotName() throws IOException {
    SpaceSettings space = read("space:\n  ballast-mib: 0\n").storage().space();

    assertThat(space).isEqualTo(new SpaceSettings(1_024, 10, 256, 0, 64));
  }

  @Test
  void keepsTheDefaultOfEveryBoundOfAccountsThatTheFileDoesNotName() throws IOException {
    AccountLimits accounts = read("accounts:\n  idle-minutes: 7\n").accounts();

    assertThat(accounts.idleMinutes()).isEqualTo(7);
    assertThat(accounts.tokenDays()).isEqualTo(90);
  }

  private static String openId(String issuer) {
    return """
        openid:
          issuer: %s
          client-id: dianjiao
          client-secret-file: secret
          address: https://dianjiao.example
        """
        .formatted(issuer);
  }

  private void secret(String words, String permissions) throws IOException {
    Path file = Files.writeString(home.resolve("secret"), words);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void readsTheSecretOfAProviderFromAFileOfItsOwn() throws IOException {
    secret("a secret of two dozen letters\n", "rw-------");
    OpenIdSettings openId = read(openId("https://provider.example")).provider().orElseThrow();

    assertThat(openId.secret()).isEqualTo("a secret of two dozen letters");
    assertThat(openId.redirect()).isEqualTo("https://dianjiao.example/api/openid/callback");
    assertThat(openId.createAccounts()).isFalse();
    assertThat(openId.toString()).doesNotContain("two dozen");
  }

  @Test
  void refusesASecretThatOthersCanRead() throws IOException {
    secret("a secret of two dozen letters\n", "rw-r-----");
    assertThatThrownBy(() -> read(openId("https://provider.example")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void refusesASecretThatIsNone() throws IOException {
    secret("q7#Lp2\n", "rw-------");
    assertThatThrownBy(() -> read(openId("https://provider.example")))
        .hasMessageContaining("has 6 characters; 16 are the least");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://provider.example",
        "ftp://provider.example",
        "provider.example",
        "https://a@b.example"
      })
  void refusesAProviderThatIsNotReachedSafely(String issuer) throws IOException {
    secret("a secret of two dozen letters\n", "rw-------");
    assertThatThrownBy(() -> read(openId(issuer)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://host");
  }

  @Test
  void namesWhatIsMissingOfAProvider() {
    assertThatThrownBy(() -> read("openid:\n  issuer: https://provider.example\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("openid needs");
  }

  private ServerSettings read(String settings) throws IOException {
    Path file = Files.writeString(home.resolve("dianjiao.yaml"), settings);
    return ServerSettings.read(home, file, ServerSettings.Overrides.NONE);
  }
}
