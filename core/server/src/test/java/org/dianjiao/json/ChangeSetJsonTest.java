package org.dianjiao.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Draft;
import org.dianjiao.text.Edit;
import org.dianjiao.text.Editing;
import org.dianjiao.text.MalformedChange;
import org.dianjiao.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeSetJsonTest {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(
              new SimpleModule()
                  .addSerializer(new ChangeSetSerializer())
                  .addDeserializer(ChangeSet.class, new ChangeSetDeserializer()));

  @Property
  @Domain(Editing.class)
  void readsWhatItWrote(@ForAll Text text, @ForAll Draft draft) throws JsonProcessingException {
    ChangeSet changes = draft.on(text);
    assertThat(read(JSON.writeValueAsString(changes))).isEqualTo(changes);
  }

  @Test
  void writesTheFormOfCodeMirror() throws JsonProcessingException {
    List<Edit> edits = List.of(new Edit(3, 4, "x\ny"), new Edit(5, 6, ""), new Edit(7, 7, "\n"));
    ChangeSet changes = ChangeSet.of(9, edits);
    assertThat(JSON.writeValueAsString(changes))
        .isEqualTo("[3,[1,\"x\",\"y\"],1,[1],1,[0,\"\",\"\"],2]");
    assertThat(JSON.writeValueAsString(ChangeSet.empty(0))).isEqualTo("[]");
  }

  @Test
  void leavesOutEmptyParts() throws JsonProcessingException {
    assertThat(read("[0,1,[0],2,[0,\"\"],[4,\"\"]]")).isEqualTo(ChangeSet.replace(7, 3, 7, ""));
  }

  @Test
  void readsAFieldOfAMessage() throws JsonProcessingException {
    Submit submit = JSON.readValue("{\"changes\":[1,[0,\"a\"]],\"base\":41}", Submit.class);
    assertThat(submit).isEqualTo(new Submit(41, ChangeSet.replace(1, 1, 1, "a")));
  }

  record Submit(int base, ChangeSet changes) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}               | change set is no array",
        "3                | change set is no array",
        "[-1]             | part 0 of the change set has VALUE_NUMBER_INT where a length",
        "[3,[-1]]         | part 1 of the change set has VALUE_NUMBER_INT where a length",
        "[1,2147483648]   | part 1 of the change set has VALUE_NUMBER_INT where a length",
        "[3.0]            | part 0 of the change set has VALUE_NUMBER_FLOAT where a length",
        "['3']            | part 0 of the change set has VALUE_STRING where a length",
        "[null]           | part 0 of the change set has VALUE_NULL where a length",
        "[1,[]]           | part 1 of the change set has END_ARRAY where a length",
        "[1,['a']]        | part 1 of the change set has VALUE_STRING where a length",
        "[1,[0,7]]        | part 1 of the change set has VALUE_NUMBER_INT where a line of text",
        "[1,[0,'a',null]] | part 1 of the change set has VALUE_NULL where a line of text",
        "[[0,['a']]]      | part 0 of the change set has START_ARRAY where a line of text",
        "[[0,'a\\nb']]    | part 0 of the change set has a line feed at unit 1 of a line",
        "[[0,'a','b\\r']] | insert holds a carriage return at its unit 3",
        "[2147483647,2147483647] | change set of 4294967294 units is too long",
        "[1,[0,'a']       | Unexpected end-of-input",
      })
  void refusesWhatIsNoChangeSet(String json, String message) {
    assertThatThrownBy(() -> read(json.replace('\'', '"')))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining(message);
  }

  @Test
  void saysWhatTheAlgebraRefused() {
    assertThatThrownBy(() -> read("[[0,\"\\r\"]]")).hasCauseInstanceOf(MalformedChange.class);
  }

  private static ChangeSet read(String json) throws JsonProcessingException {
    return JSON.readValue(json, ChangeSet.class);
  }
}
