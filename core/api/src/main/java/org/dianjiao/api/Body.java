package org.dianjiao.api;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

  /**
   * When something was (TEI {@code date}): a date of the Chinese calendar, and the days that it
   * means.
   *
   * <pre>{@code
   * new Body.Date("同治元年八月", "1862-08-25", "1862-09-23", false, "")
   * }</pre>
   *
   * @param norm the whole date in words, with what the text leaves to be understood
   * @param start its first day in the Gregorian calendar as ISO 8601 writes it; empty when no days
   *     are known
   * @param end its last day, empty with the first
   * @param reference whether it lies outside what is being told: 雍正五年 in an account of 同治
   * @param fault why no days are known: the date cannot have been, or nothing tells its year; else
   *     empty
   * @since 1.1
   */
  record Date(String norm, String start, String end, boolean reference, String fault)
      implements Body {

    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

    /** Requires the words, and either two days in order or a fault. */
    public Date {
      notBlank(norm, "norm");
      Objects.requireNonNull(fault, "fault");
      if (start.isEmpty() != end.isEmpty() || start.isEmpty() == fault.isBlank()) {
        throw new IllegalArgumentException("a date has a first and a last day, or a fault");
      }
      if (!start.isEmpty() && day(start).isAfter(day(end))) {
        throw new IllegalArgumentException("a date from " + start + " to " + end);
      }
    }

    /** Days by their Julian Day Numbers. */
    public static Date of(String norm, long first, long last, boolean reference) {
      return new Date(norm, iso(first), iso(last), reference, "");
    }

    /** A date of which no days are known. */
    public static Date faulty(String norm, String fault) {
      return new Date(norm, "", "", false, fault);
    }

    /** Whether its days are known. */
    public boolean resolved() {
      return !start.isEmpty();
    }

    /**
     * The Julian Day Number of its first day.
     *
     * @throws IllegalStateException when no days are known
     */
    public long firstDay() {
      return julianDay(start);
    }

    /**
     * The Julian Day Number of its last day.
     *
     * @throws IllegalStateException when no days are known
     */
    public long lastDay() {
      return julianDay(end);
    }

    @Override
    public String kind() {
      return "date";
    }

    private long julianDay(String iso) {
      if (!resolved()) {
        throw new IllegalStateException(norm + " has no days: " + fault);
      }
      return day(iso).toEpochDay() + JULIAN_DAY_OF_EPOCH;
    }

    private static String iso(long julianDay) {
      return LocalDate.ofEpochDay(julianDay - JULIAN_DAY_OF_EPOCH).toString();
    }

    private static LocalDate day(String iso) {
      try {
        return LocalDate.parse(iso);
      } catch (DateTimeParseException fault) {
        throw new IllegalArgumentException(iso + " is no day as ISO 8601 writes it", fault);
      }
    }
  }

  private static void notBlank(String value, String name) {
    if (Objects.requireNonNull(value, name).isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
  }
}
