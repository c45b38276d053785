package org.dianjiao.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.dianjiao.text.Text;

/** A text is written as one string. */
final class TextForm {

  private TextForm() {}

  static final class Writer extends StdSerializer<Text> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Text.class);
    }

    @Override
    public void serialize(Text text, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(text.toString());
    }
  }

  static final class Reader extends StdDeserializer<Text> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(Text.class);
    }

    @Override
    public Text deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return Text.of(json.getText());
    }
  }
}
