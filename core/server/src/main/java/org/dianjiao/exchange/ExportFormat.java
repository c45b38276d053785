package org.dianjiao.exchange;

import java.util.Locale;

/** A format that documents can be written in. */
public enum ExportFormat {
  /** TEI P5, with everything that persons decided. */
  TEI("application/tei+xml; charset=utf-8", ".xml"),
  /** The text as it stands. */
  TEXT("text/plain; charset=utf-8", ".txt"),
  /** The text without its punctuation marks. */
  BARE("text/plain; charset=utf-8", ".bare.txt");

  private final String mediaType;
  private final String suffix;

  ExportFormat(String mediaType, String suffix) {
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

  /** The type for an HTTP header. */
  public String mediaType() {
    return mediaType;
  }

  /** A name for a file with a document of this title, without anything that a path could mean. */
  public String fileName(String title) {
    String name = title.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]+", " ").strip();
    return (name.isEmpty() || name.startsWith(".") ? "document" : name) + suffix;
  }
}
