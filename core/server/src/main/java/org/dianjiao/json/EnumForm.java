package org.dianjiao.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Locale;

/** A constant is written in lower case; reading does not mind the case. */
final class EnumForm extends StdSerializer<Enum<?>> {

  private static final long serialVersionUID = 1L;

  EnumForm() {
    super(Enum.class, false);
  }

  @Override
  public void serialize(Enum<?> constant, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeString(constant.name().toLowerCase(Locale.ROOT));
  }
}
