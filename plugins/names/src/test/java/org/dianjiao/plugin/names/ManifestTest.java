package org.dianjiao.plugin.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** That {@code plugin.json} tells the truth about the tables that ship. */
class ManifestTest {

  @Test
  void sealsEveryTableThatItShips() throws Exception {
    Map<String, String> sealed = new TreeMap<>();
    Matcher source =
        Pattern.compile("\"file\": \"(.*?)\",\\s+\"sha256\": \"(.*?)\"")
            .matcher(Files.readString(Path.of("plugin.json")));
    while (source.find()) {
      sealed.put(source.group(1), source.group(2));
    }
    Map<String, String> shipped = new TreeMap<>();
    try (var files = Files.list(Path.of("data"))) {
      for (Path file : files.toList()) {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        shipped.put("data/" + file.getFileName(), HexFormat.of().formatHex(sum));
      }
    }
    assertThat(sealed).as("run derive-data.mjs after editing a table").isEqualTo(shipped);
  }
}
