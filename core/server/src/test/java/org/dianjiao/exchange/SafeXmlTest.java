package org.dianjiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeXmlTest {

  private static String text(String xml) throws XMLStreamException {
    XMLStreamReader reader =
        SafeXml.reader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.CHARACTERS) {
        text.append(reader.getText());
      }
    }
    return text.toString();
  }

  @Test
  void neverReadsAFileThatAnEntityNames(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    String xml = "<!DOCTYPE t [<!ENTITY e SYSTEM \"%s\">]><t>a&e;b</t>".formatted(secret.toUri());

    assertThat(textOrNothing(xml)).doesNotContain("secret");
  }

  private static String textOrNothing(String xml) {
    try {
      return text(xml);
    } catch (XMLStreamException refused) {
      return "";
    }
  }

  @Test
  void skipsADocumentTypeWithoutFetchingIt() throws Exception {
    assertThat(text("<!DOCTYPE TEI SYSTEM \"http://127.0.0.1:1/tei_all.dtd\"><t>点校</t>"))
        .isEqualTo("点校");
  }

  @Test
  void resolvesNoEntityOfTheDocument() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE t [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    String xml = laughs + "]><t>&a39;</t>";

    Assertions.assertTimeout(
        Duration.ofSeconds(5), () -> assertThat(textOrNothing(xml)).doesNotContain("ha"));
  }

  @Test
  void saysWhereXmlIsBroken() {
    assertThatThrownBy(() -> text("<t>\n<p></t>"))
        .isInstanceOf(XMLStreamException.class)
        .hasMessageContaining("[2,");
  }

  @Test
  void doesNotDependOnTheClassPath() throws IOException, XMLStreamException {
    XMLStreamReader reader =
        SafeXml.reader(new ByteArrayInputStream("<t/>".getBytes(StandardCharsets.UTF_8)));

    assertThat(reader.getClass().getModule().getName()).isEqualTo("java.xml");
  }
}
