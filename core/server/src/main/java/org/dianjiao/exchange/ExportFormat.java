package org.dianjiao.exchange;

import java.util.Locale;

/** A format that documents can be written in. */
public enum ExportFormat {
  /** TEI P5, with everything that persons decided. */
  TEI("TEI P5", "application/tei+xml; charset=utf-8", ".xml"),
  /** The text as it stands. */
  TEXT("Plain text", "text/plain; charset=utf-8", ".txt"),
  /** The text without its punctuation marks. */
  BARE("Plain text without marks", "text/plain; charset=utf-8", ".bare.txt");

  private final String label;
  private final String mediaType;
  private final String suffix;

  ExportFormat(String label, String mediaType, String suffix) {
    this.label = label;
    this.mediaType = mediaType;
    this.suffix = suffix;
  }

  /** The format as it is written on the command line and in addresses: in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format for a written word.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static ExportFormat of(String word) {
    for (ExportFormat format : values()) {
      if (format.word().equals(word)) {
        return format;
      }
    }
    throw new IllegalArgumentException("format \"" + word + "\" is none of tei, text, bare");
  }

  /** What people call it. */
  public String label() {
    return label;
  }

  /** The type for an HTTP header. */
  public String mediaType() {
    return mediaType;
  }

  /** A name for a file with a document of this title. */
  public String fileName(String title) {
    return fileName(title, suffix);
  }

  /**
   * A name for a file with a document of this title, without anything that a path could mean.
   *
   * @param suffix with its dot
   */
  public static String fileName(String title, String suffix) {
    String name = title.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]+", " ").strip();
    return (name.isEmpty() || name.startsWith(".") ? "document" : name) + suffix;
  }
}
