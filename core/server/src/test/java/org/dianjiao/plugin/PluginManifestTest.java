package org.dianjiao.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dianjiao.plugin.AnnotationDeclaration.Hue;
import org.dianjiao.plugin.AnnotationDeclaration.TeiMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginManifestTest {

  private static final String FULL =
      """
      {
      \t"id": "variants", "name": "Variant characters \\ud840\\udc00", "version": "1.3.0-rc.1",
      \t"api": "1.0", "categories": ["variant", "glyph"],
      \t"window": { "before": 40, "after": 41 },
      \t"budget-ms": 2000, "parallelism": 2, "deterministic": false,
      \t"settings": [
      \t\t{ "name": "mode", "type": "string", "default": "annotate",
      \t\t  "one-of": ["annotate", "replace"] },
      \t\t{ "name": "min-confidence", "type": "number", "default": 0.6 } ],
      \t"sources": [ { "file": "data/variants.tsv", "sha256": "%s",
      \t\t"origin": "Unihan", "license": "Unicode-3.0" } ]
      }
      """
          .formatted("0a".repeat(32));

  private static final String LEAST =
      """
      {"id": "a", "name": "A", "version": "0.1.0", "api": "1.0", "categories": ["a"],
       "budget-ms": 1}""";

  @Test
  void readsAllThatIsSaid() {
    PluginManifest manifest = PluginManifest.read(FULL);
    assertThat(manifest.id()).isEqualTo("variants");
    assertThat(manifest.name()).isEqualTo("Variant characters \ud840\udc00");
    assertThat(manifest.api()).isEqualTo(new ApiVersion(1, 0));
    assertThat(manifest.categories()).containsExactly("variant", "glyph");
    assertThat(manifest.window()).isEqualTo(new PluginManifest.Window(40, 41));
    assertThat(manifest.budget()).isEqualTo(Duration.ofSeconds(2));
    assertThat(manifest.parallelism()).isEqualTo(2);
    assertThat(manifest.deterministic()).isFalse();
    assertThat(manifest.settings())
        .extracting(SettingDeclaration::name)
        .containsExactly("mode", "min-confidence");
    assertThat(manifest.sources())
        .containsExactly(
            new DataSource("data/variants.tsv", "0a".repeat(32), "Unihan", "Unicode-3.0"));
  }

  @Test
  void takesDefaultsForWhatIsLeftOut() {
    PluginManifest manifest = PluginManifest.read(LEAST);
    assertThat(manifest.window()).isEqualTo(new PluginManifest.Window(0, 0));
    assertThat(manifest.parallelism()).isEqualTo(1);
    assertThat(manifest.deterministic()).isTrue();
    assertThat(manifest.settings()).isEqualTo(List.of());
    assertThat(manifest.sources()).isEqualTo(List.of());
  }

  @Test
  void readsWhatAPluginDeclaresBesidesProposals() {
    PluginManifest manifest =
        PluginManifest.read(
            LEAST.replace(
                "\"budget-ms\": 1",
                """
                "budget-ms": 1, "remote": {"position-encoding": "utf-32"},
                "annotations": [{"kind": "allusion", "label": "Allusion 典故", "hue": "violet",
                                 "tei": {"element": "rs", "type": "allusion"}},
                                {"kind": "rhyme", "label": "Rhyme 韻"}],
                "commands": [{"name": "count", "label": "Count", "on": ["selection", "project"],
                              "parameters": [{"name": "least", "type": "number", "default": 2,
                                              "label": "At least", "help": "So many times."}]}],
                "imports": [{"name": "kanripo", "label": "Kanripo", "extension": "txt",
                             "media-type": "text/plain"}],
                "exports": [{"name": "conll", "label": "CoNLL", "extension": "conll",
                             "media-type": "text/tab-separated-values"}]"""));
    assertThat(manifest.annotations())
        .containsExactly(
            new AnnotationDeclaration(
                "allusion",
                "Allusion 典故",
                Hue.VIOLET,
                Optional.of(new TeiMapping("rs", Optional.of("allusion")))),
            new AnnotationDeclaration("rhyme", "Rhyme 韻", Hue.GREY, Optional.empty()));
    CommandDeclaration command = manifest.commands().get(0);
    assertThat(command.places())
        .containsExactlyInAnyOrder(
            CommandDeclaration.Place.SELECTION, CommandDeclaration.Place.PROJECT);
    assertThat(command.parameters().get(0).label()).isEqualTo("At least");
    assertThat(command.parameters().get(0).help()).isEqualTo("So many times.");
    assertThat(manifest.imports().get(0).extension()).isEqualTo("txt");
    assertThat(manifest.exports().get(0).mediaType()).isEqualTo("text/tab-separated-values");
    assertThat(manifest.remote()).contains(new RemoteDeclaration("utf-32", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "api": "1.0" | "api": "2.0" | made for plugin API 2.0, but this server has 1.1
          "api": "1.0" | "api": "1.9", "new": 1 | it needs plugin API 1.9, but this server has only 1.1
          "api": "1.0" | "api": "one" | api version "one" is not of the form major.minor
          "api": "1.0" | "ipa": "1.0" | the field api is missing
          "id": "a" | "id": "Ａ" | id "Ａ" is not a word of lower-case letters
          "id": "a" | "id": "../a" | id "../a" is not a word
          "id": "a" | "idea": "a" | the field id is missing
          "name": "A" | "name": " " | the label of plugin is blank
          "0.1.0" | "0.1" | version "0.1" is not of the form major.minor.patch
          ["a"] | [] | no categories
          ["a"] | ["a", "a"] | category "a" is declared twice
          "budget-ms": 1 | "budget-ms": 0 | budget-ms of 0; it may be 1 to 600000
          "budget-ms": 1 | "parallelism": 2 | the field budget-ms is missing
          "budget-ms": 1 | "budget-ms": 1, "parallelism": 17 | parallelism of 17; it may be 1 to 16
          "budget-ms": 1 | "budget-ms": 1, "window": {"before": 10001} | window of 10001 units before
          "budget-ms": 1 | "budget-ms": 1, "settings": [{"name": "m", "type": "text", "default": 1}] | type text is not string
          "budget-ms": 1 | "budget-ms": 1, "settings": [{"name": "m", "type": "number", "default": "1"}] | setting m is "1", which is no number
          "budget-ms": 1 | "budget-ms": 1, "settings": [{"name": "m", "type": "number"}] | setting m has no default
          "budget-ms": 1 | "budget-ms": 1, "sources": [{"file": "../x", "sha256": "", "origin": "o", "license": "l"}] | source "../x" is no path of plain names
          "budget-ms": 1 | "budget-ms": 1, "sources": [{"file": "/x", "sha256": "", "origin": "o", "license": "l"}] | source "/x" is no path of plain names
          "budget-ms": 1 | "budget-ms": 1, "sources": [{"file": "x", "sha256": "ab", "origin": "o", "license": "l"}] | sha256 of x is not 64 hexadecimal digits
          "budget-ms": 1 | "budget-ms": 1, "annotations": [{"kind": "A b", "label": "A"}] | annotation "A b" is not a word
          "budget-ms": 1 | "budget-ms": 1, "annotations": [{"kind": "a", "label": "A", "tei": {"element": "script"}}] | tei element "script" is not one of [date, foreign
          "budget-ms": 1 | "budget-ms": 1, "annotations": [{"kind": "a", "label": "A", "hue": "mauve"}] | mauve
          "budget-ms": 1 | "budget-ms": 1, "commands": [{"name": "count", "label": "Count"}] | command count can be run on nothing
          "budget-ms": 1 | "budget-ms": 1, "imports": [{"name": "a", "label": "A", "extension": "../x", "media-type": "text/plain"}] | extension "../x" of format a
          "budget-ms": 1 | "budget-ms": 1, "exports": [{"name": "a", "label": "A", "extension": "x", "media-type": "text"}] | media-type "text" of format a
          "budget-ms": 1 | "budget-ms": 1, "remote": {"position-encoding": "utf-8"} | position-encoding of remote is "utf-8", not utf-16 or utf-32
          "budget-ms": 1 | "budget-ms": 1] | this is not JSON
          """,
      quoteCharacter = '`')
  void refusesWithASentence(String right, String wrong, String sentence) {
    assertThat(LEAST).contains(right);
    assertThatThrownBy(() -> PluginManifest.read(LEAST.replace(right, wrong)))
        .isInstanceOf(PluginRefused.class)
        .hasMessageContaining(sentence);
  }
}
