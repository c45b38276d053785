package org.dianjiao.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.dianjiao.json.ChangeSetDeserializer;
import org.dianjiao.json.ChangeSetSerializer;

/** What CodeMirror answered, as {@code src/test/vectors/make-vectors.mjs} wrote it down. */
final class Vectors {

  /** The golden vectors. */
  static final Vectors COMMITTED =
      new Vectors(() -> Vectors.class.getResourceAsStream("/vectors/algebra.jsonl.gz"));

  /** Where lines come from. */
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(
              new SimpleModule()
                  .addSerializer(new ChangeSetSerializer())
                  .addDeserializer(ChangeSet.class, new ChangeSetDeserializer()));

  private final Source source;

  Vectors(Source source) {
    this.source = source;
  }

  /** All vectors of one kind, in the order in which they were made. */
  List<JsonNode> of(String kind) {
    String start = "{\"kind\":\"" + kind + "\",";
    List<JsonNode> vectors = new ArrayList<>();
    try (InputStream file = source.open();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(new GZIPInputStream(file), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(start)) {
          vectors.add(JSON.readTree(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (vectors.isEmpty()) {
      throw new IllegalStateException("no vectors of kind " + kind);
    }
    return vectors;
  }

  static ChangeSet changes(JsonNode json) {
    try {
      return JSON.treeToValue(json, ChangeSet.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String json(ChangeSet changes) {
    try {
      return JSON.writeValueAsString(changes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
