package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fresh product with a team in it for the tests of a class, and a treaty on every desk. */
final class Office implements BeforeAllCallback, AfterAllCallback {

  private final Map<String, String> roles;
  private Path folder;
  private Product product;
  private Team team;

  /** An office in which these people have these roles. */
  Office(Map<String, String> roles) {
    this.roles = roles;
  }

  @Override
  public void beforeAll(ExtensionContext tests) throws IOException {
    folder = Files.createTempDirectory("office");
    Path settings = Files.createDirectories(folder.resolve("config/plugins")).getParent();
    Path file = Files.writeString(settings.resolve("dianjiao.yaml"), "demo: true\n");
    product = Product.start(folder, "--config", file.toString());
    team = Team.gather(product);
    roles.forEach(team::join);
  }

  @Override
  public void afterAll(ExtensionContext tests) throws IOException {
    product.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  Product product() {
    return product;
  }

  Team team() {
    return team;
  }

  /** The folder of the product's data. */
  Path data() {
    return folder;
  }

  /** The folder of the operator's own files, one for each instance of a plugin. */
  Path operators() {
    return folder.resolve("config/plugins");
  }

  /** The treaty without punctuation. */
  String treaty() {
    return team.document("無標點");
  }

  /** Somebody signs in at a desk and opens the treaty. */
  Desk sitDown(Desk desk) {
    desk.signIn(Team.PASSWORD);
    desk.open(treaty());
    assertThat(desk.editor()).containsText("第三条");
    return desk;
  }
}
