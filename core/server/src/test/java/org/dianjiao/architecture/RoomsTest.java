package org.dianjiao.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom. */
class RoomsTest {

  /** Each of the pure words may use those before it, and the JDK. */
  private static final List<String> PURE_WORDS =
      List.of(
          "api",
          "characters",
          "calendar",
          "authority",
          "limits",
          "audit",
          "people",
          "text",
          "collation",
          "annotation",
          "suggestion",
          "review",
          "variant",
          "assignment",
          "talk",
          "blind",
          "document",
          "sweep",
          "mention",
          "consistency",
          "comparison",
          "glyph",
          "entity",
          "reconciliation");

  private static final String[] ABOVE_THE_CORRIDOR =
      House.rooms("host", "session", "plugin", "job", "indexing", "web", "server", "cli");

  private static void check(ArchRule rule) {
    rule.check(House.CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api",
        "characters",
        "calendar",
        "authority",
        "limits",
        "audit",
        "people",
        "text",
        "collation",
        "annotation",
        "suggestion",
        "review",
        "variant",
        "assignment",
        "talk",
        "blind",
        "document",
        "sweep",
        "mention",
        "consistency",
        "comparison",
        "glyph",
        "entity",
        "reconciliation"
      })
  void pureWordsUseOnlyTheWordsBelowThemAndTheJdk(String word) {
    List<String> below = PURE_WORDS.subList(0, PURE_WORDS.indexOf(word) + 1);
    String[] allowed =
        Stream.concat(Stream.of("java.."), below.stream().map(House::room)).toArray(String[]::new);
    check(
        classes()
            .that()
            .resideInAPackage(House.room(word))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(allowed));
  }

  @Test
  void theWordsOfTheApiDoNotKnowWhatAPluginIs() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.dianjiao.api")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.dianjiao.api.plugin.."));
  }

  @Test
  void wallsDoNotKnowTheCorridorOrTheActors() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(House.rooms("storage", "exchange", "search", "registry", "json"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(House.room("bus"))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(ABOVE_THE_CORRIDOR));
  }

  @Test
  void theCorridorKnowsNoActorAndNoTable() {
    check(
        noClasses()
            .that()
            .resideInAPackage(House.room("bus"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(House.rooms("storage", "exchange", "search", "registry"))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(ABOVE_THE_CORRIDOR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "session", "plugin", "job", "indexing"})
  void actorsDoNotKnowOneAnother(String actor) {
    String[] others =
        Stream.of(ABOVE_THE_CORRIDOR)
            .filter(room -> !room.equals(House.room(actor)))
            .toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAPackage(House.room(actor))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others));
  }

  @Test
  void theWebKnowsSessionsAndNoOtherActor() {
    check(
        noClasses()
            .that()
            .resideInAPackage(House.room("web"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(House.rooms("host", "plugin", "job", "indexing", "server", "cli")));
  }

  @Test
  void sessionsDoNotKnowTables() {
    check(
        noClasses()
            .that()
            .resideInAPackage(House.room("session"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(House.room("storage")));
  }

  @Test
  void pluginHostsDoNotKnowDocuments() {
    check(
        noClasses()
            .that()
            .resideInAPackage(House.room("plugin"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(House.rooms("document", "suggestion", "review", "storage")));
  }

  @Test
  void roomsHaveNoCycles() {
    check(slices().matching("org.dianjiao.(**)").should().beFreeOfCycles());
  }

  @Test
  void everyRoomSaysWhatLivesThere() {
    Set<Path> silent =
        House.sources().stream()
            .map(Path::getParent)
            .filter(room -> !Files.exists(room.resolve("package-info.java")))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(silent).as("packages without a package-info.java").isEmpty();
  }

  @Test
  void theRulesSeeTheRoomsThatTheyAreAbout() {
    Set<String> seen =
        House.CLASSES.stream()
            .map(type -> type.getPackageName().replaceFirst("org\\.dianjiao\\.?", ""))
            .collect(Collectors.toSet());
    assertThat(seen)
        .containsAll(PURE_WORDS)
        .contains("api.plugin", "bus", "json", "storage", "exchange")
        .contains("host", "session", "plugin", "job", "web", "server", "cli");
  }
}
