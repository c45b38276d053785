package org.dianjiao.plugin;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of annotation that a plugin brings: how it is named, drawn and exported. What makes such
 * an annotation is a {@link org.dianjiao.api.Body.Tag} or {@link
 * org.dianjiao.api.Body.Identification} of that kind.
 *
 * @param kind in lower case with dashes
 * @param label for people
 * @param hue in which it is drawn, light and dark
 * @param tei how it is written in TEI; as {@code rs} with its kind as the type when empty
 */
public record AnnotationDeclaration(String kind, String label, Hue hue, Optional<TeiMapping> tei) {

  /** A colour by its name; the browser has a light and a dark shade of each. */
  public enum Hue {
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    TEAL,
    BLUE,
    VIOLET,
    PINK,
    BROWN,
    GREY;

    /** The name as it is told to others. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An element of TEI around the annotated text.
   *
   * @param element one that may stand around a piece of running text
   * @param type value of its {@code type} attribute, if it gets one
   */
  public record TeiMapping(String element, Optional<String> type) {

    private static final Set<String> ELEMENTS =
        Set.of(
            "date",
            "foreign",
            "measure",
            "name",
            "num",
            "orgName",
            "persName",
            "placeName",
            "quote",
            "rs",
            "seg",
            "term",
            "title");

    /** Requires an element that may stand there, and a word as its type. */
    public TeiMapping {
      if (!ELEMENTS.contains(Objects.requireNonNull(element, "element"))) {
        throw new PluginRefused(
            "tei element \"%s\" is not one of %s"
                .formatted(element, ELEMENTS.stream().sorted().toList()));
      }
      type.ifPresent(word -> PluginManifest.requireWord("tei type", word));
      if (type.isPresent() && element.equals("foreign")) {
        throw new PluginRefused("tei element \"foreign\" takes no type");
      }
    }
  }

  /** Requires a word and a label. */
  public AnnotationDeclaration {
    PluginManifest.requireWord("annotation", kind);
    PluginManifest.requireLabel("annotation " + kind, label);
  }
}
