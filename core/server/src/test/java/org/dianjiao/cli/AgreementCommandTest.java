package org.dianjiao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dianjiao.cli.Cli.Ran;
import org.dianjiao.plugin.PluginOnDisk;
import org.dianjiao.plugin.SamplePlugins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementCommandTest {

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void here() {
    cli = new Cli(folder);
  }

  private Ran compare(String one, String other) {
    return Cli.plain(
        "agreement", cli.file("one.txt", one).toString(), cli.file("other.txt", other).toString());
  }

  @Test
  void tellsHowFarTwoCopiesAgree() {
    Ran ran = compare("甲，乙。丙", "甲乙、丙，");
    assertThat(ran.code()).isEqualTo(ExitCode.OK);
    assertThat(ran.out().lines())
        .containsExactly(
            "places: 4",
            "boundaries: 2, 2, both 1; F1 0.500, kappa 0.000",
            "all marks: kappa -0.091",
            "，: 1, 1, both 0; F1 0.000, kappa -0.333",
            "、: 0, 1, both 0; F1 0.000, kappa 0.000",
            "。: 1, 0, both 0; F1 0.000, kappa 0.000");
  }

  @Test
  void tellsHowFarACopyAgreesWithAPlugin() throws Exception {
    PluginOnDisk.install(
        folder.resolve("plugins/marker"),
        SamplePlugins.Finder.class,
        SamplePlugins.Finder.SETTINGS.replace("於", "乙").replace("于", "乙，"));
    String one = cli.file("one.txt", "甲，乙。丙").toString();
    String plugins = folder.resolve("plugins").toString();
    String config = folder.resolve("config").toString();
    Ran ran =
        Cli.plain("agreement", one, "--plugin", "marker", "--plugins", plugins, "--config", config);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines())
        .startsWith(
            "places: 4",
            "boundaries: 2, 1, both 1; precision 1.000, recall 0.500, F1 0.667, kappa 0.500")
        .contains("。: 1, 0, both 0; precision says nothing, recall 0.000, F1 0.000, kappa 0.000");
    Ran none =
        Cli.plain("agreement", one, "--plugin", "none", "--plugins", plugins, "--config", config);
    assertThat(none.err()).contains("no plugin \"none\": [marker]");
    assertThat(Cli.plain("agreement", one).code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void refusesTextsThatDifferInMoreThanTheirMarks() {
    Ran ran = compare("甲，乙。丙", "甲乙丁");
    assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
    assertThat(ran.err()).contains("at unit 2 without marks: “丙” and “丁”");
  }
}
