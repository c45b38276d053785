package org.dianjiao.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.Optional;

/**
 * A word that is written as {@code null} where there is none: a reader is to see that none is
 * known. An empty {@code Optional} is not written at all.
 */
public record OrNull(Optional<String> word) {

  static final class Writer extends JsonSerializer<OrNull> {

    @Override
    public void serialize(OrNull value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (value.word().isPresent()) {
        json.writeString(value.word().get());
      } else {
        json.writeNull();
      }
    }
  }
}
