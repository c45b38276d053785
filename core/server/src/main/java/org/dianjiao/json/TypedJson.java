package org.dianjiao.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;

/**
 * Writes and reads the values of one sealed interface, each with its kind in a field {@code type}.
 * Thread safe; make one and keep it.
 *
 * @param <T> the sealed interface
 */
public final class TypedJson<T> {

  private final ObjectReader reader;
  private final ObjectWriter writer;

  /** Learns a sealed interface of records. */
  public TypedJson(Class<T> sealed) {
    this(sealed, Json.copy());
  }

  /** Learns a sealed interface of records that come from outside. */
  public TypedJson(Class<T> sealed, JsonBounds bounds) {
    this(sealed, Json.within(bounds));
  }

  private TypedJson(Class<T> sealed, ObjectMapper mapper) {
    SealedForm.TYPE.teach(mapper, sealed);
    this.reader = mapper.readerFor(sealed);
    this.writer = mapper.writerFor(sealed);
  }

  /**
   * Reads a value.
   *
   * @throws MalformedJson when it is no JSON, of no known kind, or not what its kind says
   */
  public T read(String json) {
    try {
      return reader.readValue(json);
    } catch (JsonProcessingException fault) {
      throw MalformedJson.of(fault);
    }
  }

  /** The value as JSON in UTF-8. */
  public byte[] bytes(T value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("cannot write " + value.getClass(), fault);
    }
  }
}
