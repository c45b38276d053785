package org.dianjiao.api;

import java.net.URI;
import java.util.Objects;

/**
 * What an annotation says about its range.
 *
 * <pre>{@code
 * Body person = new Body.Identification(URI.create("local:P0003"), "奕山", "person");
 * Body variant = new Body.Regularization("炮", "variant");
 * Body glyph = new Body.Glyph("⿰口佛", "𠲽");
 * }</pre>
 *
 * @since 1.0
 */
public sealed interface Body {

  /** A short word for the kind of body: what a reader filters and colours by. */
  String kind();

  /**
   * Another form of the same word: a variant character and its regular form (TEI {@code choice},
   * {@code orig}, {@code reg}).
   *
   * <pre>{@code
   * new Body.Regularization("於", "variant")
   * }</pre>
   *
   * @param form the regular form, not empty
   * @param relation how the two are related: {@code variant}, {@code simplified}, {@code borrowed}
   *     …
   * @since 1.0
   */
  record Regularization(String form, String relation) implements Body {

    /** Requires both words. */
    public Regularization {
      notBlank(form, "form");
      notBlank(relation, "relation");
    }

    @Override
    public String kind() {
      return "variant";
    }
  }

  /**
   * A link to an entry of an authority file (W3C "identifying", TEI {@code ref}).
   *
   * <pre>{@code
   * new Body.Identification(URI.create("https://example.org/p/3"), "奕山", "person")
   * }</pre>
   *
   * @param entity absolute URI of the entry
   * @param label the entry's preferred form
   * @param type {@code person}, {@code place}, {@code office}, {@code date}, {@code work} …
   * @since 1.0
   */
  record Identification(URI entity, String label, String type) implements Body {

    /** Requires an absolute URI, a label and a type. */
    public Identification {
      Objects.requireNonNull(entity, "entity");
      if (!entity.isAbsolute()) {
        throw new IllegalArgumentException("entity " + entity + " is not an absolute URI");
      }
      notBlank(label, "label");
      notBlank(type, "type");
    }

    @Override
    public String kind() {
      return type;
    }
  }

  /**
   * A kind given to a span without a link: a person, place or date that no authority file has yet.
   *
   * <pre>{@code
   * new Body.Tag("place")
   * }</pre>
   *
   * @param name {@code person}, {@code place}, {@code office}, {@code date}, {@code work} …
   * @since 1.0
   */
  record Tag(String name) implements Body {

    /** Requires a name. */
    public Tag {
      notBlank(name, "name");
    }

    @Override
    public String kind() {
      return name;
    }
  }

  /**
   * A character that the text could only describe (TEI {@code g}): {@code ■〈口佛〉}, a private-use
   * character, an ideographic description.
   *
   * <pre>{@code
   * new Body.Glyph("⿰口佛", "")
   * }</pre>
   *
   * @param description how it is built, as an ideographic description sequence or in words
   * @param form the encoded character, empty when none is known
   * @since 1.0
   */
  record Glyph(String description, String form) implements Body {

    /** Requires a description; the form may be empty. */
    public Glyph {
      notBlank(description, "description");
      Objects.requireNonNull(form, "form");
    }

    @Override
    public String kind() {
      return "glyph";
    }
  }

  /**
   * Characters that are lost or cannot be read (TEI {@code gap}).
   *
   * <pre>{@code
   * new Body.Gap("illegible", 3)
   * }</pre>
   *
   * @param reason {@code lost}, {@code illegible}, {@code omitted} …
   * @param quantity how many characters, 0 when unknown
   * @since 1.0
   */
  record Gap(String reason, int quantity) implements Body {

    /** Requires a reason and a quantity that is not negative. */
    public Gap {
      notBlank(reason, "reason");
      if (quantity < 0) {
        throw new IllegalArgumentException("gap of " + quantity + " characters");
      }
    }

    @Override
    public String kind() {
      return "gap";
    }
  }

  /**
   * A remark in words.
   *
   * <pre>{@code
   * new Body.Note("the printed edition has 兵 here")
   * }</pre>
   *
   * @param text the remark, not blank
   * @since 1.0
   */
  record Note(String text) implements Body {

    /** Requires words. */
    public Note {
      notBlank(text, "text");
    }

    @Override
    public String kind() {
      return "note";
    }
  }

  private static void notBlank(String value, String name) {
    if (Objects.requireNonNull(value, name).isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
  }
}
