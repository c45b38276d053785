package org.dianjiao.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/**
 * Reads strings from outside. An escape can name half a surrogate pair, which is no character and
 * cannot be stored: such a string is refused.
 */
final class WholeCharacters extends StdScalarDeserializer<String> {

  private static final long serialVersionUID = 1L;

  WholeCharacters() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
    String text = StringDeserializer.instance.deserialize(json, context);
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!isPair(text, i)) {
          throw JsonMappingException.from(json, "a string holds half a character at its unit " + i);
        }
        i++;
      }
    }
    return text;
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }
}
