package org.dianjiao.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON that cannot be read: what was wrong and where. */
public final class MalformedJson extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean unknownType;

  private MalformedJson(String message, boolean unknownType) {
    super(message, null, false, false);
    this.unknownType = unknownType;
  }

  /** A message of our own, without the words of the library and without the content. */
  static MalformedJson of(JsonProcessingException fault) {
    if (fault instanceof InvalidTypeIdException type) {
      String word = type.getTypeId();
      return new MalformedJson(
          word == null ? "it does not say of what kind it is" : "unknown kind \"" + word + "\"",
          true);
    }
    StringBuilder message = new StringBuilder(reason(fault));
    if (fault instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      message.append(" in ").append(path(mapping));
    }
    JsonLocation location = fault.getLocation();
    if (location != null && location.getLineNr() > 0) {
      message
          .append(" (line ")
          .append(location.getLineNr())
          .append(", column ")
          .append(location.getColumnNr())
          .append(')');
    }
    return new MalformedJson(message.toString(), false);
  }

  private static String reason(JsonProcessingException fault) {
    Throwable cause = fault.getCause();
    if (cause instanceof IllegalArgumentException || cause instanceof NullPointerException) {
      return cause instanceof NullPointerException
          ? "the field " + cause.getMessage() + " is missing"
          : cause.getMessage();
    }
    if (fault instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
      return "\"%s\" is none of %s".formatted(wrong.getValue(), words(wrong.getTargetType()));
    }
    if (fault instanceof UnrecognizedPropertyException) {
      return "there is no such field";
    }
    if (fault instanceof MismatchedInputException) {
      return "a value is missing or of the wrong type";
    }
    boolean ours = fault instanceof JsonMappingException && cause == null;
    return ours ? fault.getOriginalMessage() : "this is not JSON";
  }

  private static String words(Class<?> constants) {
    return Stream.of(constants.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String path(JsonMappingException mapping) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : mapping.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  /** Whether only its kind was not known. */
  public boolean unknownType() {
    return unknownType;
  }
}
