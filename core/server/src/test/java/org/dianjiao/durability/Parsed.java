package org.dianjiao.durability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.durability.Observation.Edit;
import org.dianjiao.json.Json;
import org.dianjiao.text.ChangeSet;

/** A frame of the server, read once for all clients. */
record Parsed(JsonNode json, List<Edit> edits, List<ChangeSet> changes) {

  static Parsed of(String text) {
    JsonNode json = Frame.read(text);
    List<Edit> edits = new ArrayList<>();
    List<ChangeSet> changes = new ArrayList<>();
    if (json.path("type").asText().equals("changes")) {
      for (JsonNode told : json.path("changes")) {
        edits.add(new Edit(told.path("client").asText(), told.path("sequence").asLong()));
        changes.add(Json.read(told.path("changes").toString(), ChangeSet.class));
      }
    }
    return new Parsed(json, edits, changes);
  }
}
