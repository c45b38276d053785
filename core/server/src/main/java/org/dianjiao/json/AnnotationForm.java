package org.dianjiao.json;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;

/** An annotation is written flat: its place beside its words. */
@JsonSerialize(converter = AnnotationForm.Writer.class)
@JsonDeserialize(converter = AnnotationForm.Reader.class)
interface AnnotationForm {

  /** The form on the wire. */
  record Flat(String id, int start, int end, boolean orphaned, Body body, String author) {}

  /** To the wire. */
  final class Writer extends StdConverter<Annotation, Flat> {
    @Override
    public Flat convert(Annotation annotation) {
      Anchor anchor = annotation.anchor();
      return new Flat(
          annotation.id(),
          anchor.start(),
          anchor.end(),
          anchor.orphaned(),
          annotation.body(),
          annotation.author());
    }
  }

  /** From the wire. */
  final class Reader extends StdConverter<Flat, Annotation> {
    @Override
    public Annotation convert(Flat flat) {
      Anchor anchor = new Anchor(flat.start(), flat.end(), flat.orphaned());
      return new Annotation(flat.id(), anchor, flat.body(), flat.author());
    }
  }
}
