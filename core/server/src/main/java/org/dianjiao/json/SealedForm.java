package org.dianjiao.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.Locale;
import java.util.stream.Stream;

/** How a value of a sealed type says which of the types it is: by a field, in words with dashes. */
enum SealedForm {
  IS(ByIs.class),
  TYPE(ByType.class);

  private final Class<?> mixin;

  SealedForm(Class<?> mixin) {
    this.mixin = mixin;
  }

  /** Teaches a mapper a sealed interface and all records behind it. */
  void teach(ObjectMapper mapper, Class<?> sealed) {
    mapper.addMixIn(sealed, mixin);
    records(sealed).forEach(type -> mapper.registerSubtypes(new NamedType(type, word(type))));
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(SealedForm::records)
        : Stream.of(type);
  }

  /** {@code AddAnnotation} is {@code add-annotation}. */
  static String word(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface ByIs {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface ByType {}
}
