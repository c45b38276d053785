package org.dianjiao.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Section;

/**
 * Writes a change set as CodeMirror does: a number keeps so many units, an array deletes as many as
 * its first element says and inserts the lines that follow: {@code [3,[1,"x","y"],2]}.
 */
public final class ChangeSetSerializer extends StdSerializer<ChangeSet> {

  private static final long serialVersionUID = 1L;

  /** Makes a serializer; it has no state. */
  public ChangeSetSerializer() {
    super(ChangeSet.class);
  }

  @Override
  public void serialize(ChangeSet changes, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeStartArray();
    for (Section section : changes.sections()) {
      if (section.changed()) {
        writeChange(section, json);
      } else {
        json.writeNumber(section.length());
      }
    }
    json.writeEndArray();
  }

  private static void writeChange(Section section, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeNumber(section.length());
    String inserted = section.inserted();
    if (!inserted.isEmpty()) {
      int start = 0;
      int end = inserted.indexOf('\n');
      while (end >= 0) {
        json.writeString(inserted.substring(start, end));
        start = end + 1;
        end = inserted.indexOf('\n', start);
      }
      json.writeString(inserted.substring(start));
    }
    json.writeEndArray();
  }
}
