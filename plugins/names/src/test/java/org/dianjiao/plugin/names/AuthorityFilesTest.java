package org.dianjiao.plugin.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Body;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Lookup;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Redirect;
import org.dianjiao.authority.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries as they are in the server's file and in a project's own at the moment. */
class AuthorityFilesTest {

  @TempDir Path state;

  private static Entity entity(String id, String type, Span period, String... forms) {
    List<Label> labels =
        java.util.stream.IntStream.range(0, forms.length)
            .mapToObj(
                i -> Label.of(i == 0 ? Label.Kind.PREFERRED : Label.Kind.VARIANT, "", forms[i]))
            .toList();
    return new Entity(
        URI.create(id),
        type,
        labels,
        period,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<String> ids(Analyzer analyzer, String project, String text) throws Exception {
    return TestHost.proposals(analyzer, project, text).stream()
        .map(each -> ((org.dianjiao.api.Annotate) each.best().action()).body())
        .filter(Body.Identification.class::isInstance)
        .map(each -> ((Body.Identification) each).entity().toString())
        .toList();
  }

  @Test
  void goesByWhatTheServerAndAProjectHaveNow() throws Exception {
    TestHost host = new TestHost(state);
    Analyzer analyzer = host.start();
    assertThat(ids(analyzer, "p", "时李鸿章入朝")).containsExactly("local:P0059");
    host.keep("", List.of(entity("x:1", "person", Span.UNKNOWN, "張某某")));
    assertThat(ids(analyzer, "p", "时張某某入朝")).containsExactly("x:1");
    assertThat(ids(analyzer, "p", "时李鸿章入朝")).isEmpty();
    host.keep("p", List.of(entity("x:2", "person", Span.UNKNOWN, "李鴻章")));
    assertThat(ids(analyzer, "p", "时李鸿章与張某某入朝")).containsExactly("x:2", "x:1");
    assertThat(ids(analyzer, "q", "时李鸿章入朝")).isEmpty();
    assertThat(((Lookup) analyzer).lookup("某某", "", 5)).hasSize(1);
  }

  @Test
  void letsAProjectsEntryHideTheServersAndFollowsRedirects() throws Exception {
    TestHost host = new TestHost(state);
    Analyzer analyzer = host.start();
    host.keep(
        "p",
        List.of(
            entity("local:P0059", "person", Span.UNKNOWN, "合肥相國"),
            new Redirect(URI.create("local:P0049"), URI.create("local:P0059"))));
    assertThat(ids(analyzer, "p", "时合肥相国入朝")).containsExactly("local:P0059");
    assertThat(ids(analyzer, "p", "时左宗棠入朝")).containsExactly("local:P0059");
  }

  @Test
  void prefersWhomTheTimeOfThePassageAllows() throws Exception {
    TestHost host = new TestHost(state);
    host.keep(
        "p",
        List.of(
            entity("x:early", "person", new Span("1600", "1660"), "鮑某甫"),
            entity("x:late", "person", new Span("1820", "1890"), "鮑某甫")));
    Analyzer analyzer = host.start();
    assertThat(ids(analyzer, "p", "顺治五年，鲍某甫入朝")).contains("x:early").doesNotContain("x:late");
    assertThat(ids(analyzer, "p", "同治五年，鲍某甫入朝")).contains("x:late").doesNotContain("x:early");
  }

  @Test
  void takesCharactersForOneAnotherThatAProjectDoes() throws Exception {
    TestHost host = new TestHost(state);
    Analyzer analyzer = host.start();
    String text = "往三溏湖贸易";
    assertThat(ids(analyzer, "p", text)).isEmpty();
    host.put("p", "variants", List.of(List.of("溏", "塘", "variant", "", "so it is written here")));
    assertThat(ids(analyzer, "p", text)).containsExactly("local:L0122");
  }
}
