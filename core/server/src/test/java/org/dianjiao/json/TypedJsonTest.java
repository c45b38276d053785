package org.dianjiao.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedJsonTest {

  /** Words for the tests. */
  sealed interface Word {
    /** Has a number, a name, perhaps a role. */
    record LongWord(int count, String name, Optional<Role> role) implements Word {
      public LongWord {
        Objects.requireNonNull(name, "name");
        if (count < 0) {
          throw new IllegalArgumentException("count " + count + " is below 0");
        }
      }
    }

    /** Has nothing. */
    record Silence() implements Word {}
  }

  private final TypedJson<Word> words = new TypedJson<>(Word.class);

  @Test
  void writesTheKindInWordsWithDashes() {
    assertThat(text(new Word.LongWord(1, "文", Optional.of(Role.VIEWER))))
        .isEqualTo("{\"type\":\"long-word\",\"count\":1,\"name\":\"文\",\"role\":\"viewer\"}");
    assertThat(text(new Word.LongWord(1, "文", Optional.empty())))
        .isEqualTo("{\"type\":\"long-word\",\"count\":1,\"name\":\"文\"}");
    assertThat(text(new Word.Silence())).isEqualTo("{\"type\":\"silence\"}");
  }

  @Test
  void ignoresFieldsThatItDoesNotKnow() {
    assertThat(words.read("{\"type\":\"long-word\",\"new\":[1],\"count\":1,\"name\":\"文\"}"))
        .isEqualTo(new Word.LongWord(1, "文", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"dance\"}|unknown kind \"dance\"",
        "{\"count\":1}|it does not say of what kind it is",
      })
  void knowsWhenOnlyTheKindIsUnknown(String json, String message) {
    assertThatThrownBy(() -> words.read(json))
        .hasMessage(message)
        .isInstanceOfSatisfying(
            MalformedJson.class, wrong -> assertThat(wrong.unknownType()).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":|this is not JSON",
        "hello|this is not JSON",
        "{\"type\":\"silence\"} more|this is not JSON",
        "{\"type\":\"long-word\",\"count\":1}|the field name is missing",
        "{\"type\":\"long-word\",\"name\":\"文\"}|a value is missing or of the wrong type in count",
        "{\"type\":\"long-word\",\"count\":\"1\",\"name\":\"文\"}|wrong type in count",
        "{\"type\":\"long-word\",\"count\":1.5,\"name\":\"文\"}|wrong type in count",
        "{\"type\":\"long-word\",\"count\":-1,\"name\":\"文\"}|count -1 is below 0",
        "{\"type\":\"long-word\",\"count\":1,\"count\":2,\"name\":\"文\"}|this is not JSON",
        "{\"type\":\"long-word\",\"count\":1,\"name\":\"文\",\"role\":\"king\"}|\"king\" is none of viewer, annotator, editor, reviewer, manager in role",
      })
  void saysWhatIsWrongWithoutTheWordsOfALibrary(String json, String message) {
    assertThatThrownBy(() -> words.read(json))
        .hasMessageContaining(message)
        .message()
        .doesNotContain("jackson", "java.", "Token", "deserialize");
  }

  @Test
  void refusesJsonThatIsNestedTooDeeply() {
    String deep = "{\"type\":\"silence\",\"x\":" + "[".repeat(100) + "]".repeat(100) + "}";
    assertThatThrownBy(() -> words.read(deep)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void refusesASettingThatDoesNotExist() {
    assertThatThrownBy(() -> Json.readSettings("count: 1\ncolour: red", Settings.class))
        .hasMessageContaining("there is no such field in colour");
    assertThat(Json.readSettings("long-count: 1", Settings.class).longCount()).isEqualTo(1);
    assertThat(Json.readSettings("{}", Settings.class).longCount()).isZero();
  }

  record Settings(int longCount, int count) {}

  private String text(Word word) {
    return new String(words.bytes(word), StandardCharsets.UTF_8);
  }
}
