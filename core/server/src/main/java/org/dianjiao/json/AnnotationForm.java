package org.dianjiao.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;

/** An annotation is written flat: its place beside its words. */
abstract class AnnotationForm {

  @JsonUnwrapped Anchor anchor;

  @JsonCreator
  static Annotation of(
      @JsonProperty("id") String id,
      @JsonProperty("start") int start,
      @JsonProperty("end") int end,
      @JsonProperty("orphaned") boolean orphaned,
      @JsonProperty("body") Body body,
      @JsonProperty("author") String author) {
    throw new UnsupportedOperationException("only its annotations are read");
  }
}
