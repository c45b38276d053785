package org.dianjiao.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Action;
import org.dianjiao.api.Body;
import org.dianjiao.document.Effect;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Text;

/**
 * Writes and reads values as JSON. Thread safe.
 *
 * <p>Reading ignores fields that it does not know, takes an absent list as empty, an absent {@code
 * Optional} as empty and an absent boolean as false; values check themselves when they are made.
 * What is wrong is told by a {@link MalformedJson}.
 */
public final class Json {

  private static final StreamReadConstraints OWN =
      StreamReadConstraints.builder().maxNestingDepth(32).maxStringLength(64 * 1024 * 1024).build();

  private static final ObjectMapper MAPPER = mapper(new JsonFactory(), OWN);
  private static final ObjectMapper SETTINGS =
      mapper(new YAMLFactory(), OWN)
          .setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  private Json() {}

  private static ObjectMapper mapper(JsonFactory factory, StreamReadConstraints constraints) {
    factory.setStreamReadConstraints(constraints);
    JsonMapper.Builder builder =
        JsonMapper.builder(factory)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(values());
    ObjectMapper mapper = builder.build();
    mapper.setVisibility(PropertyAccessor.ALL, Visibility.NONE);
    mapper.setVisibility(PropertyAccessor.FIELD, Visibility.ANY);
    mapper.setVisibility(PropertyAccessor.CREATOR, Visibility.ANY);
    mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    mapper
        .configOverride(boolean.class)
        .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    mapper.addMixIn(Annotation.class, AnnotationForm.class);
    mapper.addMixIn(Effect.Decide.class, DecideForm.class);
    mapper.addMixIn(Maker.class, MakerForm.class);
    SealedForm.IS.teach(mapper, Action.class);
    SealedForm.IS.teach(mapper, Body.class);
    SealedForm.IS.teach(mapper, Effect.class);
    return mapper;
  }

  private static SimpleModule values() {
    return new SimpleModule("values")
        .addSerializer(ChangeSet.class, new ChangeSetSerializer())
        .addDeserializer(ChangeSet.class, new ChangeSetDeserializer())
        .addSerializer(Text.class, new TextForm.Writer())
        .addDeserializer(Text.class, new TextForm.Reader())
        .addSerializer(OrNull.class, new OrNull.Writer())
        .addSerializer(new EnumForm());
  }

  /** A mapper of its own, for what comes from outside. */
  static ObjectMapper within(JsonBounds bounds) {
    return mapper(new JsonFactory(), bounds.constraints())
        .registerModule(
            new SimpleModule("outside").addDeserializer(String.class, new WholeCharacters()));
  }

  /** A mapper of its own, for one more sealed type. */
  static ObjectMapper copy() {
    return MAPPER.copy();
  }

  /** The value as JSON. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("cannot write " + value.getClass(), fault);
    }
  }

  /** The value as JSON in UTF-8. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("cannot write " + value.getClass(), fault);
    }
  }

  /**
   * Reads a value.
   *
   * @throws MalformedJson when it is no JSON, or not of the type
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException fault) {
      throw MalformedJson.of(fault);
    }
  }

  /**
   * Reads a value from UTF-8.
   *
   * @throws MalformedJson when it is no JSON, or not of the type
   */
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException fault) {
      throw MalformedJson.of(fault);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Reads a settings file: YAML or JSON, keys in lower case with dashes. A key that is not known is
   * refused, a number that is not there is 0.
   *
   * @throws MalformedJson when it is no YAML, or not of the type
   */
  public static <T> T readSettings(String file, Class<T> type) {
    try {
      return SETTINGS.readValue(file, type);
    } catch (JsonProcessingException fault) {
      throw MalformedJson.of(fault);
    }
  }

  /** The value as a settings file: YAML, keys in lower case with dashes. */
  public static String settings(Object value) {
    try {
      return SETTINGS.writeValueAsString(value);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("cannot write " + value.getClass(), fault);
    }
  }
}
