package org.dianjiao.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.vertx.core.Future;
import java.io.ObjectInputStream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which one room each library and each danger is kept in. */
class DoorsTest {

  private static void check(ArchRule rule) {
    rule.check(House.CLASSES);
  }

  private static void onlyIn(String room, String... packages) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(House.room(room))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages));
  }

  @Test
  void onlyTheCorridorTouchesTheEventBus() {
    onlyIn("bus", "io.vertx.core.eventbus..");
  }

  @Test
  void onlyJsonTouchesJackson() {
    onlyIn("json", "com.fasterxml..");
  }

  @Test
  void nobodyTouchesTheJsonOfVertx() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.core.json..", "io.vertx.core.spi.json.."));
  }

  @Test
  void onlySearchTouchesLucene() {
    onlyIn("search", "org.apache.lucene..");
  }

  @Test
  void onlyTheServerTouchesHazelcast() {
    onlyIn("server", "com.hazelcast..", "io.vertx.spi.cluster..");
  }

  @Test
  void onlyStorageTouchesSql() {
    onlyIn("storage", "java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..", "org.flywaydb..");
  }

  @Test
  void onlyTheCommandLineTouchesPicocli() {
    onlyIn("cli", "picocli..");
  }

  @Test
  void onlyTheBordersTouchHttp() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(House.rooms("web", "session"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.core.http..", "io.vertx.ext.web.."));
  }

  /** What reaches plugins outside the server is outside the server, too. */
  @Test
  void nobodyStartsProcessesOrOpensConnectionsOfTheJdk() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(House.room("cli")) // what the operator types goes where it says
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                "java\\.lang\\.(Process|ProcessBuilder)"
                    + "|java\\.net\\.(Socket|ServerSocket|URLConnection|HttpURLConnection)"
                    + "|java\\.net\\.http\\..*|java\\.nio\\.channels\\.SocketChannel"));
  }

  /** Nothing is put at an address without the operation that it is. */
  @Test
  void onlyRoutesPutsSomethingAtAnAddress() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.dianjiao.web.Routes")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.vertx\\.ext\\.web\\.(Router|Route)"));
  }

  @Test
  void onlySafeXmlReadsXml() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.dianjiao.exchange.SafeXml")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                ".*\\.(XMLInputFactory|DocumentBuilderFactory|SAXParserFactory"
                    + "|SchemaFactory|XPathFactory|XMLReader)"));
  }

  @Test
  void nobodyReadsSerializedObjects() {
    check(noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class));
  }

  @Test
  void nobodyWaitsForAFutureOfVertx() {
    check(noClasses().should().callMethod(Future.class, "await"));
  }

  @Test
  void onlyTheCommandLineTouchesTheStandardStreams() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(House.room("cli"))
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS));
  }

  /** A pattern that is made while the server runs could come from outside, and never end. */
  @Test
  void patternsAreConstants() {
    check(classes().should(compilePatternsOnlyWhenTheyAreLoaded()));
  }

  private static ArchCondition<JavaClass> compilePatternsOnlyWhenTheyAreLoaded() {
    return new ArchCondition<>("compile patterns only when they are loaded") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethodCallsFromSelf().stream()
            .filter(call -> call.getTargetOwner().isEquivalentTo(Pattern.class))
            .filter(call -> call.getName().equals("compile"))
            .filter(call -> !call.getOrigin().getName().equals("<clinit>"))
            .map(JavaMethodCall::getDescription)
            .forEach(words -> events.add(SimpleConditionEvent.violated(type, words)));
      }
    };
  }

  @Test
  void everyClassHasANameThatSaysWhatItIs() {
    check(
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Impl"));
  }
}
